import { type FormProfile, type Marked, type ProfileRow, parseMark } from '../../model/index.ts';
import { columnNumber, type Sheet, type Sheets } from '../../sheet/index.ts';
import { plainOf } from './plain.ts';
import type { PlanStep } from './plan-step.ts';

/** The heading (item or key point) that a row stands under. */
export interface Heading {
  /** Compared form of its text; empty when there is none. */
  readonly plain: string;
  /**
   * True: it stands in the row itself, or in a merge over it. False: it was taken over from a row above, and is another one once
   * the rows were sorted or that row was cut. Null: not known.
   */
  readonly own: boolean | null;
}

/** A row that asks something, as rows are compared with. Texts are in their compared form (`plainOf`). */
export interface AskedRow {
  readonly sheet: string;
  /** 1-based. */
  readonly row: number;
  /** What it asks with all sub-steps: never a key alone, because titles repeat. */
  readonly text: string;
  /** The same without sub-steps. */
  readonly title: string;
  readonly item: Heading;
  readonly keyPoint: Heading;
  /** Ordinal of its mark, whatever kind of mark; null without one. */
  readonly label: number | null;
  /** The form's own number, plain. */
  readonly number: string;
  readonly units: readonly string[];
  readonly checkMonths: readonly number[];
  /** ISO day. */
  readonly plannedDate: string;
}

const ordinalOf = (label: string | null): number | null =>
  label === null ? null : (parseMark(`${label}、`)?.ordinal ?? null);

const headingOf = (marked: Marked | null, title: string, own: boolean | null): Heading => {
  const plain = plainOf(marked?.text ?? '');
  return { plain: plain === title ? '' : plain, own };
};

const joined = (...texts: readonly string[]): string => texts.map(plainOf).join('');

function askedRow(sheet: string, row: ProfileRow, own: (field: 'item' | 'keyPoint') => boolean | null): AskedRow {
  const title = plainOf(row.text) || joined(row.finding ?? '') || joined(row.keyPoint?.text ?? row.item?.text ?? '');
  return {
    sheet,
    row: row.row,
    title,
    text: title + joined(...(row.subSteps ?? []).map(({ text }) => text), plainOf(row.text) ? (row.finding ?? '') : ''),
    item: headingOf(row.item, title, own('item')),
    keyPoint: headingOf(row.keyPoint, title, own('keyPoint')),
    label: ordinalOf(row.label),
    number: plainOf(String(row.number ?? '')),
    units: row.units.map(plainOf).sort(),
    checkMonths: row.checkMonths,
    plannedDate: row.plannedDate ?? '',
  };
}

function standsIn(sheet: Sheet, row: number, column: string | undefined, isTurned: boolean): boolean | null {
  if (column === undefined) return null;
  const at = columnNumber(column);
  const cell = isTurned ? sheet.anchor(at, row) : sheet.anchor(row, at);
  return (cell?.text ?? '').trim() !== '';
}

/** A step of a plan as if it were the row of a form; rows count from 1 in the order of the plan. */
export function asStep({ path, subSteps = [], units, checkMonths }: PlanStep, index: number): AskedRow {
  const step = path.at(-1);
  const title = plainOf(step?.text ?? '');
  return {
    sheet: '',
    row: index + 1,
    title,
    text: title + joined(...subSteps.map(({ text }) => text)),
    item: headingOf(path.length > 1 ? path[0]! : null, title, true),
    keyPoint: headingOf(path.length > 2 ? path.at(-2)! : null, title, true),
    label: ordinalOf(step?.label ?? null),
    number: '',
    units: units.map(plainOf).sort(),
    checkMonths,
    plannedDate: '',
  };
}

/**
 * The rows of a profile as they are compared, in printed order.
 * @param workbook what was profiled; it tells headings that stand beside a row from those taken over from a row above, so that
 * more rows of a sorted form can be told apart
 */
export const askedRows = (profile: Pick<FormProfile, 'sheets'>, workbook?: Sheets): readonly AskedRow[] =>
  profile.sheets.flatMap(({ name, columns, rows, turned = false }) => {
    const sheet = workbook?.sheets.find(each => each.name === name);
    return rows.map(row =>
      askedRow(name, row, field => (sheet ? standsIn(sheet, row.row, columns[field], turned) : null)),
    );
  });
