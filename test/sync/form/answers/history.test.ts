import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replaceNarrative, splitNarrative } from '../../../../sync/form/answers/index.ts';

const period = { text: '114年上半年', from: '2025-01-01', to: '2025-06-30' };
const split = (text: string, of: typeof period | null = period) => {
  const { narrative, history } = splitNarrative(text, of);
  return { narrative, history: history.map(entry => [entry.period, entry.text]) };
};

describe('a narrative with earlier ones below it', () => {
  it('is separated at a line, at 前次 and at 上次', () => {
    expect(split('已辦講習。\n---\n前次（113年下半年）：\n已盤點。\n---\n前次（113年上半年）：\n已規劃。')).toEqual({
      narrative: '已辦講習。',
      history: [
        ['113年下半年', '已盤點。'],
        ['113年上半年', '已規劃。'],
      ],
    });
    expect(split('已辦講習。\n上次辦理情形：已盤點。')).toEqual({
      narrative: '已辦講習。',
      history: [[null, '已盤點。']],
    });
    expect(split('已辦講習。\n【前次】\n已盤點。')).toEqual({ narrative: '已辦講習。', history: [[null, '已盤點。']] });
    expect(split('甲\n═══\n乙\n＝＝＝\n丙')).toEqual({ narrative: '甲\n═══\n乙', history: [[null, '丙']] });
  });

  it('is separated at periods, days and 第N次 that are past or run backwards', () => {
    expect(split('113年下半年：已盤點。\n113年上半年：已規劃。')).toEqual({
      narrative: '',
      history: [
        ['113年下半年', '已盤點。'],
        ['113年上半年', '已規劃。'],
      ],
    });
    expect(split('114年上半年：已辦講習。\n113年下半年：已盤點。')).toEqual({
      narrative: '已辦講習。',
      history: [['113年下半年', '已盤點。']],
    });
    expect(split('已辦講習。\n113.12.31：已盤點。')).toEqual({
      narrative: '已辦講習。',
      history: [['113.12.31', '已盤點。']],
    });
    expect(split('第2次：講習。\n第1次：盤點。', null)).toEqual({
      narrative: '第2次：講習。',
      history: [['第1次', '盤點。']],
    });
    expect(split('講習。\n第1次（113年12月）：盤點。', { ...period, text: '第2次追蹤' })).toEqual({
      narrative: '講習。',
      history: [['第1次（113年12月）', '盤點。']],
    });
  });

  it.each([
    '114年3月5日簽奉核定。\n114年4月6日公告。',
    '辦理如下：\n114.3.5：說明會\n114.4.6：檢討會',
    '一、受理。\n二、114.3.5公告。',
    '上半年已辦2次。\n下半年：續辦。',
    '上次會議決議事項均已辦理。',
    '第1季：3場\n第2季：4場',
    '去年：90％\n今年：95％',
    '- 第1階段\n- 第2階段',
  ])('is one narrative: %j', text => {
    expect(split(text)).toEqual({ narrative: text, history: [] });
  });

  it('loses no character, and gets a new narrative without touching the older text', () => {
    const line = fc.constantFrom(
      '已辦講習。',
      '',
      '---',
      '前次（113年下半年）：',
      '本期：',
      '113.12.31：盤點',
      '第1次：',
      '114年上半年：',
    );
    const text = fc.array(line, { maxLength: 8 }).map(lines => lines.join('\n'));
    fc.assert(
      fc.property(text, fc.constantFrom(period, null), (cell, of) => {
        const parts = splitNarrative(cell, of);
        expect(parts.lead + parts.narrative + parts.between + parts.older).toBe(cell);
        const written = replaceNarrative(parts, '新的辦理情形。');
        const again = splitNarrative(written, of);
        expect([again.narrative, again.older]).toEqual(['新的辦理情形。', parts.older]);
        expect(replaceNarrative(again, '新的辦理情形。')).toBe(written);
      }),
    );
  });
});
