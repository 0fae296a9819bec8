import type { FormField, ProfileCorrection, SheetCorrection, SheetProfile } from '../../../sync/model/index.ts';
import type { ColumnPart, NamedCell } from '../parts/parts.ts';
import { columnParts } from '../parts/parts.ts';

/** What a person says of one sheet, on top of what was said before. */
export type SheetChange = (before: SheetCorrection) => SheetCorrection;
export type Change = (before: ProfileCorrection) => ProfileCorrection;

type Given = { -readonly [K in keyof SheetCorrection]: SheetCorrection[K] };

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0);

/** Leaves out what says nothing, so that only the difference is kept. */
function trimmed(correction: SheetCorrection): SheetCorrection {
  const entries = Object.entries(correction).filter(([key, value]) => key === 'sheet' || !isEmpty(value));
  return Object.fromEntries(entries) as SheetCorrection;
}

/** Changes what is said of one sheet; a sheet of which nothing is left to say falls away. */
export const onSheet =
  (sheet: string, change: SheetChange): Change =>
  before => {
    const next = trimmed(change(before.find(one => one.sheet === sheet) ?? { sheet }));
    const others = before.filter(one => one.sheet !== sheet);
    return Object.keys(next).length === 1 ? others : [...others, next];
  };

/** A sheet as it is understood now, and what stands over its columns. */
export interface Understood {
  readonly profile: SheetProfile;
  readonly titleOf: (column: string) => string;
}

/** Says what a column holds. Whatever stood there before, or held this field before, is said to be nothing. */
export const setColumn =
  ({ profile, titleOf }: Understood, column: string, next: ColumnPart): SheetChange =>
  before => {
    const columns: Partial<Record<FormField, { column: string; title: string } | null>> = { ...before.columns };
    const present = columnParts(profile).get(column) ?? { kind: 'none' };
    const named = (at: string) => ({ column: at, title: titleOf(at) });
    const ticked = Object.entries(profile.columns.resultTicks ?? {}).filter(([, at]) => at !== column);
    let ticks: SheetCorrection['resultTicks'] = before.resultTicks;
    const keepTicks = (more: readonly (readonly [string, string])[] = []) => {
      const all = [...ticked.filter(([choice]) => more.every(([name]) => name !== choice)), ...more];
      ticks = all.length === 0 ? null : Object.fromEntries(all.map(([choice, at]) => [choice, named(at)]));
    };
    if (present.kind === 'field' && !(next.kind === 'field' && next.field === present.field))
      columns[present.field] = null;
    if (present.kind === 'tick' && next.kind !== 'tick') keepTicks();
    if (next.kind === 'field') {
      columns[next.field] = named(column);
      if (next.field === 'result' && (profile.columns.resultTicks || before.resultTicks)) ticks = null;
    }
    if (next.kind === 'tick') {
      keepTicks([[next.choice, column]]);
      if (profile.columns.result) columns.result = null;
    }
    const { resultTicks: _, ...rest } = before;
    return { ...rest, columns, ...(ticks === undefined ? {} : { resultTicks: ticks }) };
  };

export const setNamedCell =
  (name: NamedCell, address: string | null): SheetChange =>
  before => ({ ...before, [name]: address });

export const setHeaderRows =
  (first: number, last: number): SheetChange =>
  before => ({ ...before, headerRows: [first, last] });

/** Points at the titles of a sheet that was taken for no form. */
export const setTitles =
  (first: number, last: number): SheetChange =>
  ({ isForm: _, ...rest }) => ({ ...rest, headerRows: [first, last] });

/** The same of a form that was told turned: what was said of its rows and columns before was said of others. */
export const setUpright =
  (row: number): SheetChange =>
  ({ columns: _, resultTicks: __, addRows: ___, dropRows: ____, ...rest }) => ({ ...rest, headerRows: [row, row] });

export const setSignOff =
  (row: number | null): SheetChange =>
  before => ({ ...before, signOffRow: row });

const including = (rows: readonly number[] | undefined, row: number): number[] =>
  [...new Set([...(rows ?? []), row])].sort((a, b) => a - b);
const without = (rows: readonly number[] | undefined, row: number): number[] => (rows ?? []).filter(one => one !== row);

/** Says that a row asks something, or that it does not; said the other way round before, that is taken back first. */
export const setAsks =
  (row: number, asks: boolean): SheetChange =>
  before => {
    const next: Given = { ...before };
    if (asks) {
      if (before.dropRows?.includes(row)) next.dropRows = without(before.dropRows, row);
      else next.addRows = including(before.addRows, row);
    } else if (before.addRows?.includes(row)) next.addRows = without(before.addRows, row);
    else next.dropRows = including(before.dropRows, row);
    return next;
  };

/** Says that answers go into locked cells of the sheet too. */
export const fillLocked: SheetChange = before => ({ ...before, fillLocked: true });

/** Says that a sheet is a form, or is none; what else was said of it stays, for whoever changes their mind. */
export const setIsForm =
  (isForm: boolean, foundAsForm: boolean): SheetChange =>
  ({ isForm: _, ...rest }) =>
    isForm === foundAsForm ? rest : { ...rest, isForm };
