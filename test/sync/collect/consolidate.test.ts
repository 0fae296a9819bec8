import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeOds } from '../../../sync/collect/consolidate/ods.ts';
import type { OutSheet } from '../../../sync/collect/consolidate/sheets.ts';
import { writeXlsx } from '../../../sync/collect/consolidate/xlsx.ts';
import { ZipStream } from '../../../sync/collect/consolidate/zip-stream.ts';
import {
  type ConsolidatedRow,
  type ConsolidationFormat,
  type ConsolidationSource,
  Counting,
  writeConsolidation,
} from '../../../sync/collect/index.ts';
import { defaultLimits, openArchive, partText, type Workbook } from '../../../sync/sheet/index.ts';
import { convert, findSoffice } from '../../../sync/sheet/libreoffice/index.ts';
import { opened } from './opened.ts';

const items = ['一', '二'].map((label, i) => ({
  rowId: `q${i}`,
  label,
  text: `第${label}題`,
  path: ['服務', '櫃檯'],
  skeletonKey: null,
  skeletonText: null,
}));
const agencies = ['甲公所', '乙公所', '丙公所'].map((name, i) => ({
  id: `a${i}`,
  name,
  state: i === 2 ? '未送' : '已彙整',
  files: i === 2 ? [] : [`${name}.xlsx`],
  returnedAt: null,
}));
const rowOf = (recipientId: string, rowId: string, changes: Partial<ConsolidatedRow> = {}): ConsolidatedRow => ({
  recipientId,
  rowId,
  original: { result: '完成', narrative: '=1+1', selfScore: 4 },
  accepted: { result: '已完成', narrative: '=1+1', selfScore: 5 },
  lineage: {
    fileName: '回覆.xlsx',
    sheet: '檢核表',
    row: 7,
    cells: { result: 'E7', narrative: 'F7', selfScore: 'H7' },
  },
  ...changes,
});
const rows = [
  rowOf('a0', 'q0', { previousResult: '未辦理' }),
  rowOf('a0', 'q1', { accepted: { result: '未辦理' }, previousResult: '已完成' }),
  rowOf('a1', 'q0', { previousResult: null, first: { score: 3, remarks: '佐證不足' } }),
  rowOf('a1', 'q1', { accepted: {}, original: {}, lineage: null, previousResult: '辦理中' }),
];
const source = (changes: Partial<ConsolidationSource> = {}): ConsolidationSource => ({
  title: '114年度自行檢核表彙整',
  agencyName: '青嵐縣政府',
  madeAt: '2025-07-01T02:03:04.000Z',
  locale: 'zh-TW',
  items,
  agencies,
  fields: ['result', 'narrative', 'selfScore'],
  hasPrevious: true,
  byAgency: () => rows,
  byItem: () => rows.toSorted((a, b) => (a.rowId < b.rowId ? -1 : a.rowId > b.rowId ? 1 : 0)),
  ...changes,
});

async function bytesOf(write: (sink: (chunk: Uint8Array) => void) => Promise<void>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  await write(chunk => {
    chunks.push(chunk);
  });
  return new Uint8Array(Buffer.concat(chunks));
}
const written = (of: ConsolidationSource, format: ConsolidationFormat): Promise<Uint8Array> =>
  bytesOf(sink => writeConsolidation(of, sink, format));
const texts = (book: Workbook, name: string): readonly (readonly string[])[] =>
  book.sheets.find(sheet => sheet.name === name)!.rows.map(({ cells }) => cells.map(({ text }) => text));

