import type { Issue, PlanDocument, PlanReading, PlanSource } from '../model/index.ts';
import type { OutlineDocument } from './document.ts';

/** Where a node of the tree stood: the cell of a sheet or of a table, or the page and line of a text. */
export type NodeSource = PlanReading['sources'][number];

/** A doubt, with the node that it is about. */
export type NodeIssue = PlanReading['issues'][number];

/** What was understood of a plan document, and every doubt with its place in the file and in the tree. */
export interface PlanDocumentReading {
  /** Null when the file could not be opened; a file without a plan in it gives one without items, and an error. */
  readonly plan: PlanDocument | null;
  /** In printed order, one for each node. */
  readonly sources: readonly NodeSource[];
  readonly issues: readonly NodeIssue[];
}

/** With the document itself, as it came. */
export interface PlanFileReading extends PlanDocumentReading {
  readonly source: PlanSource;
}

/** What the adapter of a format gives: blocks with what is to be said of them, or why the file cannot be read. */
export type DocumentReading =
  | { readonly ok: true; readonly document: OutlineDocument; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issue: Issue };

export interface ReadOptions {
  readonly signal?: AbortSignal;
}

/** How an adapter is called. It never throws on bad input. */
export type DocumentReader = (
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions,
) => DocumentReading | Promise<DocumentReading>;
