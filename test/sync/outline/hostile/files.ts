import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { li, num, p as paragraph, planNumbering, tbl, tr, wordFile } from '../docx/word-files.ts';
import { cell, flatFile, textFile, p as textP, row as textRow, table as textTable } from '../odt/text-files.ts';
import { file, pdf, portrait, sheet, stream } from '../pdf/pdf-builder.ts';
import { sheetFile } from './sheet-file.ts';

/** Files that were made to take for ever, or all memory; each is small or of a size that a server takes. */
export const hostileFiles: Readonly<Record<string, () => Uint8Array>> = {
  ...texts(),
  ...documents(),
  ...workbooks(),
  ...portables(),
};

type Files = Readonly<Record<string, () => Uint8Array>>;

function texts(): Files {
  const header = '執行要項 執行重點 執行步驟 執行單位\n';
  const divided = '執行要項\t執行重點\t執行步驟\t執行單位\n';
  const text = (of: () => string) => () => strToU8(of());
  return {
    'one line of ten million bytes.txt': text(() => '字'.repeat(3_300_000)),
    'two million short lines.txt': text(() => '甲乙\n'.repeat(1_500_000)),
    'lines of marks.txt': text(() => '一、(一)1.(1)\n'.repeat(500_000)),
    'a table of marks.txt': text(() => header + '一、\n(一)\n1.\n(1)\n'.repeat(400_000)),
    'a table of units.txt': text(() => `${header}一、甲\n${'民政課\n社會課\n'.repeat(500_000)}`),
    'tabs without end.txt': text(() => divided + `${'甲\t'.repeat(6000)}\n`.repeat(450)),
    'marks in every line.txt': text(() => header + `一、${' 1.甲 (一)乙'.repeat(1500)}\n`.repeat(400)),
    'words in a row.txt': text(() => header + `${'  甲'.repeat(3000)}\n`.repeat(700)),
    'columns of blanks.txt': text(
      () =>
        '執行要項     執行重點     執行步驟     執行單位\n' +
        '一、甲     (一)乙     1.丙丁。     民政課\n'.repeat(180_000),
    ),
    'long lines.txt': text(() => `${'一、甲乙丙丁戊己庚辛壬癸，'.repeat(500)}\n`.repeat(600)),
    'long lines of steps.txt': text(() => header + `1.${'甲乙丙丁戊己庚辛壬癸，'.repeat(300)}\n民政課\n`.repeat(1100)),
    'a page for every word.txt': text(() => '甲乙\f'.repeat(1_500_000)),
    'UTF-16 of letters.txt': () => Buffer.from(`\ufeff${'甲乙丙丁，\n'.repeat(900_000)}`, 'utf16le'),
    'numbered paragraphs.txt': text(() =>
      Array.from({ length: 200_000 }, (_, i) => `${(i % 9) + 1}.${'辦理業務講習，'.repeat(2)}\n`).join(''),
    ),
  };
}

