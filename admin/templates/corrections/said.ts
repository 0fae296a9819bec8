import { type FormField, formFields, type ProfileCorrection, type SheetCorrection } from '../../../sync/model/index.ts';
import { type NamedCell, namedCells } from '../parts/parts.ts';
import type { SheetChange } from './correct.ts';

/** One thing that a person said of a sheet, and how to take it back. */
export type Said = { readonly key: string; readonly takeBack: SheetChange } & (
  | { readonly kind: 'isForm'; readonly isForm: boolean }
  | { readonly kind: 'fillLocked' }
  | { readonly kind: 'headerRows'; readonly first: number; readonly last: number }
  | { readonly kind: 'column'; readonly field: FormField; readonly column: string | null; readonly title: string }
  | { readonly kind: 'ticks'; readonly columns: readonly string[] }
  | { readonly kind: 'cell'; readonly name: NamedCell; readonly address: string | null }
  | { readonly kind: 'signOff'; readonly row: number | null }
  | { readonly kind: 'asks'; readonly row: number; readonly asks: boolean }
);

const dropping =
  (key: keyof SheetCorrection): SheetChange =>
  before => {
    const { [key]: _, ...rest } = before;
    return { ...rest, sheet: before.sheet };
  };

const droppingRow =
  (list: 'addRows' | 'dropRows', row: number): SheetChange =>
  before => ({ ...before, [list]: before[list]?.filter(one => one !== row) });

const droppingField =
  (field: FormField): SheetChange =>
  before => {
    const { [field]: _, ...columns } = before.columns ?? {};
    return { ...before, columns };
  };

/** Everything that was said of one sheet, one by one. */
export function saidOf(correction: SheetCorrection): readonly Said[] {
  const {
    isForm,
    fillLocked,
    headerRows,
    columns = {},
    resultTicks,
    signOffRow,
    addRows = [],
    dropRows = [],
  } = correction;
  const said: Said[] = [];
  if (isForm !== undefined) said.push({ kind: 'isForm', key: 'isForm', isForm, takeBack: dropping('isForm') });
  if (fillLocked) said.push({ kind: 'fillLocked', key: 'fillLocked', takeBack: dropping('fillLocked') });
  if (headerRows)
    said.push({
      kind: 'headerRows',
      key: 'headerRows',
      first: headerRows[0],
      last: headerRows[1],
      takeBack: dropping('headerRows'),
    });
  for (const field of formFields) {
    const told = columns[field];
    if (told === undefined) continue;
    const { column = null, title = '' } = told ?? {};
    said.push({ kind: 'column', key: field, field, column, title, takeBack: droppingField(field) });
  }
  if (resultTicks !== undefined)
    said.push({
      kind: 'ticks',
      key: 'ticks',
      columns: Object.values(resultTicks ?? {}).map(tick => tick.column),
      takeBack: dropping('resultTicks'),
    });
  for (const name of namedCells) {
    const address = correction[name];
    if (address !== undefined) said.push({ kind: 'cell', key: name, name, address, takeBack: dropping(name) });
  }
  if (signOffRow !== undefined)
    said.push({ kind: 'signOff', key: 'signOff', row: signOffRow, takeBack: dropping('signOffRow') });
  for (const row of addRows)
    said.push({ kind: 'asks', key: `asks ${row}`, row, asks: true, takeBack: droppingRow('addRows', row) });
  for (const row of dropRows)
    said.push({ kind: 'asks', key: `asks not ${row}`, row, asks: false, takeBack: droppingRow('dropRows', row) });
  return said;
}

export const countOf = (corrections: ProfileCorrection): number =>
  corrections.reduce((sum, one) => sum + saidOf(one).length, 0);
