import type { Issue } from '../model/index.ts';

/** What is to stand in a cell. Text is always text: a leading = + - @ never becomes a formula. */
export type PatchValue =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  /** ISO day; written as the date of the cell's own format. */
  | { readonly kind: 'date'; readonly value: string };

export interface CellPatch {
  readonly sheet: string;
  /** 1-based. */
  readonly row: number;
  readonly column: number;
  readonly value: PatchValue;
}

/** What became of one patch. `same`: the cell said so already and was left alone. */
export interface PatchedCell {
  readonly sheet: string;
  /** Such as F12. */
  readonly cell: string;
  readonly status: 'written' | 'same' | 'refused';
  /** Why it was refused, or what a person should look at; null when there is nothing to say. */
  readonly issue: Issue | null;
}

export interface PatchOptions {
  /** Locked cells of a protected sheet that may be written all the same: `sheet!F12`. */
  readonly unlocked?: ReadonlySet<string>;
}

export type PatchResult =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly cells: readonly PatchedCell[] }
  | { readonly ok: false; readonly issue: Issue };