describe.each(['xlsx', 'ods'] as const)('the consolidated workbook as .%s', format => {
  it('has its five sheets in their order, each row where it belongs', async () => {
    const book = opened(await written(source(), format));
    expect(book.sheets.map(({ name }) => name)).toEqual(['摘要', '依項目', '依機關', '原始資料', '來源']);
    expect(texts(book, '依項目').map(row => [row[0], row[3], row[4], row[7], row[8]])).toEqual([
      ['編號', '機關', '檢核結果', '上次結果', '變動'],
      ['一', '甲公所', '已完成', '未辦理', '進步'],
      ['一', '乙公所', '已完成', '', '新增'],
      ['二', '甲公所', '未辦理', '已完成', '退步'],
      ['二', '乙公所', '', '辦理中', '未再填'],
    ]);
    expect(texts(book, '依機關').map(row => row[0])).toEqual(['機關', '甲公所', '甲公所', '乙公所', '乙公所']);
    expect(texts(book, '依機關')[3]).toEqual(expect.arrayContaining(['3', '佐證不足']));
    expect(texts(book, '原始資料')[1]!.slice(4)).toEqual(['完成', '已完成', '=1+1', '=1+1', '4', '5']);
    expect(texts(book, '來源')[1]).toEqual(['甲公所', '一', '第一題', '回覆.xlsx', '檢核表', '7', 'E7', 'F7', 'H7']);
  });

  it('sums up by question, by agency and against the last round', async () => {
    const summary = texts(opened(await written(source(), format)), '摘要').map(row => row.filter(text => text !== ''));
    expect(summary.slice(0, 4)).toEqual([
      ['114年度自行檢核表彙整'],
      ['彙整機關：青嵐縣政府'],
      ['彙整時間：114年7月1日 10:03'],
      ['受查機關 3 個，已彙整 2，未送 1'],
    ]);
    expect(summary).toContainEqual(['填報數', '1', '1', '1', '1']);
    const items = summary.findIndex(([first]) => first === '編號');
    expect(summary.slice(items + 1, items + 5)).toEqual([
      ['服務 > 櫃檯'],
      ['一', '第一題', '2', '2', '0', '0', '0', '0', '0'],
      ['二', '第二題', '2', '0', '0', '1', '0', '0', '1'],
      ['合計', '4', '2', '0', '1', '0', '0', '1'],
    ]);
    const agencies = summary.findIndex(([first]) => first === '序號');
    expect(summary.slice(agencies + 1)).toEqual([
      ['1', '甲公所', '已彙整', '1', '0', '1', '0', '0', '0', '甲公所.xlsx'],
      ['2', '乙公所', '已彙整', '1', '0', '0', '0', '0', '1', '乙公所.xlsx'],
      ['3', '丙公所', '未送', '0', '0', '0', '0', '0', '0'],
      ['合計', '2', '0', '1', '0', '0', '1'],
    ]);
  });

  it('leaves out what a form or a round does not have: results, reviews, a round before', async () => {
    const book = opened(
      await written(source({ fields: ['narrative'], hasPrevious: false, hasReviews: false, agencyName: '' }), format),
    );
    const filled = texts(book, '摘要').map(row => row.filter(text => text !== ''));
    expect(filled[1]![0]).toMatch(/^彙整時間/);
    expect(filled).toContainEqual(['編號', '題目', '回收數']);
    expect(filled).toContainEqual(['一', '第一題', '2']);
    expect(texts(book, '依機關')[0]).toEqual(['機關', '編號', '上層項目', '題目', '辦理情形']);
  });

  it('counts words of results that are words of programs too', async () => {
    const odd = ['constructor', '__proto__', 'toString', '看'.repeat(5000)].map((result, i) =>
      rowOf(`a${i % 3}`, 'q0', { accepted: { result } }),
    );
    const summary = texts(opened(await written(source({ byAgency: () => odd }), format)), '摘要');
    expect(summary.map(row => row.filter(text => text !== ''))).toContainEqual([
      ...['一', '第一題', '4', '0', '0', '0', '0', '4', '0'],
    ]);
  });

  it('holds texts as texts, whatever they say, and never a formula', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('=', '+', '-', '@', "'", ''),
        async (text, start) => {
          const said = `${start}${text}`;
          const book = opened(
            await written(source({ byAgency: () => [rowOf('a0', 'q0', { accepted: { narrative: said } })] }), format),
          );
          const cells = book.sheets.flatMap(sheet => sheet.rows.flatMap(row => row.cells));
          expect(cells.every(({ formula }) => formula === null)).toBe(true);
          const cell = book.sheets[2]!.cell(2, 6);
          const seen = (value: string): string =>
            value
              .replace(/\r\n?/g, '\n')
              .replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, '')
              .toWellFormed();
          expect(seen(cell?.text ?? '')).toBe(seen(said));
          if (seen(said) !== '') expect(cell?.value.kind).toBe('text');
        },
      ),
      { numRuns: 60 },
    );
  });

  it('opens in exceljs and in LibreOffice, with the same content', async () => {
    const bytes = await written(source(), format);
    const own = texts(opened(bytes), '依機關');
    if (format === 'xlsx') {
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(bytes.buffer as ArrayBuffer);
      const sheet = book.getWorksheet('依機關')!;
      expect(sheet.getRow(2).getCell(6).value).toBe('=1+1');
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
      expect(sheet.autoFilter).toBe('A1:M5');
      expect(sheet.pageSetup).toMatchObject({
        orientation: 'landscape',
        paperSize: 9,
        fitToWidth: 1,
        fitToHeight: 0,
        printTitlesRow: '1:1',
      });
    }
    if (!(await findSoffice())) return;
    const saved = await convert(bytes, '彙整', format === 'xlsx' ? 'ods' : 'xlsx');
    if (!saved.ok) throw new Error(saved.issue.message);
    expect(texts(opened(saved.bytes), '依機關')).toEqual(own);
  }, 60_000);

  it('cuts what no cell can hold, and says so', async () => {
    const long = '長'.repeat(40_000);
    const book = opened(
      await written(source({ byAgency: () => [rowOf('a0', 'q0', { accepted: { narrative: long } })] }), format),
    );
    const { text } = book.sheets[2]!.cell(2, 6)!;
    expect(text).toHaveLength(32_767);
    expect(text).toMatch(/全文見來源檔/);
  });

  it('goes on in another sheet where one is full', async () => {
    const sheet: OutSheet = {
      name: '資料',
      widths: [10],
      head: ['數'],
      rows: () => [1, 2, 3, 4, 5].map(value => ({ look: 'body' as const, values: [value] })),
    };
    const meta = { title: '', madeAt: '2025-07-01T00:00:00Z', cut: '' };
    const book = opened(
      await bytesOf(async sink => {
        const zip = new ZipStream(sink);
        const summary: OutSheet = { ...sheet, name: '摘要', head: null, rows: () => [] };
        if (format === 'xlsx') await writeXlsx(zip, [sheet], summary, meta, 3);
        else await writeOds(zip, [summary, sheet], meta, 3);
        await zip.end();
      }),
    );
    expect(book.sheets.map(({ name }) => name)).toEqual(['摘要', '資料', '資料 (2)', '資料 (3)']);
    expect(texts(book, '資料 (2)').flat()).toEqual(['數', '3', '4']);
    expect(texts(book, '資料 (3)').flat()).toEqual(['數', '5']);
  });

  it('fails with whatever the sink says, and writes nothing after it', async () => {
    let calls = 0;
    const failing = writeConsolidation(
      source({
        byAgency: () =>
          Array.from({ length: 5000 }, (_, i) => rowOf('a0', 'q0', { accepted: { narrative: `${i}${Math.sin(i)}` } })),
      }),
      () => {
        if (++calls === 3) throw new Error('disk full');
      },
      format,
    );
    await expect(failing).rejects.toThrow('disk full');
    expect(calls).toBe(3);
  });
});

