import { strToU8, zipSync } from 'fflate';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const inPackage = 'http://schemas.openxmlformats.org/package/2006';
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export const sheetPart = 'xl/worksheets/sheet1.xml';
export const sheetName = '自行檢核表';
/** The first row that asks something. */
export const firstRow = 4;
/** What is written into each row, by column letter. */
export const narrative = '已完成現場盤點並召開檢討會議，改善項目列入下月追蹤。\n辦理說明會二場，參加同仁四十八人。';

const heads = ['執行要項', '執行重點', '執行步驟', '執行單位', '查核期限', '檢核結果', '辦理情形', '佐證資料'];
const part = (name: string, kind: string): string =>
  `<Override PartName="/${name}" ContentType="${excel}.${kind}+xml"/>`;
const relation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
const relations = (...list: readonly string[]): string =>
  `${head}<Relationships xmlns="${inPackage}/relationships">${list.join('')}</Relationships>`;

/** A self-check form with that many steps, as Excel would save it: shared strings, merged titles, a list of results. */
export function template(rows: number): Uint8Array {
  const strings = new Map<string, number>();
  const text = (column: string, row: number, value: string, style: number): string => {
    const index = strings.get(value) ?? strings.size;
    strings.set(value, index);
    return value === ''
      ? `<c r="${column}${row}" s="${style}"/>`
      : `<c r="${column}${row}" s="${style}" t="s"><v>${index}</v></c>`;
  };
  const line = (row: number, texts: readonly string[], style: number): string =>
    `<row r="${row}" spans="1:8">${texts.map((value, i) => text('ABCDEFGH'[i]!, row, value, style)).join('')}</row>`;
  const steps = Array.from({ length: rows }, (_, n) =>
    line(
      firstRow + n,
      [
        `第${Math.floor(n / 20) + 1}類、精進服務`,
        `(${Math.floor(n / 5) + 1})重點工作`,
        `${(n % 5) + 1}.第${n + 1}步：盤點現況、訂定做法並通知各單位配合辦理`,
        `第${(n % 12) + 1}課`,
        '6月、12月',
        ...['', '', ''],
      ],
      1,
    ),
  );
  const sheet = `${head}<worksheet xmlns="${main}"><dimension ref="A1:H${firstRow + rows - 1}"/><sheetData>${line(1, ['清川區公所114年度自行檢核表'], 1)}${line(2, ['填報機關：清川區公所', '', '', '查核期間：114年1月至6月'], 1)}${line(3, heads, 1)}${steps.join('')}</sheetData><mergeCells count="1"><mergeCell ref="A1:H1"/></mergeCells><dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="F${firstRow}:F${firstRow + rows - 1}"><formula1>"已完成,辦理中,未辦理,不適用"</formula1></dataValidation></dataValidations></worksheet>`;
  const shared = [...strings.keys()].map(value => `<si><t xml:space="preserve">${value}</t></si>`).join('');
  const xf = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"';
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `${head}<Types xmlns="${inPackage}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('xl/workbook.xml', 'sheet.main')}${part(sheetPart, 'worksheet')}${part('xl/sharedStrings.xml', 'sharedStrings')}${part('xl/styles.xml', 'styles')}</Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
      relation('rId2', 'sharedStrings', 'sharedStrings.xml'),
      relation('rId3', 'styles', 'styles.xml'),
    ),
    [sheetPart]: sheet,
    'xl/sharedStrings.xml': `${head}<sst xmlns="${main}" uniqueCount="${strings.size}">${shared}</sst>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="12"/><name val="標楷體"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1">${xf}/></cellStyleXfs><cellXfs count="2">${xf} xfId="0"/>${xf} xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}
