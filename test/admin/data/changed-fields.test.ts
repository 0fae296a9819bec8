import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedFields } from '../../../admin/data/changed-fields.ts';

const row = () => fc.dictionary(fc.constantFrom('name', 'aliases', 'role', 'unitId', 'note'), fc.jsonValue());

describe('changed fields', () => {
  test('of a row and itself are none', () => {
    fc.assert(
      fc.property(row(), one => {
        expect(changedFields(one, structuredClone(one))).toEqual({});
      }),
    );
  });

  test('put over the row give what was typed', () => {
    fc.assert(
      fc.property(row(), row(), (before, typed) => {
        expect({ ...before, ...changedFields(before, typed) }).toEqual({ ...before, ...typed });
      }),
    );
  });

  test('hold the whole of a list that differs in one place', () => {
    expect(changedFields({ aliases: ['甲', '乙'], name: '民政課' }, { aliases: ['甲', '丙'], name: '民政課' })).toEqual(
      {
        aliases: ['甲', '丙'],
      },
    );
  });

  test('tell a list from a record with the same keys', () => {
    expect(changedFields({ value: ['甲'] }, { value: { 0: '甲' } })).toEqual({ value: { 0: '甲' } });
  });
});
