import type { Grid, GridCell, GridRow } from '../../outline/grid.ts';
import { addressOf, type Sheet } from '../../sheet/index.ts';
import { agencyIn } from './agency.ts';
import { isBarePeriod, isLabel, isMeant, isUnwritten, type Label, type LabelKind, labelOf } from './labels.ts';
import { parsePeriod } from './period.ts';

/** A cell above or below the table that holds a value, and what it holds; empty where it is still to be written. */
export interface ValueCell {
  readonly cell: string;
  readonly value: string;
  readonly label: string;
  readonly confidence: number;
}

export interface PreambleCells {
  readonly agency: ValueCell | null;
  readonly period: ValueCell | null;
  readonly date: ValueCell | null;
}

/** The cells of agency, period and day of filling in, wherever outside the table they stand; those above it come first. */
export function preambleCells(grid: Grid, sheet: Sheet, outside: readonly GridRow[], headerTop: number): PreambleCells {
  const found = new Map<LabelKind, ValueCell>();
  const width = grid.rows.reduce((most, { cells }) => Math.max(most, cells.at(-1)?.right ?? 0), 0);
  for (const { cells } of outside) {
    for (const cell of cells) {
      const label = cell.text.length <= 120 ? labelOf(cell.text) : null;
      if (!label || found.has(label.kind)) continue;
      const value = valueBeside(grid, sheet, cell, label, width);
      if (value && suits(label.kind, value) && !isSection(value)) found.set(label.kind, value);
    }
  }
  return {
    agency: found.get('agency') ?? agencyCalledUnit(found.get('unit')),
    period:
      found.get('period') ?? barePeriod(outside.filter(({ row }) => row < headerTop).flatMap(({ cells }) => cells)),
    date: found.get('date') ?? null,
  };
}

/** 單位 names the agency where no other label does. */
const agencyCalledUnit = (cell: ValueCell | undefined): ValueCell | null =>
  cell ? { ...cell, confidence: 0.6 } : null;

/** 單位 may name a section of the agency instead, whichever 單位 it is. */
const isSection = ({ label, value }: ValueCell): boolean =>
  /單位|[課科]室/.test(label) && value !== '' && agencyIn(value) === null;

/** A cell with nothing but a period needs no label. */
function barePeriod(above: readonly GridCell[]): ValueCell | null {
  const cell = above.find(({ text }) => isBarePeriod(text));
  return cell ? { cell: addressOf(cell.top, cell.left), value: cell.text, label: '', confidence: 0.6 } : null;
}

/** 期程 or 年度 may head something else: what stands there must look like what is meant. */
const suits = (kind: LabelKind, { value }: ValueCell): boolean =>
  isUnwritten(value) ||
  (kind === 'period' ? parsePeriod(value)?.from !== null || value.length <= 40 : value.length <= 60);

function valueBeside(
  grid: Grid,
  sheet: Sheet,
  cell: GridCell,
  { kind, value: inside }: Label,
  width: number,
): ValueCell | null {
  const label = cell.text.replace(/[:：][\s\S]*$/, '').trim();
  const own = { cell: addressOf(cell.top, cell.left), value: inside ?? '', label, confidence: 0.95 };
  if (inside) return isUnwritten(inside) ? { ...own, value: '' } : own;
  const column = cell.right + 1;
  const right = grid.at(cell.top, column);
  const next = right ?? farther(grid, cell.top, column + 1, kind);
  if (next && !isLabel(next.text)) {
    return {
      cell: addressOf(next.top, next.left),
      value: isUnwritten(next.text) ? '' : next.text,
      label,
      confidence: right ? 0.9 : 0.8,
    };
  }
  if (!right && hasRoom(sheet, cell, column, inside === null ? width : 0)) {
    return { cell: addressOf(cell.top, column), value: '', label, confidence: 0.7 };
  }
  return inside === null ? null : { ...own, confidence: 0.85 };
}

/** One blank column further right stands what the label names. */
function farther(grid: Grid, row: number, column: number, kind: LabelKind): GridCell | null {
  const cell = grid.at(row, column);
  return cell && !isUnwritten(cell.text) && isMeant({ kind, value: cell.text }) ? cell : null;
}

/**
 * Whether the blank cell on the right is meant to be written in: merged over some columns, or, beside a label that has no
 * room of its own, simply there.
 * @param width the last column up to which a cell that the file does not have is there all the same
 */
function hasRoom(sheet: Sheet, { top, left, right }: GridCell, column: number, width: number): boolean {
  const merge = sheet.mergeAt(top, column);
  if (merge) return merge.top === top && merge.left === column;
  if (sheet.cell(top, column) === undefined) return column <= width;
  return width > 0 || left === right;
}
