import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../../../sync/form/answers/index.ts';
import { profileForm } from '../../../../sync/form/profile/index.ts';
import { readWorkbook, type Workbook } from '../../../../sync/sheet/index.ts';
import { odsFile, rowOf, workbookIn } from '../../sheet/ods-files.ts';
import { workbookFile, workbookOf, worksheet } from '../../sheet/packages.ts';

/** `-struck-`, `*bold*`, `_underlined_`, `^red^`, `~grey~`; all else is plain. */
const looks: Readonly<Record<string, Partial<ExcelJS.Font>>> = {
  '-': { strike: true },
  '*': { bold: true },
  _: { underline: true },
  '^': { color: { argb: 'FFFF0000' } },
  '~': { color: { argb: 'FF808080' } },
};
interface Piece {
  readonly text: string;
  readonly sign: string;
}
const piecesOf = (text: string): readonly Piece[] =>
  text.split(/([-*_^~])([^-*_^~]+)\1/).reduce<Piece[]>((list, text, i, all) => {
    if (i % 3 === 0 && text !== '') list.push({ text, sign: '' });
    if (i % 3 === 2) list.push({ text, sign: all[i - 1]! });
    return list;
  }, []);

const steps = ['1.設置櫃檯', '2.訂定輪值', '3.檢討流程', '4.公告周知'];

/** A form with these cells for the results, one row each. */
async function xlsx(head: readonly string[], rows: readonly (readonly string[])[]): Promise<Workbook> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('表');
  sheet.addRow(['執行步驟', ...head, '辦理情形']);
  for (const [i, cells] of rows.entries()) {
    const row = sheet.addRow([steps[i]]);
    for (const [c, text] of cells.entries()) {
      const pieces = piecesOf(text);
      const cell = row.getCell(c + 2);
      if (pieces.length === 1) {
        cell.value = pieces[0]!.text;
        if (pieces[0]!.sign !== '') cell.font = looks[pieces[0]!.sign]!;
      } else if (pieces.length > 1)
        cell.value = {
          richText: pieces.map(({ text, sign }) => ({ text, ...(sign === '' ? {} : { font: looks[sign] }) })),
        };
    }
  }
  return workbookOf(readWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()), '表.xlsx'));
}

const odsLooks: Readonly<Record<string, readonly [name: string, properties: string]>> = {
  '-': ['struck', 'style:text-line-through-style="solid" style:text-line-through-type="single"'],
  '*': ['bold', 'fo:font-weight="bold"'],
  _: ['under', 'style:text-underline-style="solid"'],
  '^': ['red', 'fo:color="#ff0000"'],
  '~': ['grey', 'fo:color="#808080"'],
};
const span = ({ text, sign }: Piece): string =>
  sign === '' ? text : `<text:span text:style-name="${odsLooks[sign]![0]}">${text}</text:span>`;
const odsText = (text: string): string => {
  const [first, ...more] = piecesOf(text);
  if (!first) return '<table:table-cell/>';
  const style = more.length === 0 && first.sign !== '' ? ` table:style-name="c-${odsLooks[first.sign]![0]}"` : '';
  const content = more.length === 0 ? first.text : [first, ...more].map(span).join('');
  return `<table:table-cell office:value-type="string"${style}><text:p>${content}</text:p></table:table-cell>`;
};
const odsStyles = Object.values(odsLooks)
  .map(([name, properties]) => {
    const style = (family: string, prefix: string) =>
      `<style:style style:name="${prefix}${name}" style:family="${family}"><style:text-properties ${properties}/></style:style>`;
    return style('text', '') + style('table-cell', 'c-');
  })
  .join('');
const odsRow = (...texts: readonly string[]): string => rowOf(...texts.map(odsText));

async function ods(head: readonly string[], rows: readonly (readonly string[])[]): Promise<Workbook> {
  const lines = [odsRow('執行步驟', ...head, '辦理情形'), ...rows.map((cells, i) => odsRow(steps[i]!, ...cells))];
  return workbookIn(odsFile(lines.join(''), { styles: odsStyles }));
}

interface Read {
  readonly results: readonly (string | undefined)[];
  readonly codes: readonly string[];
}
function readOf(workbook: Workbook, count: number): Read {
  const { answers, issues } = readAnswers(workbook, profileForm(workbook));
  const rows = answers.sheets[0]?.rows ?? [];
  return {
    results: Array.from({ length: count }, (_, i) => rows.find(({ row }) => row === i + 2)?.result),
    codes: issues.map(({ code }) => code.replace('answer_choice_', '')),
  };
}

