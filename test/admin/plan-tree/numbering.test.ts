import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextLabel, printedLabel, renumbered, splitLabel } from '../../../admin/plan-tree/outline/index.ts';

describe('numbering', () => {
  it.each([
    ['一', '二'],
    ['九', '十'],
    ['十', '十一'],
    ['(十九)', '(二十)'],
    ['9', '10'],
    ['(1)', '(2)'],
    ['○1', '○2'],
    ['A', 'B'],
  ])('goes on from %s with %s', (label, next) => {
    expect(nextLabel(label, 0)).toBe(next);
  });
  it('starts each level in the kind that plans use there, and keeps siblings without marks without', () => {
    expect([0, 1, 2, 3, 4, 5, 9].map(depth => nextLabel(undefined, depth))).toEqual([
      '一',
      '(一)',
      '1',
      '(1)',
      '○1',
      'A',
      'A',
    ]);
    expect(nextLabel(null, 2)).toBeNull();
    expect(nextLabel('附', 2)).toBeNull();
  });
  it('numbers siblings anew in the kind of the first, over those without a mark', () => {
    expect(renumbered(['(三)', null, '(一)', '(九)'])).toEqual(['(一)', null, '(二)', '(三)']);
    expect(renumbered([null, '附'])).toEqual([null, '附']);
  });
  it('reads what it prints', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.constantFrom('一', '(一)', '1', '(1)', '○1'), (value, first) => {
        let label: string | null = first;
        for (let n = 1; n < value; n += 1) label = nextLabel(label, 0);
        expect(splitLabel(`${printedLabel(label!)}辦理說明會`)).toEqual({ label, text: '辦理說明會' });
      }),
      { numRuns: 40 },
    );
  });
});

describe('parting numbering from text', () => {
  it.each([
    ['一、完備服務', '一', '完備服務'],
    ['（二）提供資訊', '(二)', '提供資訊'],
    ['１．訂定流程', '1', '訂定流程'],
    ['3.5公里步道', null, '3.5公里步道'],
    ['③滿意度調查', '○3', '滿意度調查'],
    ['114年度計畫', null, '114年度計畫'],
    ['一般事項', null, '一般事項'],
    ['全文（含附件）', null, '全文（含附件）'],
  ])('%s', (text, label, rest) => {
    expect(splitLabel(text)).toEqual({ label, text: rest });
  });
});
