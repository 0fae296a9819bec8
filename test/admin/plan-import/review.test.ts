import { describe, expect, it } from 'vitest';
import {
  addNodes,
  addRow,
  bodyOf,
  issuesByRow,
  markSeen,
  merge,
  moveTo,
  openIssues,
  type Review,
  removeRow,
  renumber,
  reviewOf,
  split,
  write,
  writeHead,
} from '../../../admin/plan-import/review.ts';
import { unitChanges, unitsWith, unknownNames } from '../../../admin/plan-import/unit-decisions.ts';
import { meaningsAmong } from '../../../admin/plan-tree/unit-meanings.ts';
import { noSections, type PlanReading, type Unit } from '../../../sync/model/index.ts';
import { nodeOf as node } from '../../support/plan-node.ts';

const issue = (at: string | undefined, severity: 'warning' | 'info' = 'warning') => ({
  code: 'unit_missing',
  severity,
  message: '此項沒有執行單位。',
  sheet: '執行計畫',
  row: 4,
  ...(at === undefined ? {} : { at }),
});

const reading: PlanReading = {
  fileName: '計畫.xlsx',
  sha256: 'a'.repeat(64),
  title: '為民服務計畫',
  agencyName: '青田區公所',
  year: 114,
  document: null,
  ...noSections,
  items: [
    node('一', '便民', {
      children: [node('(一)', '臨櫃', { children: [node('1', '標示', { units: ['民政課'] }), node('2', '引導人員')] })],
    }),
  ],
  sources: [
    { at: '0', sheet: '執行計畫', row: 3, column: 'A' },
    { at: '0.0', sheet: '執行計畫', row: 3, column: 'B' },
    { at: '0.0.0', sheet: '執行計畫', row: 3, column: 'C' },
    { at: '0.0.1', sheet: '執行計畫', row: 4, column: 'C' },
  ],
  issues: [issue('0.0.1'), issue('0.0', 'info'), issue(undefined)],
  source: { blocks: [], cut: false },
};

const start = reviewOf(reading);
const idOf = (review: Review, text: string): string => review.rows.find(row => row.text === text)!.id;
const texts = (review: Review): string => review.rows.map(row => `${row.depth}${row.label ?? ''}${row.text}`).join(' ');

describe('a reading under review', () => {
  it('gives back what was read when nothing is corrected', () => {
    expect(bodyOf(start)).toEqual({
      title: '為民服務計畫',
      year: 114,
      sections: noSections,
      documentDate: null,
      documentNumber: null,
      sourceSha256: 'a'.repeat(64),
      items: reading.items,
    });
  });
  it('keeps each issue and each source beside its row, through every move', () => {
    const id = idOf(start, '引導人員');
    const moved = moveTo(start, id, { parentId: null, index: 0 });
    expect(issuesByRow(moved).get(id)).toHaveLength(1);
    expect(moved.sources[id]).toEqual({ sheet: '執行計畫', row: 4, column: 'C' });
    expect(openIssues(moved)).toHaveLength(2);
  });
  it('asks for nothing about what is only told, nor about what was looked at or corrected', () => {
    expect(openIssues(start)).toHaveLength(2);
    expect(openIssues(markSeen(start, null, true))).toHaveLength(1);
    expect(openIssues(markSeen(markSeen(start, null, true), null, false))).toHaveLength(2);
    expect(openIssues(write(start, idOf(start, '引導人員'), { units: ['社會課'] }))).toHaveLength(1);
  });
  it('drops the issues of a row with the row', () => {
    expect(openIssues(removeRow(start, idOf(start, '臨櫃')))).toHaveLength(1);
    const merged = merge(start, idOf(start, '引導人員'));
    expect(texts(merged)).toBe('0一便民 1(一)臨櫃 21標示2引導人員');
    expect(openIssues(merged)).toHaveLength(1);
  });
  it('adds rows with the number that comes next, and pasted ones as they are', () => {
    const parentId = idOf(start, '臨櫃');
    const { review, id } = addRow(start, { parentId, index: 2 });
    expect(review.rows.find(row => row.id === id)).toMatchObject({ label: '3', depth: 2, text: '' });
    const pasted = addNodes(review, [node('4', '叫號', { children: [node('(1)', '語音')] })], { parentId, index: 3 });
    expect(texts(pasted.review)).toBe('0一便民 1(一)臨櫃 21標示 22引導人員 23 24叫號 3(1)語音');
    expect(new Set(pasted.review.rows.map(row => row.id)).size).toBe(7);
  });
  it('numbers a level anew', () => {
    const swapped = moveTo(start, idOf(start, '引導人員'), { parentId: idOf(start, '臨櫃'), index: 0 });
    expect(texts(renumber(swapped, idOf(start, '標示')))).toBe('0一便民 1(一)臨櫃 21引導人員 22標示');
  });
});

