import type { AskedRow } from '../form/identify/index.ts';
import type { CollectedValues, FormProfile, Issue, MergedField, ProfileCorrection } from '../model/index.ts';

/** What a workbook that was issued carries in its document properties, so that it is known when it comes back. */
export interface Marks {
  readonly collection: string;
  /** From 1. */
  readonly edition: number;
  readonly recipient: string;
}

/** Somebody who was asked, and what they may be called in a file. */
export interface RecipientName {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
}

/** Where a question stands in one edition of the form. */
export interface EditionPlace {
  readonly rowId: string;
  readonly sheet: string;
  /** 1-based. */
  readonly row: number;
}

/** A question in one edition of the form, and what its cells said when the form was issued. */
export interface EditionRow extends EditionPlace {
  readonly text: string;
  readonly values: CollectedValues;
  /** Where each field stands, such as F12. */
  readonly cells: Readonly<Partial<Record<MergedField, string>>>;
  /** Fields that the form works out by itself; they are nobody's answer. */
  readonly computed: readonly MergedField[];
  /** What is printed where the result goes: choices still to be marked. */
  readonly seen: string;
}

/** One edition of a form, as plain JSON: made once by `editionOf`, kept, and handed to any number of readers. */
export interface Edition {
  readonly edition: number;
  readonly profile: FormProfile;
  readonly rows: readonly EditionRow[];
  /** The same rows as they are compared. */
  readonly asked: readonly AskedRow[];
  /** What a person put right about the template; it is carried over to what comes back. */
  readonly corrections: ProfileCorrection;
}

/** What reading a returned file needs to know, as plain JSON. */
export interface Order {
  /** Id of the collection; a file of another one is never taken for one of this. */
  readonly collection: string;
  readonly recipients: readonly RecipientName[];
  /** Newest first or in any order; the file says which one it is, else its rows do. */
  readonly editions: readonly Edition[];
  /** Whose it is, where a person said so. */
  readonly recipientId?: string;
}

/** A row of a returned file that certainly is a question of the form. */
export interface CollectedRowRead {
  readonly rowId: string;
  readonly sheet: string;
  readonly row: number;
  readonly values: CollectedValues;
  readonly cells: Readonly<Partial<Record<MergedField, string>>>;
  /** Fields whose meaning is uncertain: a formula, an error, several marks, cells merged over rows, or no value of their kind. */
  readonly doubtful: readonly MergedField[];
  /** `text`: with slips of the keyboard, which a person should see. */
  readonly matchedBy: 'question' | 'text';
}

/** A row of a returned file that is no certain question of the form: listed, never dropped. */
export interface StrayRow {
  readonly sheet: string;
  readonly row: number;
  readonly text: string;
  readonly values: CollectedValues;
  readonly cells: Readonly<Partial<Record<MergedField, string>>>;
  /** The question that it is a copy of; a question with copies is not collected until a person chose one. */
  readonly copyOf: string | null;
  readonly candidates: readonly { readonly rowId: string; readonly score: number }[];
}

export interface CollectedRows {
  /** In the order of the file. */
  readonly rows: readonly CollectedRowRead[];
  readonly strays: readonly StrayRow[];
  /** Questions that no row certainly is. */
  readonly notReturned: readonly string[];
  /** Questions of which the file has copies; they are among the strays. */
  readonly duplicates: readonly string[];
  readonly issues: readonly Issue[];
}

/** Whose file it is, which edition, and whom a person may choose from. */
export interface Recognised {
  /** Null where that is not certain. `score` is 1 but for similarity. */
  readonly recipient: {
    readonly id: string;
    readonly by: 'id' | 'name' | 'similarity' | 'person';
    readonly score: number;
  } | null;
  readonly edition: number | null;
  /** The edition is told by the file's ids, or by what it asks. */
  readonly editionBy: 'id' | 'layout' | null;
  /** What the file itself calls its agency. */
  readonly agencyName: string | null;
  /** Best first; empty where it is certain. */
  readonly candidates: readonly { readonly id: string; readonly score: number }[];
  readonly issues: readonly Issue[];
}

/** All that a returned file says, as plain JSON of bounded size; or the one reason why it says nothing. */
export type Returned =
  | ({ readonly ok: true; readonly format: string } & Pick<
      CollectedRows,
      'rows' | 'strays' | 'notReturned' | 'duplicates'
    > & {
        readonly recognised: Recognised;
        readonly issues: readonly Issue[];
      })
  | { readonly ok: false; readonly issue: Issue };
