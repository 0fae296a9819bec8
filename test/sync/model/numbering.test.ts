import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type MarkKind,
  markKinds,
  markLabel,
  markRank,
  parseBareMark,
  parseGluedCompound,
  parseGluedMark,
  parseMark,
} from '../../../sync/model/index.ts';

const labelAndRest = (text: string): readonly [string, string] | null => {
  const mark = parseMark(text);
  return mark && [mark.label, mark.rest];
};

describe('a numbering mark', () => {
  it.each([
    ['一、櫃檯', '一', '櫃檯'],
    ['十二、櫃檯', '十二', '櫃檯'],
    ['廿一、櫃檯', '廿一', '櫃檯'],
    ['二 、櫃檯', '二', '櫃檯'],
    ['三　櫃檯', '三', '櫃檯'],
    ['壹、緣起', '壹', '緣起'],
    ['(一)櫃檯', '(一)', '櫃檯'],
    ['（ 十 ）櫃檯', '(十)', '櫃檯'],
    ['㈡櫃檯', '(二)', '櫃檯'],
    ['1.櫃檯', '1', '櫃檯'],
    ['１２．櫃檯', '12', '櫃檯'],
    ['1、 櫃檯', '1', '櫃檯'],
    ['1 櫃檯', '1', '櫃檯'],
    ['⒊櫃檯', '3', '櫃檯'],
    ['1.115年度計畫', '1', '115年度計畫'],
    ['1.2 櫃檯', '1.2', '櫃檯'],
    ['1-1、櫃檯', '1-1', '櫃檯'],
    ['1.1.2.櫃檯', '1.1.2', '櫃檯'],
    ['100.櫃檯', '100', '櫃檯'],
    ['100、櫃檯', '100', '櫃檯'],
    ['１２３．櫃檯', '123', '櫃檯'],
    ['(1)櫃檯', '(1)', '櫃檯'],
    ['（１）櫃檯', '(1)', '櫃檯'],
    ['⑴櫃檯', '(1)', '櫃檯'],
    ['1)櫃檯', '1)', '櫃檯'],
    ['○1櫃檯', '○1', '櫃檯'],
    ['①櫃檯', '○1', '櫃檯'],
    ['❷櫃檯', '○2', '櫃檯'],
    ['A.櫃檯', 'A', '櫃檯'],
    ['(b)櫃檯', '(b)', '櫃檯'],
  ])('of %s is %s', (text, label, rest) => {
    expect(labelAndRest(text)).toEqual([label, rest]);
  });

  it.each([
    '櫃檯',
    '3大項目',
    '115年度',
    '12 月底',
    '1.5公里',
    '115.06.30',
    '114.06.30 前完成',
    '114. 6.30',
    '99.12.31 前完成',
    '114年',
    '114.年度計畫',
    '114、115年度',
    '100,000元',
    '100.5公里',
    '100 人次',
    '110、113專線',
    '007.櫃檯',
    '1.1.2櫃檯',
    '1-6月',
    '1,000元',
    '一致性',
    '一般民眾',
    'e化服務',
    'U.S.A',
    '2.3樓',
    '十',
    '5G',
    '',
  ])('is none in %s', text => {
    expect(parseMark(text)).toBeNull();
  });

  it('reads back from every label, in half and full width', () => {
    const kind = fc.constantFrom(...markKinds.filter((k): k is Exclude<MarkKind, 'compound'> => k !== 'compound'));
    fc.assert(
      fc.property(kind, fc.integer({ min: 1, max: 19 }), fc.boolean(), (of, ordinal, wide) => {
        const label = markLabel(of, ordinal);
        fc.pre(label !== null);
        const mark = /^[(○]|\)$/.test(label) ? label : `${label}、`;
        const printed = wide ? mark.replace(/[()\dA-Z]/g, c => String.fromCharCode(c.charCodeAt(0) + 0xfee0)) : mark;
        expect(parseMark(`${printed}內容`)).toEqual({ kind: of, label, ordinal, rest: '內容' });
        expect(parseBareMark(printed)).toMatchObject({ label, ordinal });
      }),
    );
  });

  it('never eats the text behind it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const mark = parseMark(text);
        if (mark) expect(text.endsWith(mark.rest)).toBe(true);
      }),
    );
  });

  it('of a kind stands further out or further in than others', () => {
    expect((['han', 'hanParen', 'digit', 'digitParen', 'circled', 'letter'] as const).map(markRank)).toEqual(
      [...(['han', 'hanParen', 'digit', 'digitParen', 'circled', 'letter'] as const).map(markRank)].sort(
        (a, b) => a - b,
      ),
    );
    expect([markLabel('digit', 100), parseBareMark('100.')?.label]).toEqual(['100', '100']);
    expect([markLabel('compound', 1), markLabel('letter', 27), markLabel('han', 0), markLabel('han', 20)]).toEqual([
      null,
      null,
      null,
      '二十',
    ]);
  });
});

describe('a mark in a cell of its own', () => {
  it('needs no dot, and is not a text that merely begins with one', () => {
    expect(['一', '(一)', '1', '1.', '１', '①', '120', '1.2', 'A'].map(text => parseBareMark(text)?.label)).toEqual([
      '一',
      '(一)',
      '1',
      '1',
      '1',
      '○1',
      '120',
      '1.2',
      'A',
    ]);
    expect(['', '項次', '10月', '一、櫃檯', '櫃檯', '2026'].map(parseBareMark)).toEqual(Array(6).fill(null));
  });
});

describe('a number close to its text', () => {
  it('is a mark only for who knows that it is the next', () => {
    expect(parseGluedMark('1訂定')).toEqual({ kind: 'digit', label: '1', ordinal: 1, rest: '訂定' });
    expect(parseGluedMark('2.3樓')).toMatchObject({ ordinal: 2, rest: '3樓' });
    expect(['12月', '3大項目', '訂定', '5%'].map(parseGluedMark)).toEqual(Array(4).fill(null));
  });

  it('of several levels is one as a whole', () => {
    expect(parseGluedCompound('1-2訂定')).toEqual({ kind: 'compound', label: '1-2', ordinal: 2, rest: '訂定' });
    expect(['1.1.12訂定', '１－３訂定'].map(text => parseGluedCompound(text)?.label)).toEqual(['1.1.12', '1-3']);
    expect(['1-6月辦理', '99.12.31前', '114.6.30前', '1.訂定', '2.3樓', '訂定'].map(parseGluedCompound)).toEqual(
      Array(6).fill(null),
    );
  });
});
