import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildAnswer, buildContent, buildRow, opened, sampleRows, written } from './forms.ts';

let parts: Record<string, string> = {};
let workbook: ReturnType<typeof opened>;
const sheet = () => workbook.sheets[0]!;
const xml = () => parts['xl/worksheets/sheet1.xml']!;

const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

const heights = (source: string): ReadonlyMap<number, number> =>
  new Map(
    [...source.matchAll(/<row r="(\d+)" ht="([\d.]+)"/g)].map(([, row, height]) => [Number(row), Number(height)]),
  );

beforeAll(async () => {
  const bytes = await written(buildContent());
  parts = partsOf(bytes);
  workbook = opened(bytes);
});

describe('an issued form shows', () => {
  test('title, agency, period and due date above the header', () => {
    const texts = [1, 2, 3]
      .flatMap(
        row =>
          sheet()
            .row(row)
            ?.cells.map(cell => cell.text) ?? [],
      )
      .filter(Boolean);
    expect(texts).toEqual([
      '青山區公所114年度服務品質計畫自行檢核表',
      '機關：青山區公所',
      '填報期限：114年6月30日',
      '計畫：114年度服務品質計畫',
      '查核期別：114年度　上半年平時查核（114年1月至6月）',
    ]);
    expect(sheet().mergeAt(1, 5)).toEqual({ top: 1, left: 1, bottom: 1, right: 10 });
  });

  test('the columns in order, the row ids hidden among them', () => {
    const titles = sheet()
      .row(5)!
      .cells.map(cell => cell.text);
    expect(titles.filter(title => !title.startsWith('guankao:'))).toEqual([
      '執行要項',
      '執行重點',
      '執行步驟',
      '執行單位',
      '查核期限',
      '檢核結果',
      '辦理情形',
      '佐證資料',
      '備註',
    ]);
    const hidden = titles.map((_, i) => i + 1).filter(column => sheet().isColumnHidden(column));
    expect(hidden).toEqual([6]);
    expect(sheet().cell(6, 6)!.text).toBe('r1');
  });

  test('numbering, units with officers and months as official papers print them', () => {
    expect(
      sheet()
        .row(6)!
        .cells.slice(0, 5)
        .map(cell => cell.text),
    ).toEqual([
      '一、提升櫃檯服務品質',
      '（一）縮短民眾等候時間',
      '1.訂定櫃檯輪值表並公告',
      '民政課\n（陳大同）',
      '6月、12月',
    ]);
  });

  test('equal items and key points merged downward, not across items', () => {
    const table = sheet().merges.filter(merge => merge.top > 5 && merge.bottom < 12);
    const named = table
      .map(({ top, bottom, left }) => [left, top, bottom])
      .toSorted((a, b) => a[0]! - b[0]! || a[1]! - b[1]!);
    expect(named).toEqual([
      [1, 6, 9],
      [1, 10, 11],
      [2, 6, 8],
      [2, 10, 11],
    ]);
  });

  test('one evidence as a link to it, several as a link to their list', () => {
    expect(parts['xl/worksheets/_rels/sheet1.xml.rels']).toContain('Target="https://guankao.example/e/1"');
    expect(xml()).toMatch(/<hyperlink ref="I10" r:id="rId\d+"\/>/);
    expect(xml()).toContain('<hyperlink ref="I11" location="&apos;佐證資料清單&apos;!C3:C4"/>');
    expect(sheet().cell(11, 9)!.text).toBe('會議紀錄.pdf\n系統畫面.png');
    expect(workbook.sheets[1]!.name).toBe('佐證資料清單');
    expect(workbook.sheets[1]!.cell(4, 3)!.text).toBe('系統畫面.png');
  });

  test('a sign-off row below the table, open for typing', () => {
    const row = sheet()
      .row(12)!
      .cells.filter(cell => cell.text !== '');
    expect(row.map(cell => cell.text)).toEqual(['承辦人：', '單位主管：', '秘書室：', '首長：']);
    expect(row.every(cell => !cell.locked)).toBe(true);
  });
});

