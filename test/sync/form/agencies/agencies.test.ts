import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../../../sync/form/answers/index.ts';
import { fillForm } from '../../../../sync/form/fill/index.ts';
import { askedRows, matchRows } from '../../../../sync/form/identify/index.ts';
import { profileForm } from '../../../../sync/form/profile/index.ts';
import type { FormFill, FormProfile, SheetProfile } from '../../../../sync/model/index.ts';
import { readWorkbook, type Workbook } from '../../../../sync/sheet/index.ts';
import { lines } from '../profile/books.ts';
import { formats } from './files.ts';
import { type AgencyForm, agencyForms, type ExpectedSheet } from './forms.ts';
import { furtherForms } from './further-forms.ts';
import { printedForms } from './printed-forms.ts';

const forms = [...agencyForms, ...furtherForms, ...printedForms];

function opened(bytes: Uint8Array): Workbook {
  const reading = readWorkbook(bytes, 'form');
  if (!reading.ok) throw new Error(reading.issue.message);
  return reading.workbook;
}

/** What was found, of that which is expected. */
function told(sheet: SheetProfile, expected: ExpectedSheet): ExpectedSheet {
  return {
    name: sheet.name,
    headerRows: sheet.headerRows,
    columns: sheet.columns as ExpectedSheet['columns'],
    rows: lines(sheet.rows),
    ...(expected.resultChoices ? { resultChoices: sheet.resultChoices ?? [] } : {}),
    ...(expected.items ? { items: sheet.rows.map(({ item }) => item && `${item.label ?? ''}${item.text}`) } : {}),
    ...(expected.signOffRow === undefined ? {} : { signOffRow: sheet.signOffRow }),
    ...(expected.totalRows ? { totalRows: sheet.totalRows ?? [] } : {}),
  };
}

/** Answers to the first and the last question of the first sheet. */
function answersTo({ sheets: [sheet] }: FormProfile, { answers }: AgencyForm): FormFill {
  const rows = [sheet!.rows[0]!, sheet!.rows.at(-1)!].map(({ row }) => ({ row, ...answers }));
  return { sheets: [{ name: sheet!.name, rows: rows as FormFill['sheets'][number]['rows'] }] };
}

describe.each(['xlsx', 'ods'] as const)('forms as agencies make them, as .%s', format => {
  describe.each(forms.filter(({ only }) => !only || only === format))('$title', form => {
    it('is found as a person reads it', async () => {
      const { sheets, issues } = profileForm(opened(await formats[format](form.sheets)));
      expect(issues.map(({ code }) => code).filter(code => code !== 'form_rows_unread')).toEqual(form.issues ?? []);
      expect(sheets.map((sheet, i) => told(sheet, form.expected[i] ?? form.expected[0]!))).toEqual(form.expected);
    });

    it('gives back the answers that are written into it, and is found as before', async () => {
      const bytes = await formats[format](form.sheets);
      const profile = profileForm(opened(bytes));
      const wanted = answersTo(profile, form);
      const filled = fillForm(bytes, 'form', profile, wanted);
      if (!filled.ok) throw new Error(filled.issue.message);
      expect(filled.report.cells.filter(({ status }) => status === 'refused')).toEqual([]);
      const workbook = opened(filled.bytes);
      const found = profileForm(workbook);
      expect(found.sheets.map(({ columns, rows }) => [columns, lines(rows)])).toEqual(
        profile.sheets.map(({ columns, rows }) => [columns, lines(rows)]),
      );
      const read = readAnswers(workbook, found).answers.sheets[0]!.rows;
      for (const row of wanted.sheets[0]!.rows) {
        const { evidence, ...plain } = row;
        expect(read.find(each => each.row === row.row)).toMatchObject(plain);
        expect(read.find(each => each.row === row.row)?.evidence ?? []).toEqual(evidence ?? []);
      }
      expect(read).toHaveLength(wanted.sheets[0]!.rows.length);
      const again = fillForm(filled.bytes, 'form', profile, wanted);
      expect(again.ok && Buffer.compare(again.bytes, filled.bytes)).toBe(0);
    });

    it('is recognised row by row when it comes back filled', async () => {
      const bytes = await formats[format](form.sheets);
      const template = opened(bytes);
      const profile = profileForm(template);
      const filled = fillForm(bytes, 'form', profile, answersTo(profile, form));
      if (!filled.ok) throw new Error(filled.issue.message);
      const back = opened(filled.bytes);
      const { rows, missing } = matchRows(askedRows(profileForm(back), back), askedRows(profile, template));
      expect(rows.filter(({ row, templateRow }) => row !== templateRow)).toEqual([]);
      expect(missing).toEqual([]);
    });
  });
});
