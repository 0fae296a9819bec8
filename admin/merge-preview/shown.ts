import type { FieldChange, Issue, RowChange, StrayRow } from '../../sync/model/index.ts';

/** One field of a row as the preview shows it, whichever merge it comes from. */
export interface ShownField extends Omit<FieldChange, 'field'> {
  /** Its name is `exchange.answer.{field}` of the catalogue. */
  readonly field: string;
}

/** One row that was issued, and what the file says of it. */
export interface ShownRow
  extends Pick<RowChange, 'rowId' | 'status' | 'matchedBy' | 'sheet' | 'row' | 'locked' | 'copies'> {
  readonly fields: readonly ShownField[];
}

/** Everything that a preview shows and that a person decides about. A `ChangePlan` is one as it is. */
export interface ShownPlan {
  readonly rows: readonly ShownRow[];
  readonly strays: readonly StrayRow[];
  readonly issues: readonly Issue[];
}

/** What a row is called: its question, what it stands under, whose it is, and the page of its record. */
export interface RowName {
  readonly title: string;
  readonly path: string;
  readonly unit: string;
  readonly href: string | null;
}

/** Names a row. The same row has the same name, as an object too, or else every card is drawn anew. */
export type NameOf = (row: ShownRow) => RowName;
