import type { AnswerField, ProfileRow, RowAnswer } from '../../model/index.ts';
import { resultWords } from '../../model/index.ts';
import { parseAddress, type Sheet } from '../../sheet/index.ts';
import { resultOfChoice } from '../answers/index.ts';
import { answerCell } from '../read/cells.ts';
import type { ReturnedCell } from '../returned.ts';
import { saysMore } from './unmarked.ts';

type Cells = Readonly<Record<AnswerField, ReturnedCell | null>>;

function cellAt(sheet: Sheet, address: string | undefined, text: (seen: string) => string): ReturnedCell | null {
  const at = address === undefined ? null : parseAddress(address);
  if (!at) return null;
  const cell = answerCell(sheet, at.row, at.column);
  return cell.doubt === 'error' ? cell : { ...cell, text: text(cell.text) };
}

/** The words of the result in our own notation, so that it is compared as that of our own form; others stay as they are. */
const wordsOf = (choice: string): string => {
  const result = resultOfChoice(choice);
  return result === null ? choice : resultWords[result];
};

function resultCell(
  sheet: Sheet,
  { cells }: ProfileRow,
  answer: RowAnswer | undefined,
  issued: string,
): ReturnedCell | null {
  const held = answer?.cells ?? {};
  const ticks = Object.entries(cells.resultTicks ?? {});
  const ticked = ticks.filter(([, address]) => held[address] !== undefined);
  const address = cells.result ?? ticked[0]?.[1] ?? ticks[0]?.[1];
  // Several marks are no result, and no clearing either: what they are stays to be seen.
  const unclear = ticks.length > 0 ? ticked.map(([choice]) => choice).join('、') : String(held[address ?? ''] ?? '');
  if (answer?.result !== undefined) return cellAt(sheet, address, () => wordsOf(answer.result!));
  return cellAt(sheet, address, seen => unclear || (ticks.length === 0 && saysMore(seen, issued) ? seen : ''));
}

/**
 * What a returned row says in the fields that a report has. Null where the form has no place for one.
 * @param issued what its cell of the result said when it went out
 */
export const cellsOf = (sheet: Sheet, row: ProfileRow, answer: RowAnswer | undefined, issued: string): Cells => ({
  result: resultCell(sheet, row, answer, issued),
  narrative: cellAt(sheet, row.cells.narrative, () => answer?.narrative ?? ''),
  remarks: cellAt(sheet, row.cells.remarks, () => answer?.remarks ?? ''),
});

const titles = {
  result: '檢核結果',
  narrative: '辦理情形',
  evidenceText: '佐證資料',
  action: '改善措施',
  actualDateText: '實際完成日期',
  selfScore: '自評',
  firstScore: '初核',
  secondScore: '複核',
  remarks: '備註',
} as const;

/** The answers of a row by the usual titles, for showing it. */
export const valuesOf = (answer: RowAnswer | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(titles).flatMap(([field, title]) => {
      const value = answer?.[field as keyof typeof titles];
      return value === undefined ? [] : [[title, String(value)]];
    }),
  );