function documents(): Files {
  const heading = tr(['執行要項', '執行重點', '執行步驟', '執行單位']);
  const word = (body: string, stored = false) => wordFile({ body, stored });
  return {
    'half a million cells.docx': () =>
      word(
        tbl(
          heading,
          tr(['一、甲', '(一)乙', '1.丙', '民政課']),
          `<w:tr>${'<w:tc><w:p/></w:tc>'.repeat(50)}</w:tr>`.repeat(12_000),
        ),
        true,
      ),
    'two million packed cells.docx': () =>
      word(tbl(heading, `<w:tr>${'<w:tc><w:p/></w:tc>'.repeat(50)}</w:tr>`.repeat(30_000))),
    'a hundred thousand steps.docx': () =>
      word(tbl(heading, tr(['一、甲', '(一)乙', '1.丙', '課']).repeat(60_000)), true),
    'filled cells.docx': () =>
      word(
        tbl(heading, tr(['一、甲', '(一)乙', '1.辦理各項業務講習並檢討成效，提升服務品質。', '民政課']).repeat(30_000)),
        true,
      ),
    'one paragraph.docx': () => word(paragraph('甲乙丙丁戊，'.repeat(1_700_000)), true),
    'one cell.docx': () =>
      word(tbl(heading, tr(['一、甲', '(一)乙', `1.${'甲乙丙丁戊，'.repeat(1_600_000)}`, '課'])), true),
    'a cell of lines.docx': () => word(tbl(heading, tr(['一、甲', '(一)乙', '1.甲\n'.repeat(150_000), '課'])), true),
    'paragraphs.docx': () => word(paragraph('辦理業務講習').repeat(500_000), true),
    'long paragraphs.docx': () => word(paragraph(`1.${'甲乙丙丁戊己庚辛壬癸，'.repeat(20)}`).repeat(40_000), true),
    'runs.docx': () => word(`<w:p>${'<w:r><w:t>甲</w:t></w:r>'.repeat(1_000_000)}</w:p>`, true),
    'deep nesting.docx': () => word('<w:p>'.repeat(100_000) + '</w:p>'.repeat(100_000)),
    'tables in tables.docx': () =>
      word('<w:tbl><w:tr><w:tc>'.repeat(60) + paragraph('甲') + '</w:tc></w:tr></w:tbl>'.repeat(60)),
    'lists.docx': () =>
      wordFile({ body: li('辦理', 1, 8).repeat(150_000), numbering: planNumbering + num(1, 0), stored: true }),
    'styles.docx': () =>
      wordFile({
        body: paragraph('甲'),
        styles: Array.from(
          { length: 200_000 },
          (_, i) => `<w:style w:type="paragraph" w:styleId="S${i}"><w:basedOn w:val="S${i - 1}"/></w:style>`,
        ).join(''),
        stored: true,
      }),
    'numbering.docx': () =>
      wordFile({
        body: li('甲'),
        numbering: planNumbering + Array.from({ length: 250_000 }, (_, i) => num(i, 0)).join(''),
        stored: true,
      }),
    'a bomb.docx': () => word(paragraph('甲'.repeat(20_000_000))),
    'names.docx': () => word(Array.from({ length: 600_000 }, (_, i) => `<w:a${i}/>`).join(''), true),
    'attributes.docx': () =>
      word(`<w:p ${Array.from({ length: 200 }, (_, i) => `a${i}="${'x'.repeat(200)}"`).join(' ')}/>`.repeat(600), true),
    'many parts.docx': () =>
      zipSync(
        Object.fromEntries([
          ['word/document.xml', strToU8('<x/>')],
          ...Array.from({ length: 9_000 }, (_, i) => [`word/media/${i}`, new Uint8Array(40)] as const),
        ]),
        { level: 0 },
      ),
    'rows.odt': () =>
      textFile({
        body: textTable(
          textRow(cell('執行要項'), cell('執行重點'), cell('執行步驟')),
          textRow(cell('一、甲'), cell('(一)乙'), cell('1.丙')).repeat(40_000),
        ),
      }),
    'repeated rows.odt': () =>
      textFile({
        body: textTable(
          textRow(cell('執行要項'), cell('執行重點'), cell('執行步驟')),
          '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16000"><text:p>甲</text:p></table:table-cell></table:table-row>'.repeat(
            100,
          ),
        ),
      }),
    'spaces.odt': () => textFile({ body: textP('<text:s text:c="999999999"/>甲').repeat(2000) }),
    'paragraphs.odt': () => textFile({ body: textP('辦理業務講習並檢討').repeat(150_000) }),
    'lists.fodt': () =>
      flatFile({ body: `<text:list>${`<text:list-item>${textP('甲')}</text:list-item>`.repeat(200_000)}</text:list>` }),
  };
}

function workbooks(): Files {
  const row = (r: number, cells: readonly string[]) =>
    `<row r="${r}">${cells.map((text, c) => `<c r="${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[c]}${r}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
  const heading = row(1, ['執行要項', '執行重點', '執行步驟', '執行單位']);
  const rows = (count: number, cells: readonly string[]) =>
    Array.from({ length: count }, (_, i) => row(i + 2, cells)).join('');
  return {
    'a million cells.xlsx': () =>
      sheetFile(
        heading +
          rows(
            40_000,
            Array.from({ length: 25 }, () => '甲'),
          ),
      ),
    'a million numbers.xlsx': () =>
      sheetFile(
        heading +
          Array.from({ length: 40_000 }, (_, r) => `<row r="${r + 2}">${'<c><v>1</v></c>'.repeat(25)}</row>`).join(''),
      ),
    'five million empty cells.xlsx': () =>
      sheetFile(
        heading + Array.from({ length: 200_000 }, (_, r) => `<row r="${r + 2}">${'<c/>'.repeat(25)}</row>`).join(''),
      ),
    'steps.xlsx': () => sheetFile(heading + rows(60_000, ['一、甲', '(一)乙', '1.辦理講習並檢討', '民政課'])),
    'long cells.xlsx': () =>
      sheetFile(heading + rows(600, ['一、甲', '(一)乙', `1.${'甲乙丙丁，'.repeat(2000)}`, '民政課'])),
    'merges.xlsx': () =>
      sheetFile(
        heading + row(2, ['一、甲', '(一)乙', '1.丙', '課']),
        `<mergeCells>${Array.from({ length: 200_000 }, (_, i) => `<mergeCell ref="A${i + 5}:D${i + 5}"/>`).join('')}</mergeCells>`,
      ),
    'huge merges.xlsx': () =>
      sheetFile(
        heading + row(2, ['一、甲', '(一)乙', '1.丙', '課']),
        `<mergeCells>${Array.from({ length: 3_000 }, (_, i) => `<mergeCell ref="A${i + 3}:XFD1048576"/>`).join('')}</mergeCells>`,
      ),
    'a bomb.xlsx': () => sheetFile(`${heading}${' '.repeat(150_000_000)}`),
    'shared strings.xlsx': () =>
      sheetFile(heading, '', Array.from({ length: 500_000 }, (_, i) => `<si><t>甲${i}</t></si>`).join('')),
  };
}

