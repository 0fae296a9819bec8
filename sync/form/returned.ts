import type { AnswerField, Issue, MatchedBy, StrayRow } from '../model/index.ts';

/** What stands in one answer cell, as text with \n; nothing is interpreted yet. */
export interface ReturnedCell {
  /** Such as F12. */
  readonly cell: string;
  readonly text: string;
  /** Without the leading =, or null. */
  readonly formula: string | null;
  /**
   * Why the text may not be what somebody wrote here: a formula's value, an error, a merge over several rows or columns, or one
   * cell for the reports of several units whose shares cannot be told apart.
   */
  readonly doubt: 'formula' | 'error' | 'merged' | 'shared' | null;
}

/** A row of the file that stands for an issued row. */
export interface ReturnedRow {
  readonly rowId: string;
  /** By its question or its text: the id was lost, and a person should confirm. */
  readonly matchedBy: MatchedBy;
  /** The question beside the id is that of another issued row. */
  readonly mismatched: boolean;
  readonly sheet: string;
  /** 1-based. */
  readonly row: number;
  readonly questionText: string;
  /** Null where the sheet has no such column, or more than one. */
  readonly cells: Readonly<Record<AnswerField, ReturnedCell | null>>;
  /** Texts of the row by column title, for showing it. */
  readonly values: Readonly<Record<string, string>>;
}

/** A self-check form as it came back: a plain value, the same for every reading of the same file. */
export interface ReturnedForm {
  /** Null when the file says nothing of it. */
  readonly formId: string | null;
  /** In the order of the file; a row id may come more than once. */
  readonly rows: readonly ReturnedRow[];
  /** Rows with text that stand for no issued row. */
  readonly strays: readonly StrayRow[];
  readonly issues: readonly Issue[];
}
