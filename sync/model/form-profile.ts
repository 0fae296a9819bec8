import { z } from 'zod';
import { issue } from './issue.ts';

/** What a column of any agency's form (表單) may hold; the standard terms are in the messages. */
export const formFields = [
  'number',
  'item',
  'keyPoint',
  'step',
  'units',
  'checkMonths',
  'result',
  'narrative',
  'evidence',
  'selfScore',
  'firstScore',
  'secondScore',
  'remarks',
  'finding',
  'action',
  'plannedDate',
  'actualDate',
] as const;
export const formField = z.enum(formFields);
export type FormField = z.infer<typeof formField>;

/** Fields that whoever fills the form writes; the others are the question. */
export const filledFields = [
  'result',
  'narrative',
  'evidence',
  'selfScore',
  'firstScore',
  'secondScore',
  'remarks',
  'action',
  'actualDate',
] as const;
export type FilledField = (typeof filledFields)[number];

/** A column such as `F`; of merged columns the first. */
const column = z.string().regex(/^[A-Z]{1,3}$/);
/** A cell such as `F12`; of merged cells the top left one. */
const cell = z.string().regex(/^[A-Z]{1,3}[1-9]\d*$/);
/** 1-based, as a person counts; no sheet has more. */
const row = z.number().int().positive().max(1_048_576);

/** Choice as the form words it → its column or cell. Where the result is a row of columns to tick, there is no `result`. */
const ticks = <Place extends z.ZodType>(place: Place) => z.record(z.string(), place);

export const profileColumns = z
  .partialRecord(formField, column)
  .and(z.object({ resultTicks: ticks(column).optional() }));
export const profileCells = z.partialRecord(formField, cell).and(z.object({ resultTicks: ticks(cell).optional() }));

const marked = z.object({ label: z.string().nullable(), text: z.string() });

/** Earlier narratives that stand in the same cell below the present one, newest first. `period` as printed. */
export const historyEntry = z.object({ period: z.string().nullable(), text: z.string() });

/** One row of a form that asks something, and where its answers go. */
export const profileRow = z.object({
  row,
  /** Numbering mark of the step (or the form's own number where steps have none), half width, without its trailing dot. */
  label: z.string().nullable(),
  /** Its own text, without the mark and the sub-steps. */
  text: z.string(),
  subSteps: z.array(marked).optional(),
  /** As printed, one name each; 各課室 stays one name. */
  units: z.array(z.string()),
  /** Months 1–12 as printed in this form; empty without such a column. */
  checkMonths: z.array(z.number().int().min(1).max(12)),
  number: z.union([z.string(), z.number()]).optional(),
  item: marked.nullable(),
  keyPoint: marked.nullable(),
  finding: z.string().optional(),
  /** ISO day, and what is printed. */
  plannedDate: z.string().optional(),
  plannedDateText: z.string().optional(),
  /** Full marks of the row (配分). */
  weight: z.number().optional(),
  history: z.array(historyEntry).optional(),
  hidden: z.boolean().optional(),
  /** The text is printed in several formats, or with its pronunciation above it. */
  rich: z.boolean().optional(),
  phonetic: z.boolean().optional(),
  /** The exact cell of every field that can be filled in. */
  cells: profileCells,
});

/** Why the finder thinks so: what, how sure (0–1), and the cells that it rests on. */
export const profileDecision = z.object({
  what: z.string(),
  value: z.string(),
  confidence: z.number().min(0).max(1),
  cells: z.array(z.string()),
});

/** How the result is given: one of several columns, a mark before one of several words in the cell, one word of a list, or any words. */
export const choiceStyles = ['ticks', 'marks', 'list', 'words'] as const;

export const sheetProfile = z.object({
  name: z.string(),
  /**
   * The titles stand in a column and the rows run across. Rows and columns are told as if the sheet were turned over its
   * diagonal (`row` 3 is column C, column `E` is row 5); cells, and the row to sign, are named as they stand.
   */
  turned: z.literal(true).optional(),
  /** First and last row of the (first) header. */
  headerRows: z.tuple([row, row]),
  columns: profileColumns,
  /** Titles of columns that hold none of the fields, with their column. */
  otherColumns: z.record(z.string(), column).optional(),
  rows: z.array(profileRow),
  /** How the result is chosen; null without a result column. */
  choiceStyle: z.enum(choiceStyles).nullable(),
  /** The choices as the form words them, in its order; present where they are not the four usual ones. */
  resultChoices: z.array(z.string()).optional(),
  agencyCell: cell.nullable(),
  periodCell: cell.nullable(),
  dateCell: cell.nullable(),
  signOffRow: row.nullable(),
  totalRows: z.array(row).optional(),
  noteRows: z.array(row).optional(),
  sectionRows: z.array(row).optional(),
  repeatedHeaderRows: z.array(row).optional(),
  /** Blank rows inside the table. */
  blankRows: z.array(row).optional(),
  /** Blank rows with borders after the last row, for whoever wants to add some. */
  spareRows: z.array(row).optional(),
  hiddenRows: z.array(row).optional(),
  hiddenColumns: z.array(column).optional(),
  /** How many cells for answers the protection of the sheet covers; absent when none. */
  lockedAnswers: z.number().int().positive().optional(),
  /** A person said that locked cells of this protected sheet are to be filled all the same. */
  fillLocked: z.boolean().optional(),
  decisions: z.array(profileDecision),
});

