import type { Answer } from '../model/index.ts';

/** What a row said when both sides last agreed. A word that is no result stays as it was typed, once a person has turned it down. */
export type BaseAnswer = Omit<Answer, 'result'> & { readonly result: string | null };

/** A row as it was issued, or last agreed on. */
export interface BaseRow {
  readonly reportId: string;
  readonly answer: BaseAnswer;
}

/** The same row as it stands now. */
export interface OursRow {
  readonly answer: Answer;
  readonly version: number;
  /** Accepted: takes nothing from a file. */
  readonly locked: boolean;
}
