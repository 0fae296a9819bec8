import { describe, expect, test } from 'vitest';
import { adText, rocText } from '../../../admin/fields/roc-text.ts';

describe('dates on the screen', () => {
  test('a day is in ROC form, short or long', () => {
    expect(rocText('2025-06-30')).toBe('114.06.30');
    expect(rocText('2025-06-30', 'long')).toBe('114年6月30日');
  });

  test('an instant is told by the clock of Taipei, wherever the browser is', () => {
    expect(rocText('2025-12-31T16:05:00.000Z')).toBe('115.01.01 00:05');
    expect(rocText('2025-12-31T16:05:00.000Z', 'short', false)).toBe('115.01.01');
  });

  test('the hover gives the same in AD', () => {
    expect(adText('2025-06-30')).toBe('2025-06-30');
    expect(adText('2025-12-31T16:05:00.000Z')).toBe('2026-01-01 00:05');
  });
});
