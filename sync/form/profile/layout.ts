import type { ChoiceStyle, FormField } from '../../model/index.ts';
import type { Content } from './content.ts';
import type { HeadedColumn } from './headed-columns.ts';
import type { TitleField } from './titles.ts';

/** A column, or several merged or grouped under one title. */
export interface Place {
  readonly left: number;
  readonly right: number;
  readonly title: string;
  /** 0–1, how sure the field is. */
  readonly confidence: number;
}

/** What every column of one table is for. */
export interface Layout {
  readonly fields: ReadonlyMap<FormField, Place>;
  /** Choice as printed → its column. */
  readonly ticks: ReadonlyMap<string, Place>;
  /** Columns to tick the months in which something is due. */
  readonly months: readonly { readonly month: number; readonly place: Place }[];
  /** Numbers of the steps beside them, where another column holds those of the rows. */
  readonly marks: Place | null;
  /** Full marks (配分). */
  readonly weight: Place | null;
  readonly others: readonly Place[];
  readonly choiceStyle: ChoiceStyle | null;
  readonly choices: readonly string[];
  readonly left: number;
  readonly right: number;
}

/** A column with all that tells what it is for. */
export interface Candidate extends Place {
  readonly said: TitleField | null;
  readonly over: TitleField | null;
  readonly group: HeadedColumn['group'];
  readonly choice: string | null;
  readonly month: number | null;
  readonly content: Content;
  readonly hidden: boolean;
}

/** First and last month of a period, 1–12. */
export type Months = readonly [from: number, to: number];

/** What a person says of columns; null: no column holds the field. */
export interface LayoutWishes {
  readonly fields: ReadonlyMap<FormField, number | null>;
  readonly ticks: ReadonlyMap<string, number> | undefined;
}
