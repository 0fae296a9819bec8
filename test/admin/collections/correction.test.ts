import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedIn, rebased } from '../../../admin/collections/review/correction.ts';

const fields = ['result', 'narrative', 'remarks'] as const;
const base = { result: '辦理中', narrative: '已修訂', remarks: '' };

test('what was typed stays, all else follows whoever saved first', () => {
  const mine = { ...base, narrative: '已修訂二章' };
  const theirs = { ...base, result: '已完成' };
  expect(rebased(fields, base, mine, theirs)).toEqual({
    values: { result: '已完成', narrative: '已修訂二章', remarks: '' },
    clashes: [],
  });
});

test('a field that both changed is told, unless both wrote the same', () => {
  const mine = { ...base, narrative: '已修訂二章', result: '已完成' };
  const theirs = { ...base, narrative: '已修訂三章', result: '已完成' };
  expect(rebased(fields, base, mine, theirs).clashes).toEqual(['narrative']);
});

const texts = fc.record({ result: fc.string(), narrative: fc.string(), remarks: fc.string() });

test('nothing typed is ever lost, and nothing of theirs is undone that was not typed over', () => {
  fc.assert(
    fc.property(texts, texts, texts, (before, mine, theirs) => {
      const { values } = rebased(fields, before, mine, theirs);
      const typed = changedIn(fields, before, mine);
      for (const field of fields) expect(values[field]).toBe(typed.includes(field) ? mine[field] : theirs[field]);
      expect(changedIn(fields, theirs, values).every(field => typed.includes(field))).toBe(true);
    }),
  );
});