function portables(): Files {
  const withContent = (content: string, more: readonly string[] = [], resources = ''): Uint8Array =>
    file([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << ${resources} >> /Contents 4 0 R >>`,
      content,
      ...more,
    ]);
  const form = (next: number, times: number): string =>
    stream(
      ` /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X ${next} 0 R >> >>`,
      '/X Do '.repeat(times),
    );
  const packed = (bytes: Uint8Array, twice = false): string => {
    const once = deflateSync(bytes);
    return Buffer.from(twice ? deflateSync(once) : once).toString('latin1');
  };
  const full = (lines: number, letters: number) =>
    sheet(portrait, pen => {
      for (let i = 0; i < lines; i++) pen.text(40, 40 + (i * 780) / lines, '辦理各項業務講習'.repeat(letters / 8), 6);
    });
  const ruled = sheet(portrait, pen => {
    for (let i = 0; i < 90; i++) {
      pen.line(40, 30 + i * 8, 550, 30 + i * 8);
      for (let c = 0; c < 20; c++) {
        pen.line(40 + c * 25, 30 + i * 8, 40 + c * 25, 38 + i * 8);
        pen.text(42 + c * 25, 37 + i * 8, `${i}甲`, 6);
      }
    }
  });
  return {
    'three hundred pages.pdf': () => pdf(Array.from({ length: 300 }, () => full(40, 40))),
    'five hundred pages.pdf': () => pdf(Array.from({ length: 500 }, () => full(40, 40))),
    'full pages.pdf': () => pdf(Array.from({ length: 250 }, () => full(80, 200))),
    'few very full pages.pdf': () => pdf(Array.from({ length: 25 }, () => full(200, 96))),
    'full tables.pdf': () => pdf(Array.from({ length: 120 }, () => ruled)),
    'a small bomb.pdf': () =>
      withContent(stream(' /Filter [/FlateDecode /FlateDecode]', packed(new Uint8Array(400_000_000).fill(32), true))),
    'a bomb of operators.pdf': () =>
      withContent(stream(' /Filter /FlateDecode', packed(Buffer.from('q '.repeat(20_000_000))))),
    'a bomb of paths.pdf': () =>
      withContent(stream(' /Filter /FlateDecode', packed(Buffer.from('1 1 m 2 2 l S '.repeat(5_000_000))))),
    'a bomb of letters.pdf': () =>
      pdf([sheet(portrait, pen => pen.raw(`BT /F1 9 Tf ${'<4e00> Tj '.repeat(1_500_000)} ET`))]),
    'one long string.pdf': () =>
      pdf([sheet(portrait, pen => pen.raw(`BT /F1 9 Tf <${'4e00'.repeat(3_000_000)}> Tj ET`))]),
    'nested drawings.pdf': () =>
      withContent(
        stream('', '/X Do'),
        Array.from({ length: 12 }, (_, i) => form(i + 6, 10)).concat(
          stream(' /Type /XObject /Subtype /Form /BBox [0 0 9 9]', ''),
        ),
        '/XObject << /X 5 0 R >>',
      ),
    'a drawing of itself.pdf': () => withContent(stream('', '/X Do'), [form(5, 2)], '/XObject << /X 5 0 R >>'),
    'a tree of pages in a circle.pdf': () =>
      file(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 5 /Kids [2 0 R 2 0 R] >>']),
    'arrays in arrays.pdf': () => withContent(stream('', `${'['.repeat(200_000)}`)),
    'a picture.pdf': () =>
      withContent(
        stream('', 'q 500 0 0 700 0 0 cm /X Do Q'),
        [
          stream(
            ' /Type /XObject /Subtype /Image /Width 20000 /Height 20000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode',
            packed(new Uint8Array(100_000_000)),
          ),
        ],
        '/XObject << /X 5 0 R >>',
      ),
    'many objects.pdf': () =>
      file([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 0 /Kids [] >>',
        ...Array.from({ length: 300_000 }, (_, i) => `<< /A ${i} >>`),
      ]),
  };
}
