import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dropSlot,
  insertAt,
  mergedUp,
  moves,
  place,
  settle,
  slotOf,
  subtreeIds,
  without,
} from '../../../admin/plan-tree/outline/index.ts';
import { anyTree, drawn, rowOf, treeOf, treeWithRow } from './trees.ts';

const plan = treeOf(`
a
  b
  c
    d
e
`);

const moved = (id: string, name: keyof typeof moves) => {
  const slot = moves[name](plan, id);
  return slot && drawn(place(plan, id, slot));
};

describe('moving a row by keyboard', () => {
  it('indents under the sibling above, children and all', () => {
    expect(moved('c', 'indent')).toBe('a\n  b\n    c\n      d\ne');
    expect(moved('e', 'indent')).toBe('a\n  b\n  c\n    d\n  e');
  });
  it('does not indent a first child', () => {
    expect(moved('b', 'indent')).toBeNull();
  });
  it('outdents to just below the parent', () => {
    expect(moved('b', 'outdent')).toBe('a\n  c\n    d\nb\ne');
    expect(moved('a', 'outdent')).toBeNull();
  });
  it('moves among siblings and stops at the ends', () => {
    expect(moved('e', 'up')).toBe('e\na\n  b\n  c\n    d');
    expect(moved('b', 'down')).toBe('a\n  c\n    d\n  b\ne');
    expect(moved('e', 'down')).toBeNull();
  });
  it('is undone by going back to where the row stood', () => {
    fc.assert(
      fc.property(
        treeWithRow,
        fc.constantFrom(...(['up', 'down', 'indent', 'outdent'] as const)),
        ([rows, id], name) => {
          const home = slotOf(rows, id)!;
          const slot = moves[name](rows, id);
          fc.pre(slot !== null);
          const there = place(rows, id, slot);
          expect(slotOf(there, id)).toEqual(slot);
          expect(place(there, id, home)).toEqual(rows);
        },
      ),
    );
  });
});

describe('dropping a row on another', () => {
  it('goes before, after or inside it', () => {
    const drop = (id: string, target: string, where: 'before' | 'inside' | 'after') => {
      const slot = dropSlot(plan, id, target, where);
      return slot && drawn(place(plan, id, slot));
    };
    expect(drop('e', 'c', 'before')).toBe('a\n  b\n  e\n  c\n    d');
    expect(drop('b', 'c', 'after')).toBe('a\n  c\n    d\n  b\ne');
    expect(drop('b', 'd', 'inside')).toBe('a\n  c\n    d\n      b\ne');
    expect(drop('b', 'b', 'after')).toBeNull();
    expect(drop('b', 'c', 'before')).toBeNull();
    expect(drop('a', 'd', 'inside')).toBeNull();
  });
});

describe('any change', () => {
  it('keeps every row, numbers siblings from 0 without gaps and depths by parents', () => {
    fc.assert(
      fc.property(treeWithRow, fc.nat(9), fc.nat(), ([rows, id], index, under) => {
        const parentId = [null, ...rows.map(row => row.id)][under % (rows.length + 1)]!;
        const next = place(rows, id, { parentId, index });
        expect(next.map(row => row.id).sort()).toEqual(rows.map(row => row.id).sort());
        expect(settle(next)).toEqual(next);
        const depths = new Map(next.map(row => [row.id, row.depth]));
        for (const row of next) expect(row.depth).toBe(row.parentId === null ? 0 : depths.get(row.parentId)! + 1);
      }),
    );
  });
  it('leaves rows alone that it does not concern', () => {
    const next = place(plan, 'b', { parentId: 'a', index: 1 });
    expect(next.find(row => row.id === 'e')).toBe(plan.find(row => row.id === 'e'));
  });
  it('takes a row out with its subtree, and putting it back restores the tree', () => {
    fc.assert(
      fc.property(treeWithRow, ([rows, id]) => {
        const gone = subtreeIds(rows, id);
        const removed = rows.filter(row => gone.has(row.id));
        const slot = slotOf(rows, id)!;
        const rest = without(rows, id);
        expect(rest).toHaveLength(rows.length - gone.size);
        const [root, ...below] = removed;
        const back = below.reduce(
          (all, row) => insertAt(all, row, { parentId: row.parentId, index: row.position }),
          insertAt(rest, root!, slot),
        );
        expect(back).toEqual(rows);
      }),
    );
  });
});

describe('merging a row with the one above', () => {
  it('strings texts together, unites units and months, and keeps the children', () => {
    const rows = settle([
      rowOf('a', null, 0, { text: '定期檢討', units: ['民政課'], checkMonths: [12] }),
      rowOf('b', null, 1, { text: '申辦流程', units: ['社會課', '民政課'], checkMonths: [6] }),
      rowOf('c', 'b', 0),
    ]);
    expect(mergedUp(rows, 'b')).toMatchObject([
      { id: 'a', text: '定期檢討申辦流程', units: ['民政課', '社會課'], checkMonths: [6, 12] },
      { id: 'c', parentId: 'a', depth: 1 },
    ]);
  });
  it('loses no text and no other row', () => {
    fc.assert(
      fc.property(treeWithRow, ([rows, id]) => {
        const next = mergedUp(rows, id);
        expect(next).toHaveLength(rows[0]!.id === id ? rows.length : rows.length - 1);
        const texts = next.map(row => row.text.replaceAll(' ', '')).join('');
        for (const row of rows) expect(texts).toContain(row.text);
        expect(settle(next)).toEqual(next);
      }),
    );
  });
});

describe('settling', () => {
  it('changes nothing a second time', () => {
    fc.assert(
      fc.property(anyTree, rows => {
        expect(settle(rows)).toEqual(rows);
      }),
    );
  });
});
