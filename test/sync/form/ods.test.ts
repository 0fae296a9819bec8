import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type FormContent, readForm } from '../../../sync/form/index.ts';
import { patchWorkbook } from '../../../sync/sheet/index.ts';
import { convert, findSoffice } from '../../../sync/sheet/libreoffice/index.ts';
import {
  anyContent,
  buildAnswer,
  buildContent,
  buildRow,
  meantIn,
  opened,
  returned,
  saidIn,
  sampleRows,
  written,
} from './forms.ts';

const ods = (content: FormContent): Promise<Uint8Array> => written(content, 'ods');

const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

const heightAt = (bytes: Uint8Array, row: number): number =>
  opened(bytes).sheets[0]!.rows.find(each => each.row === row)?.height ?? 0;

describe('a form as .ods', () => {
  test('comes back as the same form as .xlsx does, whatever the texts', async () => {
    await fc.assert(
      fc.asyncProperty(anyContent, async content => {
        const form = returned(await ods(content));
        expect(form).toEqual(returned(await written(content)));
        expect(saidIn(form)).toEqual(meantIn(content));
        expect(form.issues).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  test('looks as the .xlsx does', async () => {
    const [a, b] = [opened(await ods(buildContent())), opened(await written(buildContent()))];
    const name = b.sheets.map(sheet => sheet.name);
    expect(a.sheets.map(sheet => sheet.name)).toEqual(name);
    for (const [i, sheet] of b.sheets.entries()) {
      const other = a.sheets[i]!;
      const key = ({ top, left }: { top: number; left: number }): string => `${top},${left}`;
      expect(other.merges.toSorted((x, y) => key(x).localeCompare(key(y)))).toEqual(
        sheet.merges.toSorted((x, y) => key(x).localeCompare(key(y))),
      );
      expect(other.protected).toBe(sheet.protected);
      expect(other.state === 'visible').toBe(sheet.state === 'visible');
      for (const row of sheet.rows) {
        for (const cell of row.cells) {
          const { text, locked } = other.cell(cell.row, cell.column) ?? { text: '', locked: cell.locked };
          expect({ address: cell.address, text, locked }).toEqual({
            address: cell.address,
            text: cell.text,
            locked: cell.locked,
          });
          expect(other.validationAt(cell.row, cell.column)?.choices).toEqual(
            sheet.validationAt(cell.row, cell.column)?.choices,
          );
        }
      }
    }
    const [answers, plain] = [a.sheets[0]!, b.sheets[0]!];
    const columns = Array.from({ length: 10 }, (_, index) => index + 1);
    expect(columns.map(answers.isColumnHidden)).toEqual(columns.map(plain.isColumnHidden));
    const widths = (sheet: typeof answers) =>
      columns.map(column => sheet.columns.find(span => span.from <= column && span.to >= column)?.width);
    widths(answers).forEach((width, index) => {
      expect(width).toBeCloseTo(widths(plain)[index]!, 1);
    });
  });

  test('prints on A4 landscape with its header on every page, and keeps it in sight', async () => {
    const parts = partsOf(await ods(buildContent()));
    expect(parts['styles.xml']).toContain(
      'fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape"',
    );
    expect(parts['styles.xml']).toContain('style:scale-to-X="1" style:scale-to-Y="0"');
    expect(parts['content.xml']).toMatch(
      /<table:table-header-rows><table:table-row [^>]*>.*?執行要項.*?<\/table:table-header-rows>/,
    );
    expect(parts['settings.xml']).toContain(
      '<config:config-item config:name="VerticalSplitPosition" config:type="int">5<',
    );
  });

  test('leads from evidence to where it is, and from several to their list', async () => {
    const [sheet, list] = opened(await ods(buildContent())).sheets;
    expect(sheet!.linkAt(10, 9)).toBe('https://guankao.example/e/1');
    expect(sheet!.linkAt(11, 9)).toBe('#佐證資料清單.C3');
    expect(list!.linkAt(4, 3)).toBe('https://guankao.example/e/3');
  });

  test('lists every part in its manifest, and starts with its type', async () => {
    const bytes = await ods(buildContent());
    const parts = partsOf(bytes);
    const [first, ...rest] = Object.keys(parts);
    expect(first).toBe('mimetype');
    expect(strFromU8(bytes.subarray(38, 84))).toBe('application/vnd.oasis.opendocument.spreadsheet');
    for (const name of rest.filter(part => !part.startsWith('META-INF')))
      expect(parts['META-INF/manifest.xml']).toContain(`manifest:full-path="${name}"`);
  });

  test('takes answers where people may write, and nowhere else', async () => {
    const bytes = await ods(buildContent());
    const write = (row: number, column: number, value: string) => ({
      sheet: '自行檢核表',
      row,
      column,
      value: { kind: 'text', value } as const,
    });
    const result = patchWorkbook(bytes, '表.ods', [
      write(6, 8, '改寫'),
      write(7, 7, '也許'),
      write(7, 7, '已完成'),
      write(6, 3, '改問題'),
    ]);
    if (!result.ok) throw new Error(result.issue.code);
    expect(result.cells.map(({ status, issue }) => issue?.code ?? status)).toEqual([
      'written',
      'cell_not_in_list',
      'cell_patched_twice',
      'cell_locked',
    ]);
    expect(returned(result.bytes).rows[0]!.cells.narrative!.text).toBe('改寫');
  });
});

/** What LibreOffice keeps: it drops tabs from cells of .ods. */
const keptByLibreOffice = (content: FormContent): FormContent =>
  JSON.parse(JSON.stringify(content).replaceAll('\\t', ' ')) as FormContent;

describe.runIf(findSoffice())('after LibreOffice saved it', () => {
  const answer = buildAnswer({
    result: 'ongoing',
    narrative: ' 一、辦理 \n\n  二、"引號" <b>&amp;  ',
    remarks: '=1+1',
  });
  const rows = [...sampleRows, buildRow({ rowId: 'r7', step: [{ label: '9', text: '其他' }], answer })];

  test.each(['ods', 'xlsx'] as const)('as .%s, it says the same', { timeout: 240_000 }, async target => {
    const content = keptByLibreOffice(buildContent({ rows }));
    const saved = await convert(await ods(content), '表.ods', target, { timeMs: 110_000 });
    if (!saved.ok) throw new Error(saved.issue.code);
    const [before, after] = [returned(await ods(content)), readForm(opened(saved.bytes))];
    expect(after.formId).toBe(content.formId);
    expect(after.rows.map(({ rowId, cells }) => ({ rowId, cells }))).toEqual(
      before.rows.map(({ rowId, cells }) => ({ rowId, cells })),
    );
    expect(after.issues).toEqual([]);
  });

  test('its rows stay as high as what is merged over them', { timeout: 240_000 }, async () => {
    const item = { label: '一', text: '提升櫃檯服務品質並縮短民眾等候時間，'.repeat(5) };
    const form = await ods(buildContent({ rows: ['r1', 'r2'].map(rowId => buildRow({ rowId, item })) }));
    const saved = await convert(form, '表.ods', 'ods', { timeMs: 110_000 });
    if (!saved.ok) throw new Error(saved.issue.code);
    const heights = (bytes: Uint8Array) => returned(bytes).rows.map(({ row }) => heightAt(bytes, row));
    const before = heights(form);
    expect(Math.min(...before)).toBeGreaterThan(60);
    for (const [i, height] of heights(saved.bytes).entries()) expect(height).toBeCloseTo(before[i]!, -1);
  });

  test('whatever the texts', { timeout: 240_000 }, async () => {
    const contents = fc.sample(anyContent, { numRuns: 12, seed: 7 }).map(keptByLibreOffice);
    const merged = buildContent({
      rows: contents.flatMap((content, i) => content.rows.map(row => ({ ...row, rowId: `${i}-${row.rowId}` }))),
    });
    const saved = await convert(await ods(merged), '表.ods', 'ods', { timeMs: 110_000 });
    if (!saved.ok) throw new Error(saved.issue.code);
    const texts = (bytes: Uint8Array) =>
      returned(bytes).rows.map(({ rowId, cells }) => [
        rowId,
        cells.result!.text,
        cells.narrative!.text,
        cells.remarks!.text,
      ]);
    expect(texts(saved.bytes)).toEqual(texts(await ods(merged)));
  });
});
