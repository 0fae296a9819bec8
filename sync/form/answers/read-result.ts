import type { Issue, ProfileRow } from '../../model/index.ts';
import { type AnswerCell, isBlank, literalOf } from './answer-cell.ts';
import { chosenByFormat, lookOf } from './by-format.ts';
import type { ListedChoice } from './choice-list.ts';
import { findChoice } from './find-choice.ts';
import { answerIssue } from './issue.ts';
import { type PrintedTicks, printedTicks } from './printed-ticks.ts';
import { resultOfChoice } from './result-of-choice.ts';
import { type ResultPlace, resultPlace, type SheetContext } from './sheet-context.ts';
import { type Tick, tickOf } from './ticks.ts';

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

/** What the tick cells of a row say, whether they print their choices or not. */
function ticksIn(texts: readonly string[], printed: PrintedTicks | null): readonly Tick[] {
  return texts.map((text, i) => printed?.cells[i]?.tick ?? tickOf(text));
}

/** Indexes of the tick columns that are ticked. A cross is a tick only where nothing else is. */
function tickedOf(ticks: readonly Tick[]): readonly number[] {
  const at = (kinds: readonly Tick[]): readonly number[] =>
    ticks.flatMap((tick, i) => (kinds.includes(tick) ? [i] : []));
  const sure = at(['ticked']);
  return sure.length > 0 ? sure : at(['cross', 'unusual']);
}

/** Indexes of the tick columns that these texts tick. */
export const tickedAt = (choices: readonly string[], texts: readonly string[]): readonly number[] =>
  tickedOf(ticksIn(texts, printedTicks(choices, texts)));

function severalIssue(sheet: string, row: ProfileRow, choices: readonly string[]): Issue {
  return answerIssue(
    'answer_choice_several',
    { sheet, row: row.row, field },
    { count: choices.length, choices: choices.join('、') },
  );
}

/** A choice and the letters that it stands in. */
interface Worded {
  readonly words: string;
  readonly cell: AnswerCell;
  readonly start: number;
  readonly end: number;
}

/** What the look of the choices tells where no mark does; null where they look alike. */
function fromFormat(sheet: string, row: ProfileRow, choices: readonly Worded[]): ResultReading | null {
  const looks = choices.map(({ cell, start, end }) => lookOf(cell.stretches() ?? [], start, end));
  const choice = chosenByFormat(looks);
  if (choice.kind === 'none') return null;
  const at = { sheet, row: row.row, field };
  const cells = [...new Set(choices.map(({ cell }) => cell))];
  if (choice.kind === 'doubtful') {
    const names = choices.map(({ words }) => words).join('、');
    return { values: {}, cells, issues: [answerIssue('answer_choice_format_doubtful', at, { choices: names })] };
  }
  const { words: result, cell } = choices[choice.index]!;
  const issue = answerIssue('answer_choice_by_format', at, { choice: result, by: choice.by });
  return { values: { result }, cells: [cell], issues: [issue] };
}

function fromTicks(sheet: string, row: ProfileRow, place: ResultPlace & { kind: 'ticks' }): ResultReading {
  const { choices, cells } = place;
  const texts = cells.map(cell => String(literalOf(cell)));
  const printed = printedTicks(choices, texts);
  const ticks = ticksIn(texts, printed);
  const ticked = tickedOf(ticks);
  if (printed?.isWhole && ticked.length === 0) {
    const words = cells.map((cell, i) => ({ words: choices[i]!, cell, ...printed.cells[i]! }));
    return fromFormat(sheet, row, words) ?? nothing;
  }
  const held = cells.filter((_, i) => ticked.includes(i) || ticks[i] === 'unusual');
  const issues = cells
    .filter((_, i) => ticks[i] === 'unusual')
    .map(cell =>
      answerIssue('answer_mark_unusual', { sheet, cell: cell.address, field }, { text: cell.text.slice(0, 60) }),
    );
  if (ticked.length > 1) {
    const several = ticked.map(i => choices[i]!);
    return { values: {}, cells: held, issues: [...issues, severalIssue(sheet, row, several)] };
  }
  const [index] = ticked;
  if (index === undefined) return { values: {}, cells: held, issues };
  const mark = (printed?.cells[index]?.mark ?? texts[index]!).trim();
  return { values: { result: choices[index]!, mark }, cells: held, issues };
}

/** Somebody marked it, and took it back. */
const isCrossed = (cell: AnswerCell, { words, at }: ListedChoice): boolean =>
  lookOf(cell.stretches() ?? [], at, at + words.length)?.strike === true;

function fromMarks(sheet: string, row: ProfileRow, { cell, list }: ResultPlace & { kind: 'marks' }): ResultReading {
  const marked = list.choices.filter(choice => choice.marked).map(({ words }) => words);
  if (marked.length === 0)
    return (
      fromFormat(
        sheet,
        row,
        list.choices.map(({ words, at }) => ({ words, cell, start: at, end: at + words.length })),
      ) ?? nothing
    );
  const crossed = list.choices.find(choice => choice.marked && isCrossed(cell, choice));
  if (crossed) {
    const at = { sheet, row: row.row, field };
    return {
      values: {},
      cells: [cell],
      issues: [answerIssue('answer_choice_format_doubtful', at, { choices: crossed.words })],
    };
  }
  if (marked.length > 1) return { values: {}, cells: [cell], issues: [severalIssue(sheet, row, marked)] };
  return { values: { result: marked[0]! }, cells: [cell], issues: [] };
}

const betweenChoices = /[\s、，,；;/／|｜]+/u;

/** Choices printed one after the other without any boxes: 已完成／辦理中／未辦理. */
export function listedWords(
  cell: Pick<AnswerCell, 'text'>,
  choices: readonly string[],
): readonly Omit<Worded, 'cell'>[] | null {
  const list: Omit<Worded, 'cell'>[] = [];
  for (const words of cell.text.split(betweenChoices).filter(piece => piece !== '')) {
    if (findChoice(choices, words) === null) return null;
    const start = cell.text.indexOf(words, list.at(-1)?.end ?? 0);
    list.push({ words, start, end: start + words.length });
  }
  return list.length > 1 ? list : null;
}

function fromWords(
  sheet: string,
  row: ProfileRow,
  { cell, choices, closed }: ResultPlace & { kind: 'words' },
): ResultReading {
  if (isBlank(cell)) return nothing;
  const listed = listedWords(cell, choices);
  if (listed)
    return (
      fromFormat(
        sheet,
        row,
        listed.map(each => ({ ...each, cell })),
      ) ?? nothing
    );
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
  return place.kind === 'marks' ? fromMarks(sheet, row, place) : fromWords(sheet, row, place);
}
