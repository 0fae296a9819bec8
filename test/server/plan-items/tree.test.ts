import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deepest, placeOfMoved, placeOfNew, type Stand, subtreeOf, treeOf } from '../../../server/plan-items/tree.ts';

const stand = (id: string, parentId: string | null, position: number, depth: number): Stand => ({
  id,
  parentId,
  position,
  depth,
});

/** a > (b > d, c), e */
const tree = treeOf([
  stand('a', null, 0, 0),
  stand('b', 'a', 0, 1),
  stand('c', 'a', 1, 1),
  stand('d', 'b', 0, 2),
  stand('e', null, 1, 0),
]);

describe('the place of a new node', () => {
  it('is at the end when no index is given', () => {
    expect(placeOfNew(tree, 'a')).toEqual({ parentId: 'a', position: 2, depth: 1 });
    expect(placeOfNew(tree, null)).toEqual({ parentId: null, position: 2, depth: 0 });
  });

  it('is at the index, and at the end when the index lies beyond it', () => {
    expect(placeOfNew(tree, 'a', 1)).toEqual({ parentId: 'a', position: 1, depth: 1 });
    expect(placeOfNew(tree, 'a', 99)).toEqual({ parentId: 'a', position: 2, depth: 1 });
  });

  it('needs a parent of the same plan', () => {
    expect(placeOfNew(tree, 'elsewhere')).toBe('unknown_parent');
  });

  it('is no deeper than the deepest level', () => {
    const chain = (length: number) =>
      treeOf(Array.from({ length }, (_, i) => stand(`n${i}`, i === 0 ? null : `n${i - 1}`, 0, i)));
    expect(placeOfNew(chain(deepest - 1), `n${deepest - 2}`)).toMatchObject({ depth: deepest - 1 });
    expect(placeOfNew(chain(deepest), `n${deepest - 1}`)).toBe('too_deep');
  });
});

describe('the place of a moved node', () => {
  it('counts the index among the others', () => {
    expect(placeOfMoved(tree, 'b', 'a', 1)).toEqual({ parentId: 'a', position: 1, depth: 1 });
    expect(placeOfMoved(tree, 'b', 'a', 7)).toEqual({ parentId: 'a', position: 1, depth: 1 });
    expect(placeOfMoved(tree, 'b', null, 1)).toEqual({ parentId: null, position: 1, depth: 0 });
  });

  it('is never below the node itself', () => {
    expect(placeOfMoved(tree, 'a', 'a', 0)).toBe('item_loop');
    expect(placeOfMoved(tree, 'a', 'd', 0)).toBe('item_loop');
  });

  it('leaves room for all that goes along', () => {
    const tall = treeOf([
      ...Array.from({ length: deepest - 1 }, (_, i) => stand(`n${i}`, i === 0 ? null : `n${i - 1}`, 0, i)),
      stand('top', null, 1, 0),
      stand('child', 'top', 0, 1),
    ]);
    const last = `n${deepest - 2}`;
    expect(placeOfMoved(tall, 'child', last, 0)).toMatchObject({ depth: deepest - 1 });
    expect(placeOfMoved(tall, 'top', last, 0)).toBe('too_deep');
  });
});

it('a subtree names parents before children, and each node once', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 60 }), choices => {
      const stands = choices.map((choice, i) =>
        stand(String(i), i === 0 || choice % (i + 1) === i ? null : String(choice % i), 0, 0),
      );
      const ids = stands.length === 0 ? [] : subtreeOf(treeOf(stands), '0');
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids.slice(1)) {
        const parentId = stands[Number(id)]!.parentId!;
        expect(ids.indexOf(parentId)).toBeGreaterThanOrEqual(0);
        expect(ids.indexOf(parentId)).toBeLessThan(ids.indexOf(id));
      }
    }),
  );
});
