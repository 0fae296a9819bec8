import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  boxes,
  changedBoxes,
  clashes,
  type Draft,
  draftOf,
  editOf,
  scoreOf,
} from '../../../admin/collections/review/draft.ts';
import { tallyOf } from '../../../admin/collections/review/tally.ts';
import { type CollectedRow, collectedRowEdit } from '../../../sync/model/index.ts';

const nobody = { score: null, remarks: '', by: null, at: null };
const row = (given: Partial<CollectedRow> = {}): CollectedRow => ({
  id: 'row',
  createdAt: '2025-06-01T00:00:00.000Z',
  updatedAt: '2025-06-01T00:00:00.000Z',
  version: 3,
  bureauId: 'bureau',
  collectionId: 'collection',
  recipientId: 'recipient',
  rowId: 'question',
  original: {},
  accepted: {},
  lineage: null,
  issues: [],
  first: nobody,
  second: nobody,
  returnReason: null,
  ...given,
});
const blank = draftOf(row());
const draft = (given: Partial<Draft>): Draft => ({ ...blank, ...given });

describe('a score', () => {
  test.each([
    ['8', 8],
    [' 9.5 ', 9.5],
    ['１０', 10],
    ['８．２５', 8.25],
    ['1000', 1000],
    ['', null],
  ])('is read as it is typed: %j', (typed, score) => expect(scoreOf(typed)).toBe(score));

  test.each(['八', '-1', '1001', '9.999', '1e3', '=1+1', '9,5', 'NaN'])('is none: %j', typed =>
    expect(scoreOf(typed)).toBeUndefined());
});

describe('what a reviewer writes', () => {
  test('is sent box by box, and a score that is none waits', () => {
    const written = draft({ firstScore: '8', firstRemarks: '佐證完整', secondScore: '八' });
    expect(editOf(written, changedBoxes(blank, written))).toEqual({ first: { score: 8, remarks: '佐證完整' } });
    expect(editOf(draft({ returnReason: '  ' }), ['returnReason'])).toEqual({ returnReason: null });
  });

  test('is always an edit that the server takes', () => {
    const text = fc.string({ maxLength: 30 }).filter(one => !one.includes('\0'));
    const any = fc.record({
      firstScore: fc.oneof(text, fc.nat(1000).map(String)),
      firstRemarks: text,
      secondScore: text,
      secondRemarks: text,
      returnReason: text,
    });
    fc.assert(
      fc.property(any, written => {
        const edit = editOf(written, changedBoxes(blank, written));
        expect(collectedRowEdit.safeParse({ version: 1, ...edit }).success).toBe(true);
      }),
    );
  });

  test('clashes only in boxes that somebody else changed into something else', () => {
    const now = draft({ firstScore: '7', firstRemarks: '請補件' });
    expect(clashes(blank, now, draft({ firstScore: '9', secondScore: '5' }))).toEqual(['firstScore']);
    expect(clashes(blank, now, draft({ firstScore: '7' }))).toEqual([]);
    expect(clashes(blank, now, blank)).toEqual([]);
    expect(boxes).toHaveLength(5);
  });
});

describe('the tally of an agency', () => {
  test('adds scores up as people do', () => {
    const scored = (score: number, returnReason: string | null = null) =>
      row({ first: { ...nobody, score }, returnReason });
    expect(tallyOf([scored(0.1), scored(0.2), scored(9, '請補件'), row()])).toEqual({
      total: 4,
      first: 3,
      second: 0,
      firstSum: 9.3,
      secondSum: 0,
      returned: 1,
    });
  });
});
