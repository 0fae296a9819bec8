import type { FormAnswers, FormProfile, Issue, ProfileRow, RowAnswer } from '../../model/index.ts';
import { parseAddress, type Sheet, type Workbook } from '../../sheet/index.ts';
import type { AnswersReading } from '../answers/index.ts';
import { askedRows, type Candidate, matchRows } from '../identify/index.ts';
import type { ReturnedRow } from '../returned.ts';
import { cellsOf, valuesOf } from './cells.ts';

/** A row of a workbook that came back, and which row of the issued one it is. */
export interface ReadRow extends Pick<ReturnedRow, 'sheet' | 'row' | 'questionText' | 'cells' | 'values'> {
  /** Null where that is not certain. */
  readonly template: { readonly sheet: string; readonly row: number } | null;
  /** Best first, where it is not certain. */
  readonly candidates: readonly Candidate[];
  /** It says something that the issued row did not say. */
  readonly answered: boolean;
}

/** A form that went out through a template, as it came back: a plain value, to be kept and placed as often as needed. */
export interface ReadTemplate {
  /** In the order of the file. */
  readonly rows: readonly ReadRow[];
  readonly issues: readonly Issue[];
}

const answersByRow = (answers: FormAnswers): ReadonlyMap<string, RowAnswer> =>
  new Map(answers.sheets.flatMap(({ name, rows }) => rows.map(row => [`${name}\n${row.row}`, row] as const)));

/** What an answer says, wherever it stands. */
const saidBy = (answer: RowAnswer | undefined): string => {
  const { row: _row, label: _label, cells: _cells, mark: _mark, ...said } = answer ?? { row: 0 };
  return JSON.stringify(Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1)));
};

function textAt(sheet: Sheet | undefined, address: string | undefined): string {
  const at = address === undefined ? null : parseAddress(address);
  return at ? (sheet?.anchor(at.row, at.column)?.text ?? '') : '';
}

const questionOf = ({ item, keyPoint, text, finding, units }: ProfileRow): string =>
  [item?.text, keyPoint?.text, text, finding, units.join('、')].filter(Boolean).join('\n');

/**
 * Reads a workbook that came back for the rows of the one that was issued: sorted, cut, copied, retyped, saved by another
 * program. Pure; what it changes is for `placeRows` and a merge to say.
 * @param issued what went out; with its answers, rows that nobody touched are known
 */
export function readThroughTemplate(
  returned: { readonly workbook: Workbook; readonly profile: FormProfile; readonly reading: AnswersReading },
  issued: { readonly profile: FormProfile; readonly answers?: FormAnswers; readonly workbook: Workbook },
): ReadTemplate {
  const { workbook, profile, reading } = returned;
  const matches = matchRows(askedRows(profile, workbook), askedRows(issued.profile, issued.workbook)).rows;
  const answers = answersByRow(reading.answers);
  const before = answersByRow(issued.answers ?? { sheets: [] });
  const resultCells = new Map<string, string>(
    issued.profile.sheets.flatMap(({ name, rows }) => {
      const sheet = issued.workbook.sheets.find(each => each.name === name);
      return rows.map(row => [`${name}\n${row.row}`, textAt(sheet, row.cells.result)] as const);
    }),
  );
  const rows = profile.sheets.flatMap(({ name, rows }) => {
    const sheet = workbook.sheets.find(each => each.name === name);
    return sheet ? rows.map(row => ({ sheet, row })) : [];
  });
  const found = new Map(matches.map(match => [`${match.sheet}\n${match.row}`, match]));
  return {
    rows: rows.map(({ sheet, row }) => {
      const key = `${sheet.name}\n${row.row}`;
      const { templateSheet, templateRow, candidates } = found.get(key)!;
      const template =
        templateSheet === null || templateRow === null ? null : { sheet: templateSheet, row: templateRow };
      const answer = answers.get(key);
      const from = template ? `${template.sheet}\n${template.row}` : '';
      return {
        sheet: sheet.name,
        row: row.row,
        questionText: questionOf(row),
        cells: cellsOf(sheet, row, answer, resultCells.get(from) ?? ''),
        values: valuesOf(answer),
        template,
        candidates,
        answered: saidBy(answer) !== saidBy(before.get(from)),
      };
    }),
    issues: [...profile.issues, ...reading.issues],
  };
}
