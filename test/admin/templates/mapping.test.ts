import { describe, expect, test } from 'vitest';
import {
  bodyOf,
  confirmCertain,
  countsOf,
  coverageOf,
  doubled,
  mappedOf,
  uncoveredOf,
} from '../../../admin/templates/rows/mapping.ts';
import { type TemplateRowMatch, type TemplateRows, templateRowsEdit } from '../../../sync/model/index.ts';

const match = (row: number, given: Partial<TemplateRowMatch> = {}): TemplateRowMatch => ({
  sheet: '檢核表',
  row,
  planItemId: `step ${row}`,
  confirmed: false,
  score: 0.97,
  candidates: [{ planItemId: `step ${row}`, score: 0.97 }],
  ...given,
});

const given: TemplateRows = {
  planId: 'plan',
  version: 4,
  rows: [
    match(1, { confirmed: true }),
    match(2),
    match(3, { score: 0.5, candidates: [{ planItemId: 'step 3', score: 0.5 }] }),
    match(4, {
      candidates: [
        { planItemId: 'step 4', score: 0.97 },
        { planItemId: 'step 9', score: 0.95 },
      ],
    }),
    match(5, { planItemId: null, score: 0, candidates: [] }),
    match(6, { planItemId: null, confirmed: true, candidates: [] }),
  ],
  uncovered: ['step 7', 'step 8'],
};

const standing = (choices = {}) => mappedOf(given, choices).map(row => row.standing);

describe('rows beside a plan', () => {
  test('stand out only when the suggestion is alike and the next best clearly behind', () => {
    expect(standing()).toEqual(['confirmed', 'certain', 'suggested', 'suggested', 'open', 'none']);
    expect(countsOf(mappedOf(given, {}))).toEqual({ open: 1, suggested: 2, certain: 1, confirmed: 1, none: 1 });
  });

  test('are confirmed at once where they stand out, and nowhere else', () => {
    expect(confirmCertain(mappedOf(given, {}))).toEqual({ '檢核表!2': 'step 2' });
  });

  test('hold what a person chose, with the score of the choice', () => {
    const rows = mappedOf(given, { '檢核表!4': 'step 9', '檢核表!5': 'step 7', '檢核表!1': null });
    expect(rows.map(row => row.standing)).toEqual(['none', 'certain', 'suggested', 'confirmed', 'confirmed', 'none']);
    expect(rows[3]?.score).toBe(0.95);
    expect(uncoveredOf(given, rows)).toEqual(['step 8', 'step 1', 'step 4']);
  });

  test('tell of a step that two of them stand for', () => {
    expect([...doubled(mappedOf(given, { '檢核表!5': 'step 2' }))]).toEqual(['step 2']);
    expect([...doubled(mappedOf(given, {}))]).toEqual([]);
  });

  test('are sent as the API takes them, the unconfirmed as such', () => {
    const body = bodyOf(given, mappedOf(given, { '檢核表!5': 'step 7' }));
    expect(templateRowsEdit.parse(body)).toEqual(body);
    expect(body.rows.map(row => row.confirmed)).toEqual([true, false, false, false, true, true]);
  });

  test('tell how far a template is ready', () => {
    expect(coverageOf(given)).toEqual({ confirmed: 2, unconfirmed: 4, uncovered: 2 });
  });
});
