import type { CollectedValues, Issue, Locale, MergedField } from '../../model/index.ts';

/** A question, in the order of the form. */
export interface ConsolidatedItem {
  readonly rowId: string;
  readonly label: string;
  readonly text: string;
  /** Texts of what it stands under, outermost first. */
  readonly path: readonly string[];
  /** Of the skeleton that the plans of agencies share; items of one key are counted together. */
  readonly skeletonKey: string | null;
  /** What people call that key; the text where there is none. */
  readonly skeletonText: string | null;
}

/** Somebody who was asked, in the order in which agencies are listed. */
export interface ConsolidatedAgency {
  readonly id: string;
  readonly name: string;
  /** In words, such as 已彙整. */
  readonly state: string;
  /** Files that count, for people. */
  readonly files: readonly string[];
  readonly returnedAt: string | null;
}

/** What one agency answers to one question. */
export interface ConsolidatedRow {
  readonly recipientId: string;
  readonly rowId: string;
  readonly original: CollectedValues;
  readonly accepted: CollectedValues;
  readonly lineage: {
    readonly fileName: string;
    readonly sheet: string;
    readonly row: number;
    readonly cells: Readonly<Partial<Record<MergedField, string>>>;
  } | null;
  readonly first?: { readonly score: number | null; readonly remarks: string };
  readonly second?: { readonly score: number | null; readonly remarks: string };
  /** The accepted result of the round before, where there was one; a round that did not ask says undefined. */
  readonly previousResult?: string | null;
  readonly issues?: readonly Issue[];
}

/**
 * All that a consolidated workbook is made of. Rows are asked for sheet by sheet and never held: each call starts anew and
 * gives every row once.
 */
export interface ConsolidationSource {
  readonly title: string;
  readonly agencyName: string;
  /** ISO time. */
  readonly madeAt: string;
  readonly locale: Locale;
  readonly items: readonly ConsolidatedItem[];
  readonly agencies: readonly ConsolidatedAgency[];
  /** Fields that the form has. */
  readonly fields: readonly MergedField[];
  /** Whether a round before is compared with. */
  readonly hasPrevious: boolean;
  /** False where nobody reviewed anything: the columns of reviews are left out. */
  readonly hasReviews?: boolean;
  /** Agencies in their order, and within one the questions in theirs. */
  readonly byAgency: () => AsyncIterable<ConsolidatedRow> | Iterable<ConsolidatedRow>;
  /** Questions in their order, and within one the agencies in theirs. */
  readonly byItem: () => AsyncIterable<ConsolidatedRow> | Iterable<ConsolidatedRow>;
}

/** Takes the file piece by piece; what it returns is waited for, so that a slow reader holds nothing up in memory. */
export type Sink = (chunk: Uint8Array) => Promise<void> | void;

export const consolidationFormats = ['xlsx', 'ods'] as const;
export type ConsolidationFormat = (typeof consolidationFormats)[number];
