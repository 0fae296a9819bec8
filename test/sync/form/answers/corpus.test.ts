import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../../../sync/form/answers/index.ts';
import { profileForm } from '../../../../sync/form/profile/index.ts';
import type { RowAnswer } from '../../../../sync/model/index.ts';
import { corpusForms, fileOf, openWorkbook } from './corpus-forms.ts';

/** The fields that the corpus tells, in one order. */
function comparable(row: RowAnswer): Partial<RowAnswer> {
  const { label, ...rest } = row as RowAnswer & { planRow?: string; planPath?: unknown };
  const { planRow, planPath, ...answer } = rest;
  return { ...answer, ...(answer.history?.length === 0 ? { history: undefined } : {}) };
}

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
});
