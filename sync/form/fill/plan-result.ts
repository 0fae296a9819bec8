import { type Issue, type ProfileRow, type RowFill, results, resultWords } from '../../model/index.ts';
import type { PatchValue } from '../../sheet/patch.ts';
import {
  type AnswerCell,
  answerIssue,
  type ChoiceList,
  findChoice,
  isBlank,
  listedWords,
  literalOf,
  type MarkHabit,
  markChoice,
  parseChoiceList,
  printedTicks,
  type ResultPlace,
  type SheetContext,
  tickedAt,
  tickOf,
} from '../answers/index.ts';
import { type Habits, patternList } from './habits.ts';
import { titleOf } from './plan-cell.ts';
import { blank, numberValue, presentValue, textValue } from './planned.ts';

/** A cell and what is to stand in it, or why not. */
export interface Wanted {
  readonly cell: AnswerCell;
  readonly value: PatchValue | null;
  readonly issue: Issue | null;
}

export interface ResultPlan {
  readonly cells: readonly Wanted[];
  /** What concerns no cell, such as a result that the form has no place for. */
  readonly issues: readonly Issue[];
}

interface Place<Kind extends ResultPlace['kind']> {
  readonly context: SheetContext;
  readonly row: ProfileRow;
  readonly fill: RowFill;
  readonly habits: Habits;
  readonly place: ResultPlace & { readonly kind: Kind };
}

const field = 'result';
const keep = (cell: AnswerCell): Wanted => ({ cell, value: presentValue(cell), issue: null });
const put = (cell: AnswerCell, value: PatchValue): Wanted => ({ cell, value, issue: null });
const putText = (cell: AnswerCell, text: string): Wanted =>
  text === cell.text ? keep(cell) : put(cell, textValue(text));

/** Our word where the answer is one of our codes. */
function codeWord(result: string | null | undefined): string | null {
  const code = results.find(each => each === result);
  return code ? resultWords[code] : null;
}

function unknownChoice(
  { context, row, fill }: Pick<Place<'words'>, 'context' | 'row' | 'fill'>,
  choices: readonly string[],
  cell: AnswerCell,
): Wanted {
  const at = { sheet: context.sheet.name, row: row.row, cell: cell.address, field };
  const issue = answerIssue('fill_choice_unknown', at, {
    text: codeWord(fill.result) ?? String(fill.result),
    choices: choices.join('、'),
  });
  return { cell, value: null, issue };
}

const literalAt = (fill: RowFill, cell: AnswerCell): string | number | null | undefined => fill.cells?.[cell.address];

/** The box that stands in unticked cells of the row, where the form has boxes in its tick columns. */
const openBox = (cells: readonly AnswerCell[]): string =>
  cells
    .map(cell => cell.text.trim())
    .find(text => text !== '' && parseChoiceList(`${text}是`) && tickOf(text) === 'open') ?? '';

function markedBox(text: string, habit: MarkHabit): string | null {
  const list = tickOf(text) === 'open' && text.trim() !== '' ? parseChoiceList(`${text}是`) : null;
  return list ? markChoice(list, 0, habit).slice(0, -1) : null;
}

const pictures = /^[^A-Za-zＡ-Ｚａ-ｚ\d]$/u;

/** A mark that the answer brings is taken into brackets as a sign, and instead of a box as a picture. */
const habitOf = ({ fill, habits }: Pick<Place<'marks' | 'ticks'>, 'fill' | 'habits'>): MarkHabit => {
  const { mark } = fill;
  const picture = mark && pictures.test(mark) ? mark : null;
  return {
    sign: mark && [...mark].length === 1 ? mark : habits.sign(),
    filled: open => picture ?? habits.filledMark(open),
  };
};

function planTicks(plan: Place<'ticks'>): readonly Wanted[] {
  const { fill, place } = plan;
  const { choices, cells } = place;
  const literals = cells.map(cell => literalAt(fill, cell));
  const given = tickedAt(
    choices,
    literals.map(literal => String(literal ?? '')),
  );
  const result = fill.result === undefined && given.length === 1 ? choices[given[0]!]! : fill.result;
  if (result === undefined) {
    return cells.flatMap((cell, i) => (literals[i] === undefined ? [] : [putLiteral(cell, literals[i])]));
  }
  const chosen = result ? findChoice(choices, result) : null;
  if (result && chosen === null) return [unknownChoice(plan, choices, cells[0]!)];
  const box = openBox(cells);
  const printed = printedTicks(
    choices,
    cells.map(each => each.text),
  )?.tick(chosen, habitOf(plan));
  return cells.flatMap((cell, i): readonly Wanted[] => {
    const wanted = printed?.[i] ?? null;
    if (wanted !== null) {
      const said = saidOf(choices[i]!, literals[i], i === chosen);
      return i === chosen || wanted !== cell.text ? [putText(cell, said ?? wanted)] : [];
    }
    const tick = tickOf(String(literalOf(cell)));
    if (i === chosen) return [planTicked(plan, cell, given.includes(i) ? literals[i] : undefined)];
    return tick === 'ticked' || tick === 'cross' ? [put(cell, textValue(box))] : [];
  });
}

