import { describe, expect, test } from 'vitest';
import { mayStandBelow, ranked } from '../../../admin/agencies/hierarchy.ts';
import type { Agency } from '../../../sync/model/index.ts';

const agency = (id: string, parentId: string | null): Agency => ({
  id,
  parentId,
  name: id,
  email: null,
  disabled: false,
  version: 1,
  createdAt: '2025-01-01T00:00:00.000Z',
  updatedAt: '2025-01-01T00:00:00.000Z',
});

const bureau = agency('bureau', null);
const district = agency('district', 'bureau');
const village = agency('village', 'district');
const all = [village, district, bureau];

describe('the hierarchy of agencies', () => {
  test('is printed from the top down, each with its depth', () => {
    expect(ranked(all).map(({ id, depth }) => [id, depth])).toEqual([
      ['bureau', 0],
      ['district', 1],
      ['village', 2],
    ]);
  });

  test('loses nobody whose bureau is out of sight', () => {
    expect(ranked([village, bureau]).map(({ id, depth }) => [id, depth])).toEqual([
      ['bureau', 0],
      ['village', 0],
    ]);
  });

  test('lets nobody stand below themselves', () => {
    expect(mayStandBelow(all, 'bureau', 'bureau')).toBe(false);
    expect(mayStandBelow(all, 'bureau', 'village')).toBe(false);
    expect(mayStandBelow(all, 'village', 'bureau')).toBe(true);
  });

  test('asks an end of a circle that stands already', () => {
    const circle = [agency('a', 'b'), agency('b', 'a')];
    expect(mayStandBelow(circle, 'c', 'a')).toBe(true);
  });
});
