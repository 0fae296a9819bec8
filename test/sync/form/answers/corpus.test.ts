import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../../../sync/form/answers/index.ts';
import { profileForm } from '../../../../sync/form/profile/index.ts';
import type { RowAnswer } from '../../../../sync/model/index.ts';
import { corpusForms, corpusReturns, fileOf, openWorkbook } from './corpus-forms.ts';

/** The fields that the corpus tells, in one order. */
function comparable(row: RowAnswer): Partial<RowAnswer> {
  const { label, ...rest } = row as RowAnswer & { planRow?: string; planPath?: unknown };
  const { planRow, planPath, ...answer } = rest;
  return { ...answer, ...(answer.history?.length === 0 ? { history: undefined } : {}) };
}

const fieldsTold = ['result', 'narrative', 'evidence', 'selfScore', 'remarks', 'action', 'actualDate'] as const;

describe.runIf(process.env.CORPUS_DIR)('answers of the corpus', () => {
  it.each(
    corpusForms().flatMap(
      form =>
        [
          { form, by: 'expected' },
          { form, by: 'found' },
        ] as const,
    ),
  )('are read out of the filled $form.name by what is $by', ({ form, by }) => {
    const workbook = openWorkbook(fileOf(form.filled), form.filled);
    const profile = by === 'expected' ? form.expected : profileForm(openWorkbook(fileOf(form.template), form.template));
    const { answers, issues } = readAnswers(workbook, profile);
    const read = answers.sheets.flatMap(sheet => sheet.rows);
    const truth = form.answers.sheets.flatMap(sheet => sheet.rows);
    const equal = truth.filter(row => {
      const same = read.find(each => each.row === row.row);
      return same !== undefined && JSON.stringify(comparable(same)) === JSON.stringify(comparable(row));
    });
    process.stdout.write(
      `${form.filled} (${by}): ${equal.length} of ${truth.length} rows read alike, ${read.length} rows with answers, issues: ${[...new Set(issues.map(({ code }) => code))].join(' ') || 'none'}\n`,
    );
    expect(read.map(comparable)).toEqual(truth.map(comparable));
  });

  it.each(corpusReturns())('are read out of $file as it came back', ({ file, rows }) => {
    const workbook = openWorkbook(fileOf(file), file);
    const { answers } = readAnswers(workbook, profileForm(workbook));
    const read = new Map(answers.sheets.flatMap(sheet => sheet.rows).map(row => [row.row, row]));
    const told = (answer: Partial<RowAnswer> | null | undefined) =>
      answer ? fieldsTold.map(field => answer[field] ?? null) : null;
    const wrong = rows.filter(row => JSON.stringify(told(read.get(row.row))) !== JSON.stringify(told(row.answers)));
    process.stdout.write(`${file}: ${rows.length - wrong.length} of ${rows.length} rows read alike\n`);
    expect(wrong.map(row => [told(row.answers), told(read.get(row.row))])).toEqual([]);
  });
});
