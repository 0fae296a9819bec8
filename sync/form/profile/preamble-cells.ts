import type { Grid, GridCell, GridRow } from '../../outline/grid.ts';
import { addressOf, type Sheet } from '../../sheet/index.ts';
import { agencyIn } from './agency.ts';
import { isBarePeriod, isLabel, isUnwritten, type LabelKind, labelOf } from './labels.ts';
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
  for (const { cells } of outside) {
    for (const cell of cells) {
      const label = cell.text.length <= 120 ? labelOf(cell.text) : null;
      if (!label || found.has(label.kind)) continue;
      const value = valueBeside(grid, sheet, cell, label.value);
      if (value && suits(label.kind, value.value)) found.set(label.kind, value);
    }
  }
  return {
    agency: found.get('agency') ?? agencyCalledUnit(found.get('unit')),
    period:
      found.get('period') ?? barePeriod(outside.filter(({ row }) => row < headerTop).flatMap(({ cells }) => cells)),
    date: found.get('date') ?? null,
  };
}

/** 單位 names the agency where no other label does, unless a section of it stands there. */
const agencyCalledUnit = (cell: ValueCell | undefined): ValueCell | null =>
  cell && (cell.value === '' || agencyIn(cell.value) !== null) ? { ...cell, confidence: 0.6 } : null;

/** A cell with nothing but a period needs no label. */
function barePeriod(above: readonly GridCell[]): ValueCell | null {
  const cell = above.find(({ text }) => isBarePeriod(text));
  return cell ? { cell: addressOf(cell.top, cell.left), value: cell.text, label: '', confidence: 0.6 } : null;
}

/** 期程 or 年度 may head something else: what stands there must look like what is meant. */
const suits = (kind: LabelKind, value: string): boolean =>
  isUnwritten(value) ||
  (kind === 'period' ? parsePeriod(value)?.from !== null || value.length <= 40 : value.length <= 60);

function valueBeside(grid: Grid, sheet: Sheet, cell: GridCell, inside: string | null): ValueCell | null {
  const label = cell.text.replace(/[:：][\s\S]*$/, '').trim();
  const own = { cell: addressOf(cell.top, cell.left), value: inside ?? '', label, confidence: 0.95 };
  if (inside) return isUnwritten(inside) ? { ...own, value: '' } : own;
  const column = cell.right + 1;
  const right = grid.at(cell.top, column);
  if (right && !isLabel(right.text)) {
    return {
      cell: addressOf(right.top, right.left),
      value: isUnwritten(right.text) ? '' : right.text,
      label,
      confidence: 0.9,
    };
  }
  if (!right && hasRoom(sheet, cell, column, inside !== null)) {
    return { cell: addressOf(cell.top, column), value: '', label, confidence: 0.7 };
  }
  return inside === null ? null : { ...own, confidence: 0.85 };
}

/**
 * Whether the blank cell on the right is meant to be written in: merged over some columns, or, beside a label that has no
 * room of its own, simply there.
 */
function hasRoom(sheet: Sheet, { top, left, right }: GridCell, column: number, colon: boolean): boolean {
  const merge = sheet.mergeAt(top, column);
  if (merge) return merge.top === top && merge.left === column;
  return sheet.cell(top, column) !== undefined && (!colon || left === right);
}
