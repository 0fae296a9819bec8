import { describe, expect, it } from 'vitest';
import { nextTitle, sectionLines, yearLines } from '../../../admin/carry-forward/year-lines.ts';
import { noSections } from '../../../sync/model/index.ts';

describe('years in a plan', () => {
  it('are listed by row with what would change, in text or remarks', () => {
    const rows = [
      { id: 'a', label: '1', text: '114年6月前完成。', remarks: '' },
      { id: 'b', label: '2', text: '每季辦理。', remarks: '依114年度預算' },
      { id: 'c', label: '3', text: '依106年函辦理。', remarks: '' },
    ];
    expect(yearLines(rows, 114, 115).map(({ id, words }) => [id, words[0]!.text])).toEqual([
      ['a', '114'],
      ['b', '依'],
    ]);
    expect(yearLines(rows, 114, 114)).toEqual([]);
  });

  it('are listed for what stands around the table, by place', () => {
    const sections = { ...noSections, goals: ['提升滿意度。', '於114年底前完成。'], closing: '113年成果檢討後修正。' };
    expect(sectionLines(sections, 114, 115).map(({ at }) => at)).toEqual(['goals.1', 'closing.0']);
  });

  it.each([
    ['青田區公所114年度計畫', '青田區公所115年度計畫'],
    ['一一四年度為民服務計畫', '一一五年度為民服務計畫'],
    ['服務躍升方案114', '服務躍升方案115'],
    ['為民服務計畫', '為民服務計畫'],
  ])('move along in the title %s', (title, expected) => {
    expect(nextTitle({ title, year: 114 }, 115)).toBe(expected);
  });
});
