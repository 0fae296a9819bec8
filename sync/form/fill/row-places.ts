import type { ProfileRow } from '../../model/index.ts';
import {
  type AnswerCell,
  answerCellAt,
  type CellField,
  cellFields,
  type ResultPlace,
  resultPlace,
  type SheetContext,
} from '../answers/index.ts';

/** Where the answers of a row go, whatever they are. */
export interface RowPlaces {
  readonly result: ResultPlace | null;
  readonly cells: ReadonlyMap<CellField, AnswerCell>;
  /** Of all of these. */
  readonly addresses: ReadonlySet<string>;
}

export function placesOf(context: SheetContext, row: ProfileRow): RowPlaces {
  const result = resultPlace(context, row);
  const cells = new Map<CellField, AnswerCell>();
  for (const field of cellFields) {
    const address = row.cells[field];
    const cell = address ? answerCellAt(context.sheet, address) : null;
    if (cell) cells.set(field, cell);
  }
  const ofResult = !result ? [] : result.kind === 'ticks' ? result.cells : [result.cell];
  return { result, cells, addresses: new Set([...ofResult, ...cells.values()].map(({ address }) => address)) };
}
