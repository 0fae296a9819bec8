import { type AnswersReading, printHistory, readAnswers } from '../../form/answers/index.ts';
import { type AskedRow, askedRows } from '../../form/identify/index.ts';
import { profileForm } from '../../form/profile/index.ts';
import { answerCell } from '../../form/read/cells.ts';
import {
  type FormProfile,
  type Issue,
  type MergedField,
  type MergedValue,
  mergedFields,
  type ProfileRow,
  type RowAnswer,
} from '../../model/index.ts';
import { parseAddress, type Sheet, type Sheets } from '../../sheet/index.ts';

/** A workbook to be merged. */
export interface FormBook {
  /** What messages call it. */
  readonly file: string;
  readonly workbook: Sheets;
  /** As a person corrected it; found anew where absent. */
  readonly profile?: FormProfile;
}

/** What stands in one answer cell of a row. */
export interface SideCell {
  readonly cell: string;
  readonly value: MergedValue;
  /** What was meant is uncertain: a formula, an error, several marks, a cell merged over rows, or no value of its kind. */
  readonly doubtful: boolean;
  readonly formula: boolean;
  /** What a person sees there. */
  readonly seen: string;
}

export interface SideRow {
  readonly sheet: string;
  readonly row: number;
  readonly text: string;
  /** Fields that the form has a place for. */
  readonly cells: ReadonlyMap<MergedField, SideCell>;
}

/** A workbook, read for merging. */
export interface Side {
  readonly file: string;
  readonly rows: readonly SideRow[];
  /** The same rows as they are compared. */
  readonly asked: readonly AskedRow[];
  readonly issues: readonly Issue[];
}

const typed: Readonly<Record<MergedField, (answer: RowAnswer) => MergedValue | undefined>> = {
  result: ({ result }) => result,
  narrative: ({ narrative }) => narrative,
  evidence: ({ evidenceText }) => evidenceText,
  selfScore: ({ selfScore }) => selfScore,
  firstScore: ({ firstScore }) => firstScore,
  secondScore: ({ secondScore }) => secondScore,
  remarks: ({ remarks }) => remarks,
  action: ({ action }) => action,
  actualDate: ({ actualDate }) => actualDate,
  history: ({ history }) => (history?.length ? printHistory(history) : undefined),
};

/** Where a field stands: of columns to tick the ticked one, else the first; of several marks what they are. */
function placeOf(field: MergedField, { cells }: ProfileRow, answer: RowAnswer | undefined) {
  const held = answer?.cells ?? {};
  if (field !== 'result' || cells.result !== undefined) {
    const address = cells[field === 'history' ? 'narrative' : field];
    return { address, raw: address === undefined || field === 'history' ? undefined : held[address] };
  }
  const ticks = Object.entries(cells.resultTicks ?? {});
  const ticked = ticks.filter(([, address]) => held[address] !== undefined);
  return { address: (ticked[0] ?? ticks[0])?.[1], raw: ticked.map(([choice]) => choice).join('、') || undefined };
}

function sideCell(sheet: Sheet, field: MergedField, row: ProfileRow, answer: RowAnswer | undefined): SideCell | null {
  const { address, raw } = placeOf(field, row, answer);
  const at = address === undefined ? null : parseAddress(address);
  if (address === undefined || !at) return null;
  const { doubt, text } = answerCell(sheet, at.row, at.column);
  const value = answer ? typed[field](answer) : undefined;
  const unclear = value ?? (doubt === 'error' ? text : raw) ?? null;
  return {
    cell: address,
    value: unclear === '' ? null : unclear,
    doubtful: doubt !== null || (value === undefined && unclear !== null),
    formula: doubt === 'formula',
    seen: text,
  };
}

const textOf = ({ item, keyPoint, text, finding }: ProfileRow): string =>
  text || finding || keyPoint?.text || item?.text || '';

/** Issues say whose they are: three files are read at once. */
const of =
  (file: string) =>
  (issue: Issue): Issue => ({ ...issue, params: { ...issue.params, file } });

export function sideOf({ file, workbook, profile = profileForm(workbook) }: FormBook): Side {
  const { answers, issues }: AnswersReading = readAnswers(workbook, profile);
  const answered = new Map(
    answers.sheets.flatMap(({ name, rows }) => rows.map(row => [`${name}\n${row.row}`, row] as const)),
  );
  return {
    file,
    rows: profile.sheets.flatMap(({ name, rows }) => {
      const sheet = workbook.sheets.find(each => each.name === name);
      if (!sheet) return [];
      return rows.map(row => ({
        sheet: name,
        row: row.row,
        text: textOf(row),
        cells: new Map(
          mergedFields.flatMap(field => {
            const cell = sideCell(sheet, field, row, answered.get(`${name}\n${row.row}`));
            return cell ? [[field, cell] as const] : [];
          }),
        ),
      }));
    }),
    asked: askedRows(profile, workbook),
    issues: [...profile.issues, ...issues].map(of(file)),
  };
}
