import { strToU8, unzipSync } from 'fflate';
import { type OwnFormat, writeForm } from '../../../sync/form/index.ts';
import { buildContent } from '../form/forms.ts';
import { relations, sharedStrings, styles, workbookParts, worksheet, zip } from '../sheet/packages.ts';

/** A sound file whose damaged copies are tried: the parts of a package, or the text of a single file. */
export interface Sample {
  readonly name: string;
  readonly parts: Readonly<Record<string, Uint8Array>>;
  /** Puts the parts back together; whoever lies about sizes writes the package himself. */
  readonly pack: (parts: Readonly<Record<string, Uint8Array>>) => Uint8Array;
}

const bytesOf = (parts: Readonly<Record<string, string | Uint8Array>>): Sample['parts'] =>
  Object.fromEntries(Object.entries(parts).map(([name, it]) => [name, typeof it === 'string' ? strToU8(it) : it]));

const heads = ['執行要項', '執行重點', '執行步驟', '執行單位', '查核期限', '檢核結果', '辦理情形', '佐證資料'];
const table = [
  [
    '一、便民服務',
    '(一)單一窗口',
    '1.設置綜合受理櫃檯',
    '民政課',
    '6月',
    '□已完成 ■辦理中',
    '已擇定位置\n---\n前次：規劃中',
    '1.照片',
  ],
  ['', '', '2.檢討作業時限', '各課室', '6、12月', '', '', ''],
  ['', '(二)電話禮貌', '1.每月抽測電話禮貌', '秘書室\n觀光課', '12月', '已完成', '抽測三次', '1.紀錄表\n2.照片'],
] as const;
const letters = 'ABCDEFGH';

const sheet = () => {
  const cell = (row: number, column: number, body: string) => `<c r="${letters[column]}${row}" ${body}</c>`;
  const line = (row: number, texts: readonly string[]) =>
    `<row r="${row}" spans="1:8" ht="30" customHeight="1">${texts
      .map((text, i) =>
        text === '' ? `<c r="${letters[i]}${row}" s="1"/>` : cell(row, i, `t="inlineStr"><is><t>${text}</t></is>`),
      )
      .join('')}</row>`;
  return worksheet(
    `<row r="1">${cell(1, 0, 't="s"><v>0</v>')}</row><row r="2"><c r="A2" t="s"><v>1</v></c><c r="D2" s="2"><v>45838</v></c></row>` +
      line(3, heads) +
      table.map((texts, i) => line(i + 4, texts)).join('') +
      '<row r="8"><c r="A8" t="inlineStr"><is><r><t>承辦人</t></r><r><t>　主管</t></r></is></c><c r="B8"><f t="shared" si="0" ref="B8:B9">COUNTA(G4:G6)</f><v>2</v></c></row><row r="9" hidden="1"><c r="B9"><f t="shared" si="0"/><v>2</v></c><c r="C9" t="b"><v>1</v></c><c r="D9" t="e"><v>#N/A</v></c></row>',
    '<sheetProtection sheet="1"/><mergeCells count="3"><mergeCell ref="A1:H1"/><mergeCell ref="A4:A6"/><mergeCell ref="B4:B5"/></mergeCells><dataValidations count="2"><dataValidation type="list" allowBlank="1" sqref="F4:F6"><formula1>"已完成,辦理中,未辦理"</formula1></dataValidation><dataValidation type="list" sqref="D4:D6"><formula1>選項</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="H4" location="A1"/></hyperlinks><tableParts count="1"><tablePart r:id="rId1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></tableParts>',
    '<dimension ref="A1:H9"/><cols><col min="1" max="3" width="20" hidden="0"/><col min="9" max="16384" hidden="1" style="1"/></cols>',
  );
};

const xlsx: Sample = {
  name: 'xlsx',
  parts: bytesOf(
    workbookParts(sheet(), {
      'xl/sharedStrings.xml': sharedStrings(
        '<t>清川區公所114年度自行檢核表</t>',
        '<r><t>期間：</t></r><r><t>114年1月至6月</t></r>',
      ),
      'xl/styles.xml': styles(
        [
          '<xf numFmtId="0"/>',
          '<xf numFmtId="0" applyProtection="1"><protection locked="0"/></xf>',
          '<xf numFmtId="170"/>',
        ],
        { 170: '[$-404]e/m/d' },
      ),
      'xl/worksheets/_rels/sheet1.xml.rels': relations(
        ['rId1', 'table', '../tables/table1.xml'],
        ['rId2', 'comments', '../comments1.xml'],
      ),
      'xl/tables/table1.xml':
        '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="表1" displayName="表1" ref="A3:H6"><tableColumns count="1"><tableColumn id="1" name="執行要項"/></tableColumns></table>',
      'xl/comments1.xml':
        '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>甲</author></authors><commentList><comment ref="G4" authorId="0"><text><t>請補數據</t></text></comment></commentList></comments>',
      'docProps/custom.xml':
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property pid="2" name="formId"><vt:lpwstr>f-1</vt:lpwstr></property></Properties>',
    }),
  ),
  pack: parts => zip(parts),
};

