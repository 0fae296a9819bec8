import type { Answer, FormAnswers, FormFormat, FormProfile, Issue, ProfileCorrection } from '../../sync/model/index.ts';

/** A row of a form about to be stored. `answer` is what the file says of it, which a return is compared with. */
export interface MadeRow {
  readonly rowId: string;
  readonly reportId: string;
  readonly reportVersion: number;
  readonly answer: Answer;
  /** Where it stands in a template; our own form knows its rows by their ids. */
  readonly sheet: string | null;
  readonly row: number | null;
  /** Whose section it is in a row that several units share. */
  readonly unit: string | null;
}

/** A form that was written and is yet to be stored. */
export interface Made {
  readonly bytes: Uint8Array;
  readonly format: FormFormat;
  /** Without the ending. */
  readonly name: string;
  readonly rows: readonly MadeRow[];
  readonly notices: readonly Issue[];
  readonly templateId: string | null;
  readonly issued: IssuedThrough | null;
}

/**
 * How a form that went out through a template is read when it comes back. It is the template as it was then: correcting it
 * later must not change what a return says.
 */
export interface IssuedThrough {
  readonly found: FormProfile;
  readonly profile: FormProfile;
  readonly corrections: ProfileCorrection;
  /** What stood in the file when it left. */
  readonly answers: FormAnswers;
}