describe('unit names that fit no unit', () => {
  const unit = (id: string, name: string, aliases: string[] = []): Unit => ({
    id,
    createdAt: '2025-01-01T00:00:00.000Z',
    updatedAt: '2025-01-01T00:00:00.000Z',
    version: 1,
    agencyId: 'a',
    name,
    aliases,
    position: 0,
    disabled: false,
  });
  const units = [unit('u1', '民政課'), unit('u2', '社會課', ['社福課'])];
  const rows = [
    { id: 'r1', units: ['民政課', '資訊小組'] },
    { id: 'r2', units: ['各課室', '戶政課'] },
    { id: 'r3', units: ['資訊小組', '社福課'] },
  ];
  const unknown = unknownNames(rows, meaningsAmong(units));
  const decisions = {
    資訊小組: { kind: 'create' },
    戶政課: { kind: 'alias', unitId: 'u1' },
    早已不在: { kind: 'create' },
  } as const;

  it('are listed with the rows that print them', () => {
    expect(unknown).toEqual([
      { name: '資訊小組', rowIds: ['r1', 'r3'] },
      { name: '戶政課', rowIds: ['r2'] },
    ]);
  });
  it('resolve in the preview as they were decided, before anything is saved', () => {
    const meanings = meaningsAmong(unitsWith(units, decisions));
    expect(meanings('資訊小組')).toMatchObject({ kind: 'unit', unitName: '資訊小組' });
    expect(meanings('戶政課')).toMatchObject({ kind: 'unit', unitName: '民政課' });
  });
  it('ask for just the changes that the plan still needs', () => {
    const changes = unitChanges(units, decisions, unknown);
    expect(changes.create).toEqual(['資訊小組']);
    expect(changes.alias.map(({ unit: { id }, aliases }) => [id, aliases])).toEqual([['u1', ['戶政課']]]);
    expect(unitChanges(units, decisions, [])).toEqual({ create: [], alias: [] });
  });

  it('parts a row in two: the rest becomes the next row, with its own number where it says one', () => {
    const id = idOf(start, '引導人員');
    const { review, id: below } = split(start, id, { label: '2', text: '引導' }, '3.人員訓練');
    expect(texts(review)).toBe('0一便民 1(一)臨櫃 21標示 22引導 23人員訓練');
    expect(review.sources[below]).toEqual(review.sources[id]);
    const counted = split(start, id, { label: '2', text: '引導' }, '人員').review;
    expect(texts(counted)).toBe('0一便民 1(一)臨櫃 21標示 22引導 23人員');
  });
});

describe('what is asked for at the top', () => {
  const asked: Review = {
    ...reviewOf(reading),
    issues: ['year_missing', 'title_missing', 'unit_missing'].map(code => ({
      ...{ code, severity: 'warning', message: code, rowId: null, seen: false },
    })),
  };
  const waiting = (review: Review) => openIssues(review).map(({ code }) => code);

  it('is settled by being written, and nothing else is', () => {
    expect(waiting(writeHead(asked, { year: 115 }))).toEqual(['title_missing', 'unit_missing']);
    expect(waiting(writeHead(asked, { title: '計畫' }))).toEqual(['year_missing', 'unit_missing']);
  });

  it('is not settled by being emptied', () => {
    expect(waiting(writeHead(asked, { year: null, title: '' }))).toEqual(waiting(asked));
  });
});