/** What was given for a cell that prints its choice, where it says the choice too and ticks it as it should. */
function saidOf(choice: string, literal: string | number | null | undefined, isTicked: boolean): string | null {
  if (typeof literal !== 'string') return null;
  const said = printedTicks([choice], [literal])?.cells[0]?.tick;
  return said === (isTicked ? 'ticked' : 'open') ? literal : null;
}

/** The tick itself: the mark that was given, else the one that stands there, else what the cell offers, else the form's own. */
function planTicked(
  { context, fill, habits }: Place<'ticks'>,
  cell: AnswerCell,
  given: string | number | null | undefined,
): Wanted {
  const mark = fill.mark ?? given ?? null;
  if (mark !== null) return String(mark) === String(literalOf(cell)) ? keep(cell) : putLiteral(cell, mark);
  if (tickOf(String(literalOf(cell))) === 'ticked') return keep(cell);
  const boxed = markedBox(cell.text, { sign: habits.sign(), filled: habits.filledMark });
  if (boxed !== null) return putText(cell, boxed);
  const offered = context.sheet.validationAt(cell.row, cell.column)?.choices ?? [];
  return putLiteral(cell, offered.find(choice => tickOf(choice) === 'ticked') ?? habits.tick());
}

function putLiteral(cell: AnswerCell, literal: string | number | null): Wanted {
  if (literal === null || literal === '') return put(cell, blank);
  if (literal === literalOf(cell)) return keep(cell);
  return put(cell, typeof literal === 'number' ? numberValue(cell, literal) : textValue(literal));
}

function planList(plan: Omit<Place<'marks'>, 'place'>, cell: AnswerCell, list: ChoiceList): Wanted {
  const { fill } = plan;
  const literal = literalAt(fill, cell);
  if (fill.result === undefined) return literal === undefined ? keep(cell) : putLiteral(cell, literal);
  const words = list.choices.map(choice => choice.words);
  const chosen = fill.result ? findChoice(words, fill.result) : null;
  if (fill.result && chosen === null) return unknownChoice(plan, words, cell);
  const said = typeof literal === 'string' ? parseChoiceList(literal) : null;
  const marked = said?.choices.filter(choice => choice.marked).map(choice => choice.words) ?? [];
  const agrees =
    marked.length === (chosen === null ? 0 : 1) && marked[0] === (chosen === null ? undefined : words[chosen]);
  if (said && agrees) return putText(cell, said.text);
  return putText(cell, markChoice(list, chosen, habitOf(plan)));
}

const isDigits = /^\d+(?:\.\d+)?$/;

function planWords(plan: Place<'words'>): Wanted {
  const { context, fill, habits, place } = plan;
  const { cell, choices, closed } = place;
  const literal = literalAt(fill, cell);
  if (fill.result === undefined) return literal === undefined ? keep(cell) : putLiteral(cell, literal);
  if (!fill.result) return isBlank(cell) || listedWords(cell, choices) ? keep(cell) : put(cell, blank);
  const pattern = isBlank(cell) && !closed && literal === undefined ? patternList(habits) : null;
  if (pattern) return planList(plan, cell, pattern);
  const index = findChoice(choices, fill.result);
  if (closed && index === null) return unknownChoice(plan, choices, cell);
  const formWords = closed || context.profile.resultChoices !== undefined;
  const word = formWords && index !== null ? choices[index]! : (codeWord(fill.result) ?? fill.result);
  if (literal !== undefined && literal !== null && findChoice([word], String(literal)) !== null && !closed)
    return putLiteral(cell, literal);
  if (String(literalOf(cell)) === word) return keep(cell);
  return put(cell, isDigits.test(word) ? numberValue(cell, Number(word)) : textValue(word));
}

/** Writes the result the way the form lets it be chosen: one tick and no other, one mark in the list, or the very words. */
export function planResult(
  context: SheetContext,
  row: ProfileRow,
  place: ResultPlace | null,
  fill: RowFill,
  habits: Habits,
): ResultPlan {
  if (!place) {
    const at = { sheet: context.sheet.name, row: row.row, field };
    const missing = fill.result ? [answerIssue('fill_field_missing', at, { title: titleOf(field) })] : [];
    return { cells: [], issues: missing };
  }
  const plan = { context, row, fill, habits };
  if (place.kind === 'ticks') return { cells: planTicks({ ...plan, place }), issues: [] };
  const touched = fill.result !== undefined || literalAt(fill, place.cell) !== undefined;
  if (!touched) return { cells: [], issues: [] };
  const wanted = place.kind === 'marks' ? planList(plan, place.cell, place.list) : planWords({ ...plan, place });
  return { cells: [wanted], issues: [] };
}