describe('an issued form lets people', () => {
  test('fill in the answers of open rows and nothing else', () => {
    expect(sheet().protected).toBe(true);
    const open = sheet()
      .rows.filter(({ row }) => row > 5 && row < 12)
      .flatMap(row => row.cells.filter(cell => !cell.locked).map(cell => cell.address));
    const answers = [6, 7, 8, 9, 11].flatMap(row => [`G${row}`, `H${row}`, `J${row}`]);
    expect(open).toEqual(answers);
  });

  test('choose the result from a list, but not in accepted rows', () => {
    expect(xml()).toContain('"已完成,辦理中,未辦理,不適用"'.replaceAll('"', '&quot;'));
    const ranges = sheet().validations.flatMap(validation => validation.ranges);
    expect(ranges.map(({ top, bottom, left }) => [left, top, bottom])).toEqual([
      [7, 11, 11],
      [7, 6, 9],
    ]);
  });

  test('resize, format, sort and filter while it is protected', () => {
    expect(xml()).toMatch(
      /<sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0" sort="0" autoFilter="0"\/>/,
    );
    expect(xml()).toContain('<autoFilter ref="A5:J11"');
  });

  test('type more than was there: answer rows grow by themselves', () => {
    const rows = [...xml().matchAll(/<row r="(\d+)"[^>]*>/g)].filter(
      ([, row]) => Number(row) >= 6 && Number(row) <= 11,
    );
    expect(rows).toHaveLength(6);
    expect(rows.every(([tag]) => !tag.includes('customHeight'))).toBe(true);
  });

  test('type dates, numbers and = without Excel making something else of it', () => {
    const style = sheet().cell(6, 8)!.styleIndex;
    const formats = [...parts['xl/styles.xml']!.matchAll(/<xf [^>]*numFmtId="(\d+)"[^>]*>/g)].map(([, id]) => id);
    const cellFormats = parts['xl/styles.xml']!.split('<cellXfs')[1]!;
    const ids = [...cellFormats.matchAll(/<xf numFmtId="(\d+)"/g)].map(([, id]) => id);
    expect(formats.length).toBeGreaterThan(0);
    expect(ids[style]).toBe('49');
  });
});

describe('an issued form prints', () => {
  test('on A4 landscape, fit to the width, with the header on every page and page numbers', () => {
    expect(xml()).toMatch(/<pageSetup paperSize="9" orientation="landscape"[^>]*fitToWidth="1" fitToHeight="0"/);
    expect(xml()).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(parts['xl/workbook.xml']).toContain(`'自行檢核表'!$5:$5`.replaceAll("'", '&apos;'));
    expect(xml()).toContain('第 &amp;P 頁，共 &amp;N 頁');
    expect(xml()).toMatch(/<pane ySplit="5" topLeftCell="A6"[^>]*state="frozen"/);
  });

  test('long texts in rows that are high enough, in a column no wider than they need', async () => {
    const long = '辦理情形說明文字。'.repeat(30);
    const rows = [buildRow(), buildRow({ rowId: 'r2', answer: buildAnswer({ narrative: long }) })];
    const height = heights(partsOf(await written(buildContent({ rows })))['xl/worksheets/sheet1.xml']!);
    expect(height.get(7)!).toBeGreaterThan(14 * 16);
    expect(height.get(7)!).toBeLessThan(409);
    expect(height.get(6)!).toBeLessThan(80);
  });

  test('a long key point over the rows it is merged over, which share its height', async () => {
    const keyPoint = { label: '(一)', text: '縮短民眾等候時間並改善動線標示與服務環境'.repeat(6) };
    const rows = ['r1', 'r2', 'r3'].map(rowId => buildRow({ rowId, keyPoint, step: [{ label: null, text: rowId }] }));
    const height = heights(partsOf(await written(buildContent({ rows })))['xl/worksheets/sheet1.xml']!);
    expect(height.get(6)! + height.get(7)! + height.get(8)!).toBeGreaterThan(13 * 16.8);
    expect(height.get(6)).toBe(height.get(8));
  });
});

describe('an issued form carries', () => {
  test('its id in the custom document properties, with type and relationship', () => {
    expect(workbook.customProperties.get('GuankaoFormId')).toBe(buildContent().formId);
    expect(parts['[Content_Types].xml']).toContain('PartName="/docProps/custom.xml"');
    expect(parts['_rels/.rels']).toContain('Target="docProps/custom.xml"');
  });

  test('what each row asked on a sheet that Excel does not offer to show', () => {
    expect(workbook.sheets.map(({ state }) => state)).toEqual(['visible', 'visible', 'veryHidden']);
    expect(workbook.sheets[2]!.rows).toHaveLength(sampleRows.length + 1);
  });

  test('no formula anywhere, and no relationship to a part that is missing', () => {
    for (const [name, part] of Object.entries(parts)) {
      if (name.startsWith('xl/worksheets/sheet')) expect(part).not.toMatch(/<f[ >]/);
      if (!name.endsWith('.rels')) continue;
      const folder = name.replace(/_rels\/[^/]+$/, '');
      for (const [, target] of part.matchAll(/Target="([^"]+)"(?! TargetMode="External")/g))
        expect(Object.keys(parts)).toContain(`${folder}${target}`);
    }
  });

  test('no link but to the web, and each spelled as a legal address', async () => {
    const evidence = (url: string) => [{ name: '佐證.pdf', url }];
    const rows = ['javascript:alert(1)', 'file:///etc/passwd', 'https://例え.jp/路徑 "x"'].map((url, i) =>
      buildRow({ rowId: `r${i}`, evidence: evidence(url) }),
    );
    const links = partsOf(await written(buildContent({ rows })))['xl/worksheets/_rels/sheet1.xml.rels']!;
    expect([...links.matchAll(/Target="([^"]+)"/g)].map(([, target]) => target)).toEqual([
      'https://xn--r8jz45g.jp/%E8%B7%AF%E5%BE%91%20%22x%22',
    ]);
  });
});
