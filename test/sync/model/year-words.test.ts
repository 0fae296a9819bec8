import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withYear } from '../../../sync/model/index.ts';

describe('a text of one year in another', () => {
  it.each([
    ['114年度為民服務計畫', '115年度為民服務計畫'],
    ['較113年減少，於 115 年1月前完成', '較114年減少，於 116 年1月前完成'],
    ['一一四年度成果，一一三年為基準', '一一五年度成果，一一四年為基準'],
    ['西元2025年', '西元2026年'],
    ['依106年函及民國89年令辦理', '依106年函及民國89年令辦理'],
    ['每年114件，共3年，電話1999', '每年114件，共3年，電話1999'],
    ['文號1140001234年報', '文號1140001234年報'],
  ])('%s', (text, expected) => {
    expect(withYear(text, 114, 115)).toBe(expected);
  });

  it('comes back when the year does, where it names no year that it might be taken for', () => {
    const years = fc.constantFrom('114年', '113年度', '115 年', '每季', '106年', '一一四年');
    fc.assert(
      fc.property(fc.array(years), fc.integer({ min: 120, max: 130 }), (list, to) => {
        const text = list.join('、');
        expect(withYear(withYear(text, 114, to), to, 114)).toBe(text);
      }),
    );
  });
});
