import type { Answer } from '../model/index.ts';

/** A heading or step with its numbering mark, as in the plan: mark without its trailing dot, half width; null where there is none. */
export interface Numbered {
  readonly label: string | null;
  readonly text: string;
}

export interface FormEvidence {
  readonly name: string;
  /** Where it can be opened; null leaves the name without a link. */
  readonly url: string | null;
}

export interface FormRow {
  /** Opaque and unique within the form: what a returned row is recognised by. */
  readonly rowId: string;
  readonly item: Numbered | null;
  readonly keyPoint: Numbered | null;
  /** The step and, where the assignment is on a sub-step, the path down to it: one line each. */
  readonly step: readonly Numbered[];
  readonly unit: string;
  readonly officerName: string | null;
  /** Months 1–12; empty means every round. */
  readonly checkMonths: readonly number[];
  readonly answer: Answer;
  readonly evidence: readonly FormEvidence[];
  /** Accepted: shown, greyed, not to be filled in. */
  readonly locked: boolean;
}

/** Everything that a self-check form (自行檢核表) shows. The same content always gives the same bytes. */
export interface FormContent {
  readonly formId: string;
  readonly title: string;
  readonly agencyName: string;
  readonly planTitle: string;
  readonly roundTitle: string;
  /** ROC year. */
  readonly year: number;
  /** The period checked, as it is to be printed. */
  readonly period: string;
  /** ISO days. */
  readonly dueDate: string;
  readonly issuedOn: string;
  /** In printed order: rows of one item or key point stand together. */
  readonly rows: readonly FormRow[];
}
