import type { Candidate, Place } from './layout.ts';
import type { TakenColumns } from './taken-columns.ts';
import type { TitleField } from './titles.ts';

const levels = ['item', 'keyPoint', 'step'] as const;
const isLevel = (field: TitleField | null): field is (typeof levels)[number] =>
  (levels as readonly (TitleField | null)[]).includes(field);

/** Item, key point and step from left to right; of two columns called the same, the second goes one level deeper. */
export function settleQuestion(columns: TakenColumns): void {
  const { fields } = columns;
  for (const column of columns.free(({ said }) => isLevel(said))) {
    const from = levels.indexOf(column.said as (typeof levels)[number]);
    const level = levels.slice(from).find(field => !fields.has(field));
    if (level) columns.take(level, column);
  }
  if (!levels.some(level => fields.has(level)) && !fields.has('finding')) takeTexts(columns);
  else if (!fields.has('step') && !fields.has('finding')) takeDeeper(columns);
  if (!fields.has('item')) takeHigher(columns);
  else if (!fields.has('keyPoint') && !fields.has('step')) headItem(columns);
}

/** Columns that ask, by their titles, and that nothing took yet. */
export const questionsIn = (columns: TakenColumns): readonly Candidate[] => columns.free(({ said }) => isLevel(said));

/** Another column of numbers right before that of the steps, whatever its title. */
export function marksBesideSteps(columns: TakenColumns): Candidate | null {
  const asked = levels
    .toReversed()
    .map(level => columns.fields.get(level))
    .find(place => place);
  const counts = ({ said, content }: Candidate): boolean =>
    said === 'number' || (said === null && content.filled > 1 && content.marks === content.filled);
  return columns.free(column => column.right + 1 === asked?.left && counts(column))[0] ?? null;
}

/** A column of texts right before the highest known one heads it when each stands for several rows. */
function takeHigher(columns: TakenColumns): void {
  const higher = headOf(columns, columns.fields.get('keyPoint') ?? columns.fields.get('step'));
  if (higher) columns.takeByContent('item', higher);
}

/** The same for what is called an item and stands under something wider: 類別 over 自檢項目. */
function headItem(columns: TakenColumns): void {
  const item = columns.fields.get('item');
  const higher = headOf(columns, item);
  if (!item || !higher || columns.isWished('item') || columns.isWished('keyPoint')) return;
  columns.fields.set('keyPoint', item);
  columns.fields.set('item', { ...higher, confidence: 0.4 });
  columns.use(higher);
}

function headOf(columns: TakenColumns, known: Place | undefined): Candidate | null {
  const content = columns.contentAt(known);
  const higher = unknownTexts(columns).findLast(({ right, hidden }) => known && right < known.left && !hidden);
  if (!known || !content || !higher || higher.content.filled >= content.filled) return null;
  const between = columns.all.filter(({ left }) => left > higher.right && left < known.left);
  return between.every(({ said }) => said === 'number') ? higher : null;
}

/** Columns before the first answer, under titles that nobody knows. */
function unknownTexts(columns: TakenColumns): readonly Candidate[] {
  const answers = columns.all.filter(
    ({ said, over, choice }) => choice !== null || isAnswer(said) || (said === null && isAnswer(over)),
  );
  const end = answers[0]?.left ?? Number.POSITIVE_INFINITY;
  return columns.free(
    ({ said, over, left, content }) =>
      said === null && over === null && left < end && content.filled > 0 && content.numbers * 2 < content.filled,
  );
}

/** No title tells what is asked: the columns whose cells hold text do, the first as item and the last as step. */
function takeTexts(columns: TakenColumns): void {
  const texts = unknownTexts(columns)
    .filter(({ hidden }) => !hidden)
    .slice(0, levels.length);
  for (const [i, column] of texts.entries())
    columns.takeByContent(i > 0 && i === texts.length - 1 ? 'step' : levels[i]!, column);
}

/** A column of texts right of the deepest known one says more than that when it has more of them. */
function takeDeeper(columns: TakenColumns): void {
  const known = columns.fields.get('keyPoint') ?? columns.fields.get('item');
  const content = columns.contentAt(known);
  const [deeper] = unknownTexts(columns).filter(({ left, hidden }) => known && left > known.left && !hidden);
  if (!deeper || !content) return;
  const says = deeper.content.long * 2 >= deeper.content.filled || deeper.content.filled > content.filled;
  if (!says || deeper.content.filled < content.filled) return;
  columns.takeByContent(columns.fields.has('keyPoint') ? 'step' : 'keyPoint', deeper);
}

const answers: ReadonlySet<TitleField | null> = new Set([
  ...(['result', 'execution', 'narrative', 'evidence', 'selfScore', 'firstScore', 'secondScore', 'points'] as const),
  ...(['action', 'actualDate'] as const),
]);
const isAnswer = (field: TitleField | null): boolean => answers.has(field);
