import { HttpError } from 'react-admin';
import { describe, expect, test } from 'vitest';
import { currentRowOf, differences } from '../../../admin/pages/stale.ts';

const before = { id: 'u1', version: 1, name: '民政課', aliases: [], disabled: false };

describe('a refused stale write', () => {
  test('hands over the row as it is now', () => {
    const refusal = new HttpError('已被更新', 409, {
      code: 'stale_version',
      message: '已被更新',
      details: { current: before },
    });
    expect(currentRowOf(refusal)).toEqual(before);
  });

  test('is told from every other refusal', () => {
    expect(currentRowOf(new HttpError('使用中', 409, { code: 'in_use', message: '使用中' }))).toBeNull();
    expect(currentRowOf(new Error('stale_version'))).toBeNull();
  });
});

describe('differences between mine and theirs', () => {
  test('are the fields I changed that hold something else now', () => {
    const mine = { ...before, name: '民政一課', disabled: true };
    const theirs = { ...before, version: 2, name: '民政二課', aliases: ['舊名'] };
    expect(differences(before, mine, theirs)).toEqual([
      { field: 'name', mine: '民政一課', theirs: '民政二課' },
      { field: 'disabled', mine: true, theirs: false },
    ]);
  });

  test('are none when both changed the same field alike', () => {
    const changed = { ...before, name: '民政一課' };
    expect(differences(before, changed, { ...changed, version: 2 })).toEqual([]);
  });

  test('leave alone what only they changed', () => {
    expect(
      differences(before, { ...before, name: '甲' }, { ...before, version: 2, name: '甲', aliases: ['乙'] }),
    ).toEqual([]);
  });
});
