import { describe, expect, it } from 'vitest';
import {
  dayOfText,
  evidenceNames,
  findChoice,
  printDay,
  resultOfChoice,
  scoreOf,
  tickOf,
} from '../../../../sync/form/answers/index.ts';

describe('evidence names', () => {
  it.each([
    ['1.簽到表\n2.照片', ['簽到表', '照片']],
    ['１．簽到表\n２．照片', ['簽到表', '照片']],
    ['（1）簽到表\n（2）照片', ['簽到表', '照片']],
    ['①簽到表②照片', ['簽到表', '照片']],
    ['1.簽到表 2.照片；3.名冊', ['簽到表', '照片', '名冊']],
    ['一、簽到表\n二、照片', ['簽到表', '照片']],
    ['1.114年度計畫\n2.114年度成果', ['114年度計畫', '114年度成果']],
    ['1.114年度計畫', ['114年度計畫']],
    ['1.5倍放大圖', ['1.5倍放大圖']],
    ['114.6.30會議紀錄', ['114.6.30會議紀錄']],
    ['簽到表、照片（前、後）', ['簽到表', '照片（前、後）']],
    ['簽到表；照片', ['簽到表', '照片']],
    ['簽到表\n照片、名冊', ['簽到表', '照片', '名冊']],
    ['佐證：\n1.很長的名稱\n  接續\n2.照片', ['很長的名稱接續', '照片']],
    ['- 簽到表\n- 照片', ['簽到表', '照片']],
    ['無', []],
    ['1.\n2.', []],
  ])('in %j are %j', (text, names) => {
    expect(evidenceNames(text)).toEqual(names);
  });
});

describe('days', () => {
  it.each([
    ['114.3.25', '2025-03-25'],
    ['１１４／０３／２５', '2025-03-25'],
    ['114年3月25日(二)', '2025-03-25'],
    ['1140325', '2025-03-25'],
    ['2025-03-25 00:00:00', '2025-03-25'],
    ['114年2月底', '2025-02-28'],
    ['114.3.25前', '2025-03-25'],
    ['114.3', null],
    ['114.2.30', null],
    ['已完成', null],
    ['114.3.25\n114.4.1', null],
  ])('%j is %j', (text, day) => {
    expect(dayOfText(text)).toBe(day);
  });

  it('are printed as their number format says', () => {
    expect(printDay('[$-404]e/m/d', '2025-06-03')).toBe('114/6/3');
    expect(printDay('[$-404]e"年"mm"月"dd"日";@', '2025-06-03')).toBe('114年06月03日');
    expect(printDay('yyyy/m/d', '2025-06-03')).toBe('2025/6/3');
    expect(printDay('General', '2025-06-03')).toBeNull();
    expect(printDay('0.00', '2025-06-03')).toBeNull();
  });
});

describe('scores', () => {
  it.each([
    ['8.5', 8.5],
    ['８．５分', 8.5],
    [' 9 分', 9],
    ['九分', null],
    ['85/100', 85],
    ['８５ 分／１００分', 85],
    ['8/10', 8],
    ['80%', 80],
    ['７.５％', 7.5],
    ['12/10', null],
    ['6/30', null],
    ['6/0', null],
    ['8/10/2', null],
    ['80%分', null],
    ['', null],
  ])('%j is %j', (text, score) => {
    expect(scoreOf(text)).toBe(score);
  });

  it('are given out of the full marks of their row, or out of a hundred', () => {
    expect(scoreOf('24/30', 30)).toBe(24);
    expect(scoreOf('24/100', 30)).toBe(24);
    expect(scoreOf('8/10', 30)).toBeNull();
  });
});

describe('ticks', () => {
  it.each(['V', 'ｖ', '✓', '✔', '○', '●', '■', '1', 'TRUE', '(V)', '☑', '是', '▓'])('%s is one', text => {
    expect(tickOf(text)).toBe('ticked');
  });
  it.each(['', '□', '( )', '0', 'FALSE', '-', '否'])('%j is none', text => {
    expect(tickOf(text)).toBe('open');
  });
  it('leaves × and words to be judged by their neighbours', () => {
    expect(tickOf('×')).toBe('cross');
    expect(tickOf('部分完成')).toBe('unusual');
  });
});

describe('what a choice means', () => {
  it.each([
    ['已完成', 'done'],
    ['完成', 'done'],
    ['是', 'done'],
    ['符合', 'done'],
    ['持續辦理中', 'ongoing'],
    ['改善中', 'ongoing'],
    ['未辦理', 'notDone'],
    ['無此情形', 'notApplicable'],
    ['否', null],
    ['不符合', null],
    ['部分符合', null],
    ['解除列管', null],
    ['持續列管', null],
    ['', null],
  ])('%s: %s', (choice, result) => {
    expect(resultOfChoice(choice)).toBe(result);
  });

  it('finds a choice by its words, their beginning, or the one of the same meaning', () => {
    expect(findChoice(['是', '否'], '否')).toBe(1);
    expect(findChoice(['1.已完成', '2.辦理中'], '1.已完成')).toBe(0);
    expect(findChoice(['符合', '其他：＿＿'], '其他')).toBe(1);
    expect(findChoice(['完成', '執行中'], '辦理中')).toBe(1);
    expect(findChoice(['完成', '執行中'], 'ongoing')).toBe(1);
    expect(findChoice(['完成', '已辦竣'], 'done')).toBeNull();
    expect(findChoice(['解除列管', '持續列管'], '已完成')).toBeNull();
  });
});
