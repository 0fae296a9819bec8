import type { HeadedColumn } from './headed-columns.ts';
import type { Title, TitleField } from './titles.ts';

const forWords: ReadonlySet<TitleField | undefined> = new Set([
  ...(['narrative', 'execution', 'evidence', 'action', 'remarks'] as const),
]);

/** Some column is for more than a mark or a figure. */
export const hasRoomForWords = (columns: readonly HeadedColumn[]): boolean =>
  columns.some(({ said }) => forWords.has(said?.field));

/** Under these a figure is a level to tick: 成熟度 over 0, 1, 2. */
export const gives: ReadonlySet<TitleField | undefined> = new Set(['result', 'execution']);

const question: ReadonlySet<TitleField> = new Set(['item', 'keyPoint', 'step', 'finding']);
const answer: ReadonlySet<TitleField> = new Set([
  ...(['result', 'execution', 'narrative', 'evidence', 'selfScore', 'firstScore', 'secondScore', 'points'] as const),
  ...(['action', 'actualDate'] as const),
]);

const saidIn = (columns: readonly HeadedColumn[]): readonly Title[] =>
  columns.flatMap(({ said, group }) => said ?? group?.said ?? []);
const haveTicks = (columns: readonly HeadedColumn[]): boolean =>
  columns.filter(({ choice }) => choice !== null).length >= 2;

/** Whether titles ask something and leave room for an answer. */
export function asksAndAnswers(columns: readonly HeadedColumn[]): boolean {
  const fields = saidIn(columns).map(({ field }) => field);
  const asks = fields.some(field => question.has(field)) || asksUnderOtherTitles(columns);
  return asks && (haveTicks(columns) || fields.some(field => answer.has(field)));
}

/** A later header needs more than to ask and to leave room, because rows above it may look like one. */
export function isForm(columns: readonly HeadedColumn[], isLater: boolean): boolean {
  if (!asksAndAnswers(columns)) return false;
  const said = saidIn(columns);
  const fields = new Set(said.map(({ field }) => field));
  const ticks = haveTicks(columns);
  const known = fields.size + (ticks ? 1 : 0);
  const unknown = columns.filter(({ said, group, choice }) => !said && !group?.said && choice === null).length;
  if (isLater) {
    // Columns to tick are as telling as titles known as a whole.
    const isSure = (ticks && fields.size >= 3) || said.filter(({ confidence }) => confidence === 1).length >= 3;
    return known >= 3 && unknown <= known / 2 && isSure;
  }
  return known >= 2 && unknown <= Math.max(known + 1, 2);
}

const told: ReadonlySet<TitleField | undefined> = new Set(['narrative', 'execution', 'result', 'action']);

/** One of several columns to tick under one title that says so, whatever the words or figures above them. */
const isLevel = ({ said, group, choice }: HeadedColumn): boolean =>
  gives.has(group?.said?.field) && (said === null || choice !== null);

/** No title says what is asked, but columns for answers stand right of one that may. */
function asksUnderOtherTitles(columns: readonly HeadedColumn[]): boolean {
  const isAnswer = ({ said, group }: HeadedColumn): boolean => answer.has((said ?? group?.said)?.field as TitleField);
  const first = columns.findIndex(isAnswer);
  const sure = columns.filter(column => isAnswer(column) && column.said?.confidence === 1);
  const answers = sure.length >= 2 && sure.some(({ said }) => told.has(said?.field));
  return (
    (answers || columns.filter(isLevel).length >= 3) &&
    columns.slice(0, first).some(({ said, group, choice }) => !said && !group?.said && choice === null)
  );
}
