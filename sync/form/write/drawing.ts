import type { Range } from '../../sheet/index.ts';
import type { Look } from './look.ts';

/** A sheet as it is to look in whatever format it is written. Rows and columns are 1-based and without gaps. */
export interface Drawing {
  readonly name: string;
  readonly columns: readonly DrawnColumn[];
  readonly rows: readonly DrawnRow[];
  readonly merges: readonly Range[];
  /** So many rows at the top stay in sight; the last of them is printed on every page where `repeatsHeader` says so. */
  readonly frozenRows: number;
  readonly repeatsHeader: boolean;
  /** Header and rows that a person may filter by. */
  readonly filter: Range | null;
  /** People can change unlocked cells only. */
  readonly protected: boolean;
  /** Printed below every page: left, then right of the page numbers. */
  readonly footer: readonly [left: string, right: string] | null;
}

export interface DrawnColumn {
  /** In Excel's character units. */
  readonly width: number;
  readonly hidden: boolean;
}

export interface DrawnRow {
  /** In points. */
  readonly height: number;
  /** Becomes higher by itself when somebody types more into it. */
  readonly grows: boolean;
  readonly cells: readonly DrawnCell[];
}

export interface DrawnCell {
  readonly column: number;
  readonly text: string;
  readonly look: Look;
  /** Of the letters, in points, where it is not that of the look. */
  readonly size?: number;
  /** In points: its row gets no lower, also where a program fits rows anew to what stands in them. For a single line. */
  readonly holds?: number;
  readonly link?: CellLink | null;
  /** Offered in a list; nothing else is accepted. */
  readonly choices?: readonly string[];
}

export type CellLink =
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'inner'; readonly sheet: string; readonly range: Range };
