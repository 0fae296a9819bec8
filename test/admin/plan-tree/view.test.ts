import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checksOf,
  commandOf,
  type FilterFacts,
  fits,
  linesOf,
  nodesOf,
  noFilter,
  rowsOf,
  shownBy,
  turned,
} from '../../../admin/plan-tree/outline/index.ts';
import { anyTree, rowOf, treeOf, treeWithRow } from './trees.ts';

const plan = treeOf(`
a
  b
    c
  d
e
`);

const ids = (lines: readonly { readonly row: { readonly id: string } }[]) => lines.map(line => line.row.id).join('');

describe('what is on the screen', () => {
  it('leaves out what is below a folded row', () => {
    expect(ids(linesOf(plan, new Set(['b']), null))).toBe('abde');
    expect(ids(linesOf(plan, new Set(['a', 'b']), null))).toBe('ae');
  });
  it('shows matches with the rows above them, folded or not', () => {
    const lines = linesOf(
      plan,
      new Set(['a']),
      shownBy(plan, row => row.id === 'c'),
    );
    expect(ids(lines)).toBe('abc');
    expect(lines.map(line => line.matches)).toEqual([false, false, true]);
  });
  it('tells each row its number of siblings and whether something stands below it', () => {
    expect(linesOf(plan, new Set(), null).map(line => [line.siblings, line.hasChildren])).toEqual([
      [2, true],
      [2, true],
      [1, false],
      [2, false],
      [2, false],
    ]);
  });
  it('shows everything when nothing is folded', () => {
    fc.assert(
      fc.property(anyTree, rows => {
        expect(linesOf(rows, new Set(), null)).toHaveLength(rows.length);
      }),
    );
  });
});

describe('filters', () => {
  const facts: FilterFacts = {
    unitIds: ['u1'],
    unresolved: [],
    assignments: [{ unitId: 'u2', officerId: null, state: 'open' }],
  };
  const row = rowOf('r', null, 0, { text: '每季抽查ＦＡＱ', units: ['民政課'], checkMonths: [6] });
  const match = (set: Partial<typeof noFilter>, more: Partial<FilterFacts> = {}) =>
    fits({ ...noFilter, ...set }, row, { ...facts, ...more });
  it('find text in any width and case', () => {
    expect(match({ q: 'faq' })).toBe(true);
    expect(match({ q: '民政' })).toBe(true);
    expect(match({ q: '季報' })).toBe(false);
  });
  it('find a unit by the plan or by an assignment', () => {
    expect(['u1', 'u2', 'u3'].map(unit => match({ unit }))).toEqual([true, true, false]);
  });
  it('find states, and rows that lack something', () => {
    expect(match({ state: 'open' })).toBe(true);
    expect(match({ state: 'released' })).toBe(false);
    expect(match({ state: 'withoutOfficer' })).toBe(true);
    expect(match({ state: 'unassigned' })).toBe(false);
    expect(match({ state: 'unassigned' }, { assignments: [] })).toBe(true);
    expect(match({ state: 'unresolved' }, { unresolved: ['某小組'] })).toBe(true);
  });
  it('find what is due in a month', () => {
    expect(match({ month: '6' })).toBe(true);
    expect(match({ month: '12' })).toBe(false);
    expect(fits({ ...noFilter, month: '12' }, { ...row, checkMonths: [] }, facts)).toBe(true);
    expect(fits({ ...noFilter, month: '12' }, { ...row, checkMonths: [], units: [] }, facts)).toBe(false);
  });
});

describe('boxes', () => {
  const choosable = new Set(['c', 'd', 'e']);
  it('say what is chosen below a row', () => {
    expect(Object.fromEntries(checksOf(plan, choosable, new Set(['c', 'e'])))).toEqual({
      a: 'mixed',
      b: 'on',
      c: 'on',
      d: 'off',
      e: 'on',
    });
  });
  it('turn a subtree on and off again', () => {
    fc.assert(
      fc.property(treeWithRow, fc.nat(7), ([rows, id], some) => {
        const leaves = new Set(rows.filter((_, n) => n % 8 !== some).map(row => row.id));
        const on = turned(rows, leaves, new Set(), id);
        const box = checksOf(rows, leaves, on).get(id);
        expect(box).toBe(on.size > 0 ? 'on' : 'off');
        expect(turned(rows, leaves, on, id).size).toBe(0);
      }),
    );
  });
});

describe('keys', () => {
  const press = (key: string, held: Partial<Record<'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey', boolean>> = {}) =>
    commandOf({ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held });
  it('follow the tree pattern, Alt moves rows, and pasting stays free', () => {
    expect(press('ArrowRight')).toBe('unfold');
    expect(press('ArrowRight', { altKey: true })).toBe('indent');
    expect(press('Insert')).toBe('add');
    expect(press('Insert', { shiftKey: true })).toBeNull();
    expect(press('v', { ctrlKey: true })).toBeNull();
    expect(press('z', { metaKey: true })).toBe('undo');
    expect(press('x')).toBeNull();
  });
});

describe('rows and nested nodes', () => {
  it('are the same tree', () => {
    fc.assert(
      fc.property(anyTree, rows => {
        const nodes = nodesOf(rows);
        expect(nodesOf(rowsOf(nodes, path => path))).toEqual(nodes);
        expect(rowsOf(nodes, path => path).map(({ text, depth }) => [text, depth])).toEqual(
          rows.map(({ text, depth }) => [text, depth]),
        );
      }),
    );
  });
});
