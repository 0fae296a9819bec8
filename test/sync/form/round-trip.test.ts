import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeForm } from '../../../sync/form/index.ts';
import { editWorkbook } from '../../support/excel-edits.ts';
import { anyContent, buildAnswer, buildContent, buildRow, meantIn, returned, saidIn, written } from './forms.ts';

describe('a form that comes back as it left', () => {
  test('says what was written, whatever the texts', async () => {
    await fc.assert(
      fc.asyncProperty(anyContent, async content => {
        const form = returned(await written(content));
        expect(form.formId).toBe(content.formId);
        expect(saidIn(form)).toEqual(meantIn(content));
        expect(form.strays).toEqual([]);
        expect(form.issues).toEqual([]);
      }),
      { numRuns: 120 },
    );
  }, 120_000);

  test('still does after another program saved it', async () => {
    await fc.assert(
      fc.asyncProperty(anyContent, async content => {
        const before = returned(await written(content));
        const after = returned(await editWorkbook(await written(content), []));
        expect(after).toEqual(before);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  test('keeps characters beyond the basic plane wherever they stand in a long file', async () => {
    const row = (i: number) =>
      buildRow({ rowId: `r${i}`, answer: buildAnswer({ narrative: `${i}${'𠮷'.repeat(9000)}` }) });
    const content = buildContent({ rows: [0, 1, 2].map(row) });
    const bytes = await written(content);
    for (const form of [returned(bytes), returned(await editWorkbook(bytes, []))])
      expect(form.rows.map(({ cells }) => cells.narrative!.text)).toEqual(
        content.rows.map(({ answer }) => answer.narrative),
      );
  });

  test('keeps five thousand characters, and a leading = as text', async () => {
    const narrative = '辦理情形說明。'.repeat(715);
    const content = buildContent({
      rows: [buildRow({ answer: buildAnswer({ narrative, remarks: '=HYPERLINK("x")' }) })],
    });
    const [row] = returned(await written(content)).rows;
    expect(row!.cells.narrative!.text).toBe(narrative);
    expect(row!.cells.remarks).toMatchObject({ text: '=HYPERLINK("x")', formula: null, doubt: null });
  });
});

describe('writing', () => {
  test.each([
    'xlsx',
    'ods',
    'csv',
  ] as const)('gives the same .%s for the same content, in any time zone', async format => {
    const zone = process.env.TZ;
    const content = buildContent();
    const first = await written(content, format);
    process.env.TZ = 'America/Anchorage';
    const second = await written(structuredClone(content), format);
    process.env.TZ = zone ?? 'UTC';
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });

  test('refuses a text that no cell holds, and says which', async () => {
    const rows = [buildRow({ step: [{ label: '1', text: '長'.repeat(40_000) }] })];
    const form = await writeForm(buildContent({ rows }));
    expect(form.ok).toBe(false);
    expect(form.issues).toMatchObject([{ code: 'form_text_too_long', severity: 'error', field: 'step' }]);
    expect(form.issues[0]!.message).toContain('執行步驟');
  });

  test('takes a text of just the limit', async () => {
    const remarks = '註'.repeat(32_767);
    const form = await writeForm(buildContent({ rows: [buildRow({ answer: buildAnswer({ remarks }) })] }));
    expect(form.ok).toBe(true);
  });

  test('tells of texts that print cannot show in full', async () => {
    const narrative = '說明'.repeat(4000);
    const form = await writeForm(buildContent({ rows: [buildRow({ answer: buildAnswer({ narrative }) })] }));
    expect(form.ok).toBe(true);
    expect(form.issues).toMatchObject([{ code: 'form_row_clipped', row: 6, field: 'narrative' }]);
  });

  test('insists on distinct row ids', async () => {
    await expect(writeForm(buildContent({ rows: [buildRow(), buildRow()] }))).rejects.toThrow('distinct');
  });
});