const list = ['檢核結果'];
const columns = ['是', '否', '不適用'];

describe.each([
  ['xlsx', xlsx],
  ['ods', ods],
] as const)('choices marked by their look in an .%s', (_, made) => {
  const readList = async (...cells: readonly string[]): Promise<Read> =>
    readOf(
      await made(
        list,
        cells.map(cell => [cell]),
      ),
      cells.length,
    );

  it.each([
    ['all others are crossed out', '-□已完成- □辦理中 -□未辦理-', '辦理中'],
    ['of two the other is crossed out', '-□是- □否', '否'],
    ['it alone is bold', '□已完成 *□辦理中* □未辦理', '辦理中'],
    ['it alone is underlined', '□已完成 □辦理中 □_未辦理_', '未辦理'],
    ['it alone is red', '□已完成 □^辦理中^ □未辦理', '辦理中'],
  ])('are read where %s', async (_, cell, result) => {
    const { results, codes } = await readList(cell, '□已完成 □辦理中 □未辦理');
    expect(results).toEqual([result, undefined]);
    expect(codes).toEqual(['by_format']);
  });

  it.each([
    ['one of several is crossed out', '-□已完成- □辦理中 □未辦理'],
    ['all are crossed out', '-□已完成- -□辦理中- -□未辦理-'],
    ['two are bold', '*□已完成* *□辦理中* □未辦理'],
    ['one is grey', '~□已完成~ □辦理中 □未辦理'],
    ['all look different', '*□已完成* _□辦理中_ ^□未辦理^'],
    ['half a choice is crossed out', '□已完成 □辦-理中- □未辦理'],
    ['the marked one is crossed out', '-■已完成- □辦理中 □未辦理'],
  ])('are left to a person where %s', async (_, cell) => {
    const { results, codes } = await readList(cell, '□已完成 □辦理中 □未辦理');
    expect(results).toEqual([undefined, undefined]);
    expect(codes).toEqual(['format_doubtful']);
  });

  it('are read where they stand without boxes', async () => {
    const { results, codes } = await readList('-已完成-／辦理中／-未辦理-', '已完成／辦理中／*未辦理*');
    expect([results, codes]).toEqual([
      ['辦理中', '未辦理'],
      ['by_format', 'by_format'],
    ]);
  });

  it('count for nothing beside a mark', async () => {
    expect(await readList('*□已完成* ■辦理中 -□未辦理-', '□已完成 □辦理中 □未辦理')).toEqual({
      results: ['辦理中', undefined],
      codes: [],
    });
  });

  it('are the look of the form where every row has them', async () => {
    const cell = '□已完成 □辦理中 *□未辦理*';
    expect(await readList(cell, cell, cell)).toEqual({
      results: [undefined, undefined, undefined],
      codes: ['printed'],
    });
    const mixed = await readList(cell, cell, '□已完成 *□辦理中* □未辦理');
    expect(mixed.results).toEqual(['未辦理', '未辦理', '辦理中']);
    const crossed = '-□已完成- □辦理中 -□未辦理-';
    expect((await readList(crossed, crossed, crossed)).results).toEqual(['辦理中', '辦理中', '辦理中']);
  });

  it('are read in columns that print their own choice', async () => {
    const read = readOf(
      await made(columns, [
        ['-是-', '否', '-不適用-'],
        ['是', '否', '*不適用*'],
        ['是', '否', '不適用'],
        ['-是-', '否', '不適用'],
      ]),
      4,
    );
    expect(read.results).toEqual(['否', '不適用', undefined, undefined]);
    expect(read.codes).toEqual(['by_format', 'by_format', 'format_doubtful']);
  });
});

describe('a cell', () => {
  it('tells the looks of texts that stand in it', () => {
    const runs = '<r><rPr><strike/></rPr><t xml:space="preserve">□是 </t></r><r><t>□否</t></r>';
    const sheet = workbookOf(
      readWorkbook(workbookFile(worksheet(`<row r="1"><c r="A1" t="inlineStr"><is>${runs}</is></c></row>`)), '表.xlsx'),
    ).sheets[0]!;
    expect(sheet.cell(1, 1)!.stretches).toMatchObject([
      { text: '□是 ', emphasis: { strike: true, bold: false } },
      { text: '□否', emphasis: { strike: false } },
    ]);
  });
});
