import { expect, test } from 'vitest';
import { actOf, keys } from '../../../admin/review/keys.ts';

const pressed = (key: string, over: Partial<Parameters<typeof actOf>[0]> = {}) =>
  actOf({ key, altKey: false, ctrlKey: false, metaKey: false, isComposing: false, defaultPrevented: false, ...over });

test('each key has one act, in capitals too', () => {
  for (const { key, act } of keys) {
    expect(pressed(key)).toBe(act);
    expect(pressed(key.toUpperCase())).toBe(act);
  }
  expect(new Set(keys.map(({ key }) => key)).size).toBe(keys.length);
});

test('the browser’s own shortcuts and a word being composed are left alone', () => {
  expect(pressed('r', { ctrlKey: true })).toBeNull();
  expect(pressed('a', { metaKey: true })).toBeNull();
  expect(pressed('j', { isComposing: true })).toBeNull();
  expect(pressed('Enter')).toBeNull();
});