const spaces = [
  ['office', 'office'],
  ['table', 'table'],
  ['text', 'text'],
  ['style', 'style'],
  ['fo', 'xsl-fo-compatible'],
  ['number', 'datastyle'],
]
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

const odsCell = (text: string, more = ''): string =>
  text === ''
    ? `<table:table-cell table:style-name="ce1"${more}/>`
    : `<table:table-cell table:style-name="ce1" office:value-type="string"${more}>${text
        .split('\n')
        .map(line => `<text:p>${line.replace('　', '<text:s text:c="2"/>')}</text:p>`)
        .join('')}</table:table-cell>`;
const odsRow = (cells: string, more = ''): string =>
  `<table:table-row table:style-name="ro1"${more}>${cells}<table:table-cell table:number-columns-repeated="1016"/></table:table-row>`;

const spreadsheet = `<office:spreadsheet><table:content-validations><table:content-validation table:name="val1" table:condition="of:cell-content-is-in-list(&quot;已完成&quot;;&quot;辦理中&quot;)" table:base-cell-address="檢核.F4"/></table:content-validations><table:table table:name="檢核" table:style-name="ta1" table:protected="true"><table:table-column table:style-name="co1" table:number-columns-repeated="8"/><table:table-column table:visibility="collapse" table:number-columns-repeated="1016"/>${
  odsRow(
    odsCell('清川區公所114年度自行檢核表', ' table:number-columns-spanned="8" table:number-rows-spanned="1"') +
      '<table:covered-table-cell table:number-columns-repeated="7"/>',
  ) +
  odsRow(
    `${odsCell('期間：　114年1月至6月')}<table:table-cell><office:annotation><text:p>註</text:p></office:annotation></table:table-cell><table:table-cell office:value-type="date" office:date-value="2025-06-30"><text:p>114/06/30</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="8.5" table:formula="of:=SUM([.A1:.A2])"><text:p>8.5</text:p></table:table-cell>`,
  )
}<table:table-header-rows>${odsRow(heads.map(head => odsCell(head)).join(''))}</table:table-header-rows><table:table-row-group>${table
  .map((texts, i) =>
    odsRow(
      texts
        .map((text, c) =>
          c === 5
            ? odsCell(text, ' table:content-validation-name="val1"')
            : c === 0 && i === 0
              ? odsCell(text, ' table:number-columns-spanned="1" table:number-rows-spanned="3"')
              : c === 0
                ? '<table:covered-table-cell/>'
                : odsCell(text),
        )
        .join(''),
    ),
  )
  .join(
    '',
  )}</table:table-row-group>${odsRow(odsCell('承辦人　主管'), ' table:number-rows-repeated="3"')}<table:table-row table:number-rows-repeated="1048565" table:visibility="filter"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table><table:named-expressions/></office:spreadsheet>`;

const automatic =
  '<office:automatic-styles><style:style style:name="co1" style:family="table-column"><style:table-column-properties style:column-width="3cm"/></style:style><style:style style:name="ro1" style:family="table-row"><style:table-row-properties style:row-height="1cm" style:use-optimal-row-height="true"/></style:style><style:style style:name="ce1" style:family="table-cell"><style:table-cell-properties style:cell-protect="none"/></style:style></office:automatic-styles>';
const spreadsheetType = 'application/vnd.oasis.opendocument.spreadsheet';
const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>';

const ods: Sample = {
  name: 'ods',
  parts: bytesOf({
    mimetype: spreadsheetType,
    'content.xml': `${xmlHead}<office:document-content ${spaces} office:version="1.3">${automatic}<office:body>${spreadsheet}</office:body></office:document-content>`,
    'styles.xml': `${xmlHead}<office:document-styles ${spaces} office:version="1.3"><office:styles><style:default-style style:family="table-cell"/></office:styles></office:document-styles>`,
    'meta.xml': `${xmlHead}<office:document-meta ${spaces} xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"><office:meta><meta:user-defined meta:name="formId">f-1</meta:user-defined></office:meta></office:document-meta>`,
    'META-INF/manifest.xml': `${xmlHead}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${spreadsheetType}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
  }),
  pack: parts => zip(parts),
};

const alone = (name: string, text: string): Sample => ({
  name,
  parts: { [name]: strToU8(text) },
  pack: parts => parts[name] ?? new Uint8Array(),
});

const fods = alone(
  'fods',
  `${xmlHead}<office:document ${spaces} office:version="1.3" office:mimetype="${spreadsheetType}">${automatic}<office:body>${spreadsheet}</office:body></office:document>`,
);

async function own(format: OwnFormat): Promise<Uint8Array> {
  const form = await writeForm(buildContent(), format);
  if (!form.ok) throw new Error(form.issues[0]?.message);
  return form.bytes;
}

const csv = alone('csv', new TextDecoder('utf-8', { ignoreBOM: true }).decode(await own('csv')));
const ownXlsx: Sample = { name: 'own xlsx', parts: unzipSync(await own('xlsx')), pack: parts => zip(parts) };

/** One sound file of every format, and the form that we make ourselves. */
export const samples: readonly Sample[] = [xlsx, ods, fods, csv, ownXlsx];
