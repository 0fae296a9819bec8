import type { Answer } from '../model/index.ts';

/** A row as it was issued. */
export interface BaseRow {
  readonly reportId: string;
  readonly answer: Answer;
}

/** The same row as it stands now. */
export interface OursRow {
  readonly answer: Answer;
  readonly version: number;
  /** Accepted: takes nothing from a file. */
  readonly locked: boolean;
}
