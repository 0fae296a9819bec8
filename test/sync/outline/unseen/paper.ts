import type { PlanNode } from '../../../../sync/model/index.ts';
import { cadencesIn } from '../../../../sync/model/index.ts';
import type { Laid, LaidCell } from '../held-out/layouts.ts';

/** A plan as an agency wrote it, and what a person reads of it. */
export interface Written {
  readonly name: string;
  readonly paper: 'portrait' | 'landscape';
  readonly blocks: readonly Sheet[];
  readonly truth: Truth;
}

/** A block with the widths of its columns, in points. */
export type Sheet = Laid & { readonly widths?: readonly number[] };

export interface Truth {
  readonly title: string;
  readonly agency: string;
  readonly year: number | null;
  readonly document?: { readonly date: string | null; readonly number: string | null };
  readonly basis: readonly string[];
  readonly goals: readonly string[];
  readonly scope?: string;
  readonly items: readonly PlanNode[];
  readonly reviews: readonly {
    readonly kind: string;
    readonly months: readonly number[];
    readonly nextYear?: boolean;
  }[];
  /** Titles of the members. */
  readonly taskForce?: readonly string[];
  readonly closing: string;
}

export const text = (line: string): Sheet => ({ kind: 'text', text: line });
export const lines = (...all: readonly string[]): readonly Sheet[] => all.map(text);

/** A table by its rows; ^ goes on with the cell above, < with the one on the left. */
export function table(widths: readonly number[], headRows: number, rows: readonly (readonly string[])[]): Sheet {
  const cells: LaidCell[] = [];
  const owner = new Map<string, number>();
  for (const [row, texts] of rows.entries()) {
    for (const [column, own] of texts.entries()) {
      const from = own === '^' ? `${row - 1},${column}` : own === '<' ? `${row},${column - 1}` : null;
      const index = from === null ? cells.length : owner.get(from)!;
      owner.set(`${row},${column}`, index);
      if (from === null) cells.push({ text: own, row, column, rows: 1, columns: 1 });
      else {
        const cell = cells[index]!;
        cells[index] = {
          ...cell,
          rows: Math.max(cell.rows, row - cell.row + 1),
          columns: Math.max(cell.columns, column - cell.column + 1),
        };
      }
    }
  }
  return { kind: 'table', cells, headRows, widths };
}

interface Said {
  readonly units?: string;
  readonly months?: readonly number[];
  /** Beside the text, not in it. */
  readonly often?: PlanNode['cadence'];
  readonly remarks?: string;
}

/** A node; units apart by blanks. */
export const node = (
  label: string | null,
  own: string,
  said: Said = {},
  children: readonly PlanNode[] = [],
): PlanNode => ({
  label,
  text: own,
  units: said.units?.split(' ') ?? [],
  checkMonths: [...(said.months ?? [])],
  cadence: [...new Set([...cadencesIn(own), ...(said.often ?? [])])],
  remarks: said.remarks ?? '',
  children: [...children],
});