/** ISO days, inclusive; null where the text does not say. */
export const profilePeriod = z.object({
  text: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});

/** What was found in a workbook: every sheet that holds a form's table, in the order of the tabs. */
export const formProfile = z.object({
  agencyName: z.string().nullable(),
  period: profilePeriod.nullable(),
  sheets: z.array(sheetProfile),
  issues: z.array(issue),
});

export type Marked = z.infer<typeof marked>;
export type HistoryEntry = z.infer<typeof historyEntry>;
export type ProfileColumns = z.infer<typeof profileColumns>;
export type ProfileCells = z.infer<typeof profileCells>;
export type ProfileRow = z.infer<typeof profileRow>;
export type ProfileDecision = z.infer<typeof profileDecision>;
export type ChoiceStyle = (typeof choiceStyles)[number];
export type SheetProfile = z.infer<typeof sheetProfile>;
export type ProfilePeriod = z.infer<typeof profilePeriod>;
export type FormProfile = z.infer<typeof formProfile>;

/** Headers are one to three rows deep; what goes far beyond that is a slip. */
const headerRows = z
  .tuple([row, row])
  .refine(([first, last]) => first <= last && last - first < 20, { message: 'header_rows' });

/**
 * A person's correction of one sheet: only what differs from what was found, so that it stays true when a similar workbook
 * comes. Columns are remembered with the title they stood under, so that a moved column is found again.
 */
export const sheetCorrection = z.strictObject({
  sheet: z.string(),
  /** False: this sheet is no form. */
  isForm: z.boolean().optional(),
  /** True: answers go into locked cells too, though the sheet is protected. */
  fillLocked: z.boolean().optional(),
  headerRows: headerRows.optional(),
  /** Null: no column holds the field. */
  columns: z.partialRecord(formField, z.strictObject({ column, title: z.string() }).nullable()).optional(),
  resultTicks: z
    .record(z.string(), z.strictObject({ column, title: z.string() }))
    .nullable()
    .optional(),
  agencyCell: cell.nullable().optional(),
  periodCell: cell.nullable().optional(),
  dateCell: cell.nullable().optional(),
  signOffRow: row.nullable().optional(),
  /** Rows that ask something though they were not found to, and rows that do not though they were. */
  addRows: z.array(row).max(5000).optional(),
  dropRows: z.array(row).max(5000).optional(),
});
export const profileCorrection = z.array(sheetCorrection).max(200);
export type SheetCorrection = z.infer<typeof sheetCorrection>;
export type ProfileCorrection = z.infer<typeof profileCorrection>;

/** One row's answers as they stand in a form, typed. Absent is blank or no such column. */
export const rowAnswer = z.object({
  row,
  label: z.string().nullable().optional(),
  /** The choice as the form words it. */
  result: z.string().optional(),
  /** The mark that ticks it, where the form has marks. */
  mark: z.string().optional(),
  narrative: z.string().optional(),
  history: z.array(historyEntry).optional(),
  /** Names, and the text they stand in. */
  evidence: z.array(z.string()).optional(),
  evidenceText: z.string().optional(),
  selfScore: z.number().optional(),
  firstScore: z.number().optional(),
  secondScore: z.number().optional(),
  remarks: z.string().optional(),
  action: z.string().optional(),
  /** ISO day, and what is printed. */
  actualDate: z.string().optional(),
  actualDateText: z.string().optional(),
  /** What stands in each answer cell that is not blank. */
  cells: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export const sheetAnswers = z.object({ name: z.string(), rows: z.array(rowAnswer) });
export const formAnswers = z.object({ sheets: z.array(sheetAnswers) });
export type RowAnswer = z.infer<typeof rowAnswer>;
export type SheetAnswers = z.infer<typeof sheetAnswers>;
export type FormAnswers = z.infer<typeof formAnswers>;

const clearable = <Value extends z.ZodType>(value: Value) => value.nullable().optional();

/** What is to be written into one row of a form: what is absent stays as it is, null or an empty text clears. */
export const rowFill = rowAnswer.extend({
  result: clearable(z.string()),
  mark: clearable(z.string()),
  narrative: clearable(z.string()),
  evidence: clearable(z.array(z.string())),
  evidenceText: clearable(z.string()),
  selfScore: clearable(z.number()),
  firstScore: clearable(z.number()),
  secondScore: clearable(z.number()),
  remarks: clearable(z.string()),
  action: clearable(z.string()),
  actualDate: clearable(z.string()),
  actualDateText: clearable(z.string()),
  /** What is to stand in a cell, letter for letter; counts where the fields above say the same, or nothing. */
  cells: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
});
export const formFill = z.object({ sheets: z.array(z.object({ name: z.string(), rows: z.array(rowFill) })) });
export type RowFill = z.infer<typeof rowFill>;
export type FormFill = z.infer<typeof formFill>;
