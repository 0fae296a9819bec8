import type { Issue, ProfileRow } from '../../model/index.ts';
import { type AnswerCell, isBlank, literalOf } from './answer-cell.ts';
import { findChoice } from './find-choice.ts';
import { answerIssue } from './issue.ts';
import { resultOfChoice } from './result-of-choice.ts';
import { type ResultPlace, resultPlace, type SheetContext } from './sheet-context.ts';
import { tickOf } from './ticks.ts';

/** What a row says in one field: the typed values, the cells they stand in, and what is odd about them. */
export interface FieldReading<T> {
  readonly values: T;
  readonly cells: readonly AnswerCell[];
  readonly issues: readonly Issue[];
}

export interface ResultValues {
  readonly result?: string;
  readonly mark?: string;
}
type ResultReading = FieldReading<ResultValues>;

const nothing: ResultReading = { values: {}, cells: [], issues: [] };
const field = 'result';

/** Indexes of the tick columns that are ticked. A cross is a tick only where nothing else is. */
export function tickedAt(texts: readonly string[]): readonly number[] {
  const ticks = texts.map(tickOf);
  const at = (kinds: readonly string[]): readonly number[] =>
    ticks.flatMap((tick, i) => (kinds.includes(tick) ? [i] : []));
  const sure = at(['ticked']);
  return sure.length > 0 ? sure : at(['cross', 'unusual']);
}

function severalIssue(sheet: string, row: ProfileRow, choices: readonly string[]): Issue {
  return answerIssue(
    'answer_choice_several',
    { sheet, row: row.row, field },
    { count: choices.length, choices: choices.join('、') },
  );
}

function fromTicks(sheet: string, row: ProfileRow, { choices, cells }: ResultPlace & { kind: 'ticks' }): ResultReading {
  const ticked = tickedAt(cells.map(cell => String(literalOf(cell))));
  const held = cells.filter((cell, i) => ticked.includes(i) || tickOf(String(literalOf(cell))) === 'unusual');
  const issues = held
    .filter(cell => tickOf(String(literalOf(cell))) === 'unusual')
    .map(cell =>
      answerIssue('answer_mark_unusual', { sheet, cell: cell.address, field }, { text: cell.text.slice(0, 60) }),
    );
  if (ticked.length > 1) {
    const several = ticked.map(i => choices[i]!);
    return { values: {}, cells: held, issues: [...issues, severalIssue(sheet, row, several)] };
  }
  const [index] = ticked;
  if (index === undefined) return { values: {}, cells: held, issues };
  return { values: { result: choices[index]!, mark: String(literalOf(cells[index]!)).trim() }, cells: held, issues };
}

function fromMarks(sheet: string, row: ProfileRow, { cell, list }: ResultPlace & { kind: 'marks' }): ResultReading {
  const marked = list.choices.filter(choice => choice.marked).map(({ words }) => words);
  if (marked.length === 0) return nothing;
  if (marked.length > 1) return { values: {}, cells: [cell], issues: [severalIssue(sheet, row, marked)] };
  return { values: { result: marked[0]! }, cells: [cell], issues: [] };
}

function fromWords(sheet: string, { cell, choices, closed }: ResultPlace & { kind: 'words' }): ResultReading {
  if (isBlank(cell)) return nothing;
  const text = String(literalOf(cell)).trim();
  const index = findChoice(choices, text);
  const known = index === null ? null : choices[index]!;
  const result = closed && known !== null ? known : text;
  const clear = known !== null || (!closed && resultOfChoice(text) !== null);
  const issue = () =>
    answerIssue(
      'answer_choice_unknown',
      { sheet, cell: cell.address, field },
      { text: text.slice(0, 60), choices: choices.join('、') },
    );
  return { values: { result }, cells: [cell], issues: clear ? [] : [issue()] };
}

/** Reads the result of a row, however the form lets it be chosen; several marks are no result. */
export function readResult(context: SheetContext, row: ProfileRow): ResultReading {
  const place = resultPlace(context, row);
  const sheet = context.sheet.name;
  if (!place) return nothing;
  if (place.kind === 'ticks') return fromTicks(sheet, row, place);
  return place.kind === 'marks' ? fromMarks(sheet, row, place) : fromWords(sheet, place);
}
