import type { FormProfile, ProfileRow, SheetProfile } from '../../model/index.ts';
import { resultWords } from '../../model/index.ts';
import type { Sheet, Sheets } from '../../sheet/index.ts';
import { type AnswerCell, answerCellAt } from './answer-cell.ts';
import { type ChoiceList, parseChoiceList } from './choice-list.ts';
import type { FormPeriod } from './history.ts';

/** A sheet of a workbook with what was found in it. */
export interface SheetContext {
  readonly sheet: Sheet;
  readonly profile: SheetProfile;
  readonly period: FormPeriod | null;
}

export const contextOf = (workbook: Sheets, profile: FormProfile, sheetProfile: SheetProfile): SheetContext | null => {
  const sheet = workbook.sheets.find(({ name }) => name === sheetProfile.name);
  return sheet ? { sheet, profile: sheetProfile, period: profile.period } : null;
};

/** How the result of one row is chosen, seen from the row itself: rows of one form need not be alike. */
export type ResultPlace =
  | { readonly kind: 'ticks'; readonly choices: readonly string[]; readonly cells: readonly AnswerCell[] }
  | { readonly kind: 'marks'; readonly cell: AnswerCell; readonly list: ChoiceList }
  /** `closed`: nothing but the choices may stand there. */
  | {
      readonly kind: 'words';
      readonly cell: AnswerCell;
      readonly choices: readonly string[];
      readonly closed: boolean;
    };

const usual = Object.values(resultWords);

/** A single mark before a long text is a bullet, not a choice. */
const longestChoice = 30;
const isList = (list: ChoiceList | null): list is ChoiceList =>
  list !== null && list.choices.length > 0 && list.choices.every(({ words }) => words.length <= longestChoice);

/** Where a row's result stands; null when the form has no place for it. */
export function resultPlace({ sheet, profile }: SheetContext, row: ProfileRow): ResultPlace | null {
  const ticks = Object.entries(row.cells.resultTicks ?? {}).flatMap(([choice, address]) => {
    const cell = answerCellAt(sheet, address);
    return cell ? [{ choice, cell }] : [];
  });
  if (ticks.length > 0)
    return { kind: 'ticks', choices: ticks.map(({ choice }) => choice), cells: ticks.map(({ cell }) => cell) };
  const cell = row.cells.result ? answerCellAt(sheet, row.cells.result) : null;
  if (!cell) return null;
  const list = parseChoiceList(cell.text);
  if (isList(list)) return { kind: 'marks', cell, list };
  const offered = sheet.validationAt(cell.row, cell.column)?.choices ?? null;
  const listed = offered && offered.length > 0;
  return {
    kind: 'words',
    cell,
    choices: listed ? offered.filter(choice => choice !== '') : (profile.resultChoices ?? usual),
    closed: listed === true,
  };
}