describe('the consolidated workbook', () => {
  it('is printed on A4 across and filters under a frozen head in OpenDocument too', async () => {
    const archive = openArchive(await written(source(), 'ods'), defaultLimits);
    expect(partText(archive, 'styles.xml')).toMatch(
      /fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape"/,
    );
    expect(partText(archive, 'settings.xml')).toMatch(/VerticalSplitPosition" config:type="int">1</);
    expect(partText(archive, 'content.xml')).toMatch(
      /target-range-address="'依機關'.A1:'依機關'.M5" table:display-filter-buttons="true"/,
    );
  });

  it('gives each row the height that its text needs, and no row more than Excel shows', async () => {
    const said = ['短', '兩行\n說明', '長'.repeat(32_767)];
    const byAgency = () => said.map((narrative, i) => rowOf('a0', `q${i % 2}`, { accepted: { narrative } }));
    const xlsx = openArchive(await written(source({ byAgency }), 'xlsx'), defaultLimits);
    const heights = [...partText(xlsx, 'xl/worksheets/sheet2.xml')!.matchAll(/ ht="(\d+)"/g)].map(([, ht]) =>
      Number(ht),
    );
    expect(heights[2]).toBe(32);
    expect(heights[3]).toBe(400);
    const ods = openArchive(await written(source({ byAgency }), 'ods'), defaultLimits);
    expect(partText(ods, 'content.xml')).toMatch(/style:name="ro25" style:family="table-row"><[^>]*row-height="400pt"/);
  });

  it('marks in the raw sheet what was put right, and nothing else', async () => {
    const xlsx = openArchive(await written(source(), 'xlsx'), defaultLimits);
    const styleOf = (cell: string) =>
      new RegExp(`r="${cell}" s="(\\d+)"`).exec(partText(xlsx, 'xl/worksheets/sheet3.xml')!)?.[1];
    // 完成 became 已完成 (F), the narrative stayed (H), 4 points became 5 (J).
    expect(styleOf('F2')).toBe(styleOf('J2'));
    expect(styleOf('F2')).not.toBe(styleOf('H2'));
    const ods = openArchive(await written(source(), 'ods'), defaultLimits);
    expect(partText(ods, 'content.xml')!.match(/ce-body-marked"[ /]/g)?.length).toBeGreaterThan(2);
  });

  it('is English where asked', async () => {
    const book = opened(await written(source({ locale: 'en' }), 'xlsx'));
    expect(book.sheets.map(({ name }) => name)).toEqual(['Summary', 'By item', 'By agency', 'Raw', 'Sources']);
    const chinese = texts(book, 'By agency')[0]!.filter(text => /\p{Script=Han}/u.test(text));
    expect(chinese).toEqual([]);
  });

  it('counts results however they are worded, in any order of rows', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), shuffled => {
        const [one, other] = [rows, shuffled].map(list => {
          const counting = new Counting(items, true);
          for (const row of list) counting.add(row);
          const { byAgency, ...rest } = counting.statistics;
          return { ...rest, byAgency: byAgency.toSorted((a, b) => (a.recipientId < b.recipientId ? -1 : 1)) };
        });
        expect(other).toEqual(one);
        expect(one!.changes).toEqual({ better: 1, worse: 1, new: 1, gone: 1 });
      }),
    );
  });
});
