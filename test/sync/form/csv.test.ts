import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FormContent, readCsvForm, readForm } from '../../../sync/form/index.ts';
import { readWorkbook } from '../../../sync/sheet/index.ts';
import { anyContent, buildAnswer, buildContent, buildRow, meantIn, saidIn, written } from './forms.ts';

const csv = (content: FormContent): Promise<Uint8Array> => written(content, 'csv');

function read(bytes: Uint8Array) {
  const result = readCsvForm(bytes, '檢核表.csv');
  if (!result?.ok) throw new Error(result?.issue.code ?? 'no text');
  return readForm(result.workbook);
}

const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
};

/** A line of Big5, as Excel in Taiwan saves it: 執行步驟,辦理情形,檢核結果,guankao:row:f1 */
const big5 = [
  [0xb0, 0xf5, 0xa6, 0xe6, 0xa8, 0x42, 0xc6, 0x4a],
  [0xbf, 0xec, 0xb2, 0x7a, 0xb1, 0xa1, 0xa7, 0xce],
  [0xc0, 0xcb, 0xae, 0xd6, 0xb5, 0xb2, 0xaa, 0x47],
] as const;
const ascii = (text: string): readonly number[] => [...Buffer.from(text, 'latin1')];
const big5File = new Uint8Array([
  ...big5.flatMap(title => [...title, 0x2c]),
  ...ascii('guankao:row:f1\r\n'),
  ...[...big5[0], 0x2c, ...big5[1], 0x2c, ...ascii(',r1\r\n')],
]);

describe('a form as CSV', () => {
  test('comes back with every answer, whatever the texts', async () => {
    await fc.assert(
      fc.asyncProperty(anyContent, async content => {
        const form = read(await csv(content));
        expect(form.formId).toBe(content.formId);
        expect(saidIn(form)).toEqual(meantIn(content));
        expect(form.strays).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('starts with the mark of UTF-8, ends lines as RFC 4180 has it, and quotes what needs it', async () => {
    const rows = [buildRow({ officerName: null, answer: buildAnswer({ narrative: '甲,"乙"\n丙', remarks: '丁' }) })];
    expect(textOf(await csv(buildContent({ formId: 'f1', rows })))).toBe(
      '\uFEFF執行要項,執行重點,執行步驟,執行單位,查核期限,檢核結果,辦理情形,佐證資料,備註,guankao:row:f1\r\n' +
        '一、提升櫃檯服務品質,（一）縮短民眾等候時間,1.訂定櫃檯輪值表並公告,民政課,6月、12月,,"甲,""乙""\n丙",,丁,r1\r\n',
    );
  });

  test('holds nothing that a program takes for a formula', async () => {
    const bad = ['=1+1', '+886', '-5', '@SUM(A1)', '\t=1', "'=1", '＝1+1'];
    const rows = bad.map((narrative, i) => buildRow({ rowId: `r${i}`, answer: buildAnswer({ narrative }) }));
    const bytes = await csv(buildContent({ rows }));
    const fields = textOf(bytes).split(/[,\r\n"]+/);
    expect(fields.filter(field => /^[=+\-@\t＝]/.test(field))).toEqual([]);
    expect(saidIn(read(bytes)).map(({ narrative }) => narrative)).toEqual(bad);
  });

  test('gives the same bytes for the same content', async () => {
    expect(await csv(buildContent())).toEqual(await csv(structuredClone(buildContent())));
  });
});

describe('a CSV that a program saved', () => {
  const saved = async (change: (text: string) => string | Uint8Array): Promise<ReturnType<typeof saidIn>> => {
    const changed = change(textOf(await csv(buildContent())));
    return saidIn(read(typeof changed === 'string' ? new TextEncoder().encode(changed) : changed));
  };
  const tabbed = (text: string): string => text.replaceAll(',', '\t');

  test.each<[string, (text: string) => string | Uint8Array]>([
    ['without the mark', text => text.slice(1)],
    ['with line feeds alone', text => text.replaceAll('\r\n', '\n')],
    ['without the last line end', text => text.slice(0, -2)],
    ['with semicolons', text => text.replaceAll(',', ';')],
    ['with tabs, in UTF-16', text => utf16(tabbed(text), false)],
    ['with tabs, in UTF-16 the other way', text => utf16(tabbed(text), true)],
    ['in UTF-16 without the mark', text => utf16(text.slice(1), false)],
    ['with lines above the table', text => text.replace('\uFEFF', '\uFEFF自行檢核表,,,\r\n,,,\r\n')],
  ])('%s', async (_, change) => {
    expect(await saved(change)).toEqual(saidIn(read(await csv(buildContent()))));
  });

  test('in Big5', () => {
    const form = read(big5File);
    expect(form.formId).toBe('f1');
    expect(form.rows).toMatchObject([{ rowId: 'r1', cells: { narrative: { text: '辦理情形' } } }]);
  });
});

describe('other texts', () => {
  const verdict = (content: string | Uint8Array): string => {
    const result = readCsvForm(typeof content === 'string' ? new TextEncoder().encode(content) : content, '檔案.csv');
    return result === null ? 'no table' : result.ok ? 'read' : result.issue.code;
  };

  test.each([
    ['a table without the columns of a form', '姓名,電話\n甲,1\n乙,2\n', 'csv_not_a_form'],
    ['prose', '這是一份說明。\n第二行。\n', 'no table'],
    ['a web page', '<!doctype html><p>a,b</p>\n<p>c,d</p>', 'no table'],
    ['JSON', '{"a": 1,\n"b": 2,\n"c": 3}', 'no table'],
    ['nothing', '', 'no table'],
    ['a quote that is never closed', '執行步驟,辦理情形,guankao:row:f1\n"甲,乙,r1\n', 'csv_not_a_form'],
  ])('%s', (_, content, expected) => {
    expect(verdict(content)).toBe(expected);
  });

  test('bytes that are no text', () => {
    expect(verdict(new Uint8Array([0, 1, 2, 255, 254, 0, 0, 9, 44, 10]))).toBe('no table');
  });

  test('workbooks are left to those who read them', async () => {
    expect(readCsvForm(await written(buildContent()), '檢核表.xlsx')).toBeNull();
  });

  test('are no workbook, form or not', async () => {
    const result = readWorkbook(await csv(buildContent()), '檢核表.csv');
    expect(result).toMatchObject({ ok: false, issue: { code: 'not_a_workbook' } });
  });

  test('damage of any kind ends in rows or in a refusal', async () => {
    const bytes = await csv(buildContent());
    const place = fc.nat({ max: bytes.length - 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(place, fc.nat({ max: 255 })), { maxLength: 8 }), place, (edits, cut) => {
        const damaged = bytes.slice(0, bytes.length - (cut % 40));
        for (const [at, byte] of edits) damaged[at] = byte;
        const result = readCsvForm(damaged, 'x.csv');
        if (result?.ok) readForm(result.workbook);
      }),
      { numRuns: 300 },
    );
  });
});
