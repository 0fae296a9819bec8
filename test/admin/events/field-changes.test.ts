import { describe, expect, test } from 'vitest';
import { fieldChanges } from '../../../admin/events/field-changes.ts';
import { readable } from '../../../admin/events/readable.ts';
import { areas } from '../../../admin/words/catalogue.ts';
import { i18nOf } from '../../../admin/words/i18n.ts';

const { translate } = i18nOf(areas);

describe('the changes of an event', () => {
  test('stand side by side, without bookkeeping', () => {
    const before = { id: 'a', version: 1, name: '甲', updatedAt: '2025-06-01T00:00:00.000Z' };
    const after = { id: 'a', version: 2, name: '乙', updatedAt: '2025-06-02T00:00:00.000Z' };
    expect(fieldChanges(before, after)).toEqual([{ field: 'name', before: '甲', after: '乙' }]);
  });

  test('of a creation show every field that was filled', () => {
    expect(fieldChanges(null, { name: '甲', email: null, remarks: '' })).toEqual([
      { field: 'name', before: undefined, after: '甲' },
    ]);
  });

  test('show a clearing as one', () => {
    expect(fieldChanges({ narrative: '已完成' }, { narrative: '' })).toEqual([
      { field: 'narrative', before: '已完成', after: '' },
    ]);
  });
});

describe('a stored value', () => {
  test.each([
    ['2025-06-30', '114.06.30'],
    ['2025-06-30T16:30:00.000Z', '114.07.01 00:30'],
    [true, '是'],
    [[6, 12], '6、12'],
    [[], '（空白）'],
    [null, '（空白）'],
    ['民政課', '民政課'],
    [{ name: '件數', value: 3 }, 'name: 件數\nvalue: 3'],
  ])('%j is read as %s', (value, text) => {
    expect(readable(value, translate)).toBe(text);
  });
});
