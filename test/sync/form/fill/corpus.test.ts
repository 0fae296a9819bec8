import { describe, expect, it } from 'vitest';
import { fillForm } from '../../../../sync/form/fill/index.ts';
import { profileForm } from '../../../../sync/form/profile/index.ts';
import type { FormFill } from '../../../../sync/model/index.ts';
import type { Workbook } from '../../../../sync/sheet/index.ts';
import { type CorpusForm, corpusForms, fileOf, openWorkbook } from '../answers/corpus-forms.ts';
import { changedEntries } from './zip-entries.ts';

type Change = (row: FormFill['sheets'][number]['rows'][number]) => FormFill['sheets'][number]['rows'][number];

const ways: Readonly<Record<string, Change>> = {
  'everything that is told': row => row,
  'what is meant': ({ cells, ...row }) => row,
  'cells alone': ({ row, cells }) => ({ row, cells }),
};

const answersOf = (form: CorpusForm, change: Change): FormFill => ({
  sheets: form.answers.sheets.map(sheet => ({ name: sheet.name, rows: sheet.rows.map(change) })),
});

/** Every cell with something in it: what it shows, what it holds, and its formula. */
const cellsOf = (workbook: Workbook): ReadonlyMap<string, string> =>
  new Map(
    workbook.sheets.flatMap(sheet =>
      sheet.rows.flatMap(row =>
        row.cells
          .filter(cell => cell.text !== '' || cell.formula !== null)
          .map(cell => [`${sheet.name}!${cell.address}`, JSON.stringify([cell.value, cell.formula])] as const),
      ),
    ),
  );

/** Parts that hold texts or the note that formulas are to be calculated again. */
const touched = /^(?:xl\/worksheets\/sheet\d+\.xml|xl\/sharedStrings\.xml|xl\/workbook\.xml|content\.xml)$/;

const cases = process.env.CORPUS_DIR
  ? corpusForms().flatMap(form =>
      Object.keys(ways).flatMap(way => [
        { form, way, by: 'expected' },
        { form, way, by: 'found' },
      ]),
    )
  : [];

describe.runIf(process.env.CORPUS_DIR)('forms of the corpus', () => {
  it.each(cases)('$form.name is filled from $way by what is $by', ({ form, way, by }) => {
    const template = fileOf(form.template);
    const profile = by === 'expected' ? form.expected : profileForm(openWorkbook(template, form.template));
    const answers = answersOf(form, ways[way]!);
    const result = fillForm(template, form.template, profile, answers);
    if (!result.ok) throw new Error(result.issue.message);
    const truth = cellsOf(openWorkbook(fileOf(form.filled), form.filled));
    const filled = cellsOf(openWorkbook(result.bytes, form.template));
    const wrong = [...new Set([...truth.keys(), ...filled.keys()])].filter(key => truth.get(key) !== filled.get(key));
    const changed = changedEntries(template, result.bytes);
    const refused = result.report.cells.filter(({ status }) => status === 'refused');
    process.stdout.write(
      `${form.template} from ${way} (${by}): ${truth.size - wrong.length} of ${truth.size} cells as in the filled truth, ${result.report.cells.length} answered, ${refused.length} refused, changed: ${changed.join(' ')}; ${[...new Set(result.report.issues.map(({ code }) => code))].join(' ')}\n`,
    );
    expect(wrong.map(key => [key, truth.get(key), filled.get(key)])).toEqual([]);
    expect(changed.filter(name => !touched.test(name))).toEqual([]);
    const again = fillForm(result.bytes, form.template, profile, answers);
    expect(again.ok && again.report.cells.filter(({ status }) => status === 'written')).toEqual([]);
  });
});
