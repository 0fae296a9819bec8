import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../sync/sheet/index.ts';
import { readSheet, sharedStrings, workbookFile, worksheet } from './packages.ts';
import { fill, outcomes, text } from './patches.ts';

/*
 * What is written in the plainest way is read by lanes of its own. One blank too many in a tag puts the same thing before the
 * scanner, which is slower and decides what is right.
 */

const pieces = [
  '字',
  'a',
  ' ',
  '\t',
  '\n',
  '\r',
  '&amp;',
  '&#10;',
  '_x000D_',
  ']',
  ']]>',
  '>',
  '<!---->',
  '&',
  '😀',
  '\u0001',
];
const content = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map(found => found.join(''));
const strings = fc.array(fc.record({ content, preserve: fc.boolean() }), { minLength: 1, maxLength: 4 });

const table = (items: readonly { content: string; preserve: boolean }[], blank: string): string =>
  sharedStrings(
    ...items.map(({ content, preserve }) => `<t${preserve ? ' xml:space="preserve"' : ''}${blank}>${content}</t>`),
  );
const pointers = (count: number): string =>
  `<row r="1">${Array.from({ length: count }, (_, i) => `<c t="s"><v>${i}</v></c>`).join('')}</row>`;

const textsIn = (count: number, strings: string): readonly string[] | string => {
  const read = readWorkbook(workbookFile(worksheet(pointers(count)), { 'xl/sharedStrings.xml': strings }), 'a.xlsx');
  return read.ok ? read.workbook.sheets[0]!.rows[0]!.cells.map(cell => cell.text) : read.issue.code;
};

describe('shared strings written in the plainest way', () => {
  it('are what the scanner makes of them', () => {
    fc.assert(
      fc.property(strings, items => {
        expect(textsIn(items.length, table(items, ''))).toEqual(textsIn(items.length, table(items, ' ')));
      }),
      { numRuns: 500 },
    );
  });

  it('are none of a foreign element', () => {
    const foreign = '<ext xmlns="urn:other"><si><t>外</t></si></ext>';
    const withForeign = (at: 'before' | 'after') => {
      const own = '<si><t>內</t></si>';
      return sharedStrings('').replace('<si></si>', at === 'before' ? foreign + own : own + foreign);
    };
    expect(textsIn(1, withForeign('before'))).toEqual(['內']);
    expect(textsIn(2, withForeign('after'))).toEqual(['內', '']);
  });
});

interface Cell {
  readonly column: string;
  readonly named: boolean;
  readonly value: string;
  readonly type: string;
  readonly style: string;
}

describe('cells written in the plainest way', () => {
  const cell = fc.record({
    column: fc.constantFrom('A', 'B', 'C', 'D'),
    named: fc.boolean(),
    value: fc.constantFrom('', '<v>0</v>', '<v>7.5</v>', '<v>x</v>', '<f>1+1</f><v>2</v>'),
    type: fc.constantFrom('', ' t="s"', ' t="b"', ' t="n"', ' t="str"'),
    style: fc.constantFrom('', ' s="0"', ' s="9"'),
  });
  const sheetOf = (cells: readonly Cell[], blank: string): string =>
    worksheet(
      `<row r="1">${cells
        .map(({ column, named, value, type, style }) => {
          const attributes = `${named ? ` r="${column}1"` : ''}${style}${type}${blank}`;
          return value === '' ? `<c${attributes}/>` : `<c${attributes}>${value}</c>`;
        })
        .join('')}</row>`,
    );

  it('are filled as others are', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 5 }), cells => {
        const written = (blank: string) => {
          const parts = { 'xl/sharedStrings.xml': sharedStrings('<t>舊</t>') };
          const filled = fill(workbookFile(sheetOf(cells, blank), parts), {
            A1: text('一'),
            C1: text('舊'),
            F1: text('二'),
          });
          return [outcomes(filled), filled.sheet.rows.flatMap(row => row.cells.map(({ text }) => text))];
        };
        expect(written('')).toEqual(written(' '));
      }),
      { numRuns: 300 },
    );
  });

  it('may come twice in a row', () => {
    const { sheet } = fill(workbookFile(worksheet('<row r="1"><c r="A1"><v>1</v></c><c r="A1"/></row>')), {
      A1: text('新'),
    });
    expect(sheet.rows[0]!.cells.map(cell => cell.text)).toEqual(['新']);
    expect(readSheet(worksheet('<row r="1"><c r="A1"><v>1</v></c><c r="A1"/></row>')).cell(1, 1)?.text).toBe('1');
  });
});
