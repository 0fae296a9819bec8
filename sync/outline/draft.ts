import type { Cadence, Issue, MarkKind } from '../model/index.ts';
import type { Note } from './note.ts';

/** Where something stands, as issues and sources tell it. */
export type Where = Partial<Pick<Issue, 'sheet' | 'row' | 'column' | 'page' | 'line'>>;

/** Where a node began: in a cell of the plan's table, or at a place that is known already. */
export interface Source {
  readonly row?: number;
  readonly column?: number;
  readonly where?: Where;
}

/**
 * A node while the tree grows: rows further down still add children, units and text, so it is the one thing in this
 * folder that changes. `finish` turns drafts into plan nodes.
 */
export interface Draft {
  label: string | null;
  kind: MarkKind | null;
  ordinal: number;
  text: string;
  units: string[];
  checkMonths: number[];
  /** From a column of its own; what the text says is added in the end. */
  cadence: Cadence[];
  remarks: string[];
  readonly children: Draft[];
  readonly source: Source;
}

export interface DraftPlan {
  readonly items: readonly Draft[];
  readonly notes: readonly Note[];
}

export function* everyDraft(items: readonly Draft[]): Iterable<Draft> {
  for (const draft of items) {
    yield draft;
    yield* everyDraft(draft.children);
  }
}
