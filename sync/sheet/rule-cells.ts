import { lastColumn, lastRow, type Range } from './address.ts';
import { held, type ListSource, rangeOf, type Shift, shiftTo } from './choices.ts';
import type { Cells, Formula, Value } from './formula/index.ts';
import type { PatchValue } from './patch.ts';
import type { Cell, Validation } from './workbook.ts';
import { serialOfDay } from './xlsx/moment.ts';

/** The cell that a rule is applied to, and what its formulas may look at. */
export interface RulePlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly lists: ListSource;
  readonly date1904: boolean;
  /** What is about to be written into another cell; undefined where it stays. */
  readonly pending: (sheet: string, row: number, column: number) => PatchValue | undefined;
}

type Reference = Formula & { readonly kind: 'reference' };
interface Placed extends Range {
  readonly sheet: string;
}

/** Far more than any rule looks at. */
const mostCells = 20_000;
const deepestName = 4;

const isWhole = ({ top, bottom, left, right }: Range): boolean =>
  (top === 1 && bottom === lastRow) || (left === 1 && right === lastColumn);

/** Gives formulas of a rule their cells: the value to be judged in its own, what is about to be written in others. */
export function cellsFor(validation: Pick<Validation, 'ranges' | 'base'>, value: PatchValue, place: RulePlace): Cells {
  const { lists, date1904, pending } = place;
  const shift = shiftTo(place, validation.base ? [validation.base] : validation.ranges);

  const find = ({ sheet, name }: Reference, by: Shift, around: string, depth: number): Placed | null => {
    const range = rangeOf(name, by);
    if (range) return { ...range, sheet: sheet ?? around };
    const key = name.toLowerCase();
    const named = lists.definedNames.filter(defined => defined.name.toLowerCase() === key);
    const known = named.find(defined => defined.sheet === around) ?? named.find(defined => defined.sheet === null);
    const target =
      known && depth < deepestName ? /^=?(?:'((?:[^']|'')+)'!|([^'!]+)!)?([^!]+)$/.exec(known.refersTo.trim()) : null;
    if (!target) return null;
    const on = target[1]?.replaceAll("''", "'") ?? target[2] ?? null;
    return find({ kind: 'reference', sheet: on, name: target[3]! }, held, around, depth + 1);
  };

  const serial = (day: string): number | undefined => serialOfDay(day.slice(0, 10), date1904) ?? undefined;
  const written = (given: PatchValue): Value | undefined =>
    given.kind === 'blank' ? null : given.kind === 'date' ? serial(given.value) : given.value;
  const standing = (cell: Cell | undefined): Value | undefined => {
    if (!cell) return null;
    // What another formula gives was true when the file was saved, and may not be after it is filled.
    if (cell.formula !== null || cell.value.kind === 'error') return undefined;
    if (cell.value.kind === 'blank') return null;
    return cell.value.kind === 'date' ? serial(cell.value.value) : cell.value.value;
  };
  const at = (name: string, row: number, column: number): Value | undefined => {
    if (name === place.sheet && row === place.row && column === place.column) return written(value);
    const soon = pending(name, row, column);
    if (soon) return written(soon);
    return standing(lists.sheets.find(sheet => sheet.name === name)?.cell(row, column));
  };
  const known = (range: Placed | null): Placed | null => {
    const key = range?.sheet.toLowerCase();
    const sheet = lists.sheets.find(each => each.name.toLowerCase() === key);
    return range && sheet ? { ...range, sheet: sheet.name } : null;
  };

  return {
    valueOf: reference => {
      const range = known(find(reference, shift, place.sheet, 0));
      if (!range || range.top !== range.bottom || range.left !== range.right) return undefined;
      const found = at(range.sheet, range.top, range.left);
      // Programs differ in what a rule says that looks at a blank cell.
      const isOwn = range.sheet === place.sheet && range.top === place.row && range.left === place.column;
      return found === null && !isOwn ? undefined : found;
    },
    valuesOf: reference => {
      const range = known(find(reference, shift, place.sheet, 0));
      if (!range || isWhole(range) || (range.bottom - range.top + 1) * (range.right - range.left + 1) > mostCells)
        return undefined;
      const values: Exclude<Value, null>[] = [];
      for (let row = range.top; row <= range.bottom; row++) {
        for (let column = range.left; column <= range.right; column++) {
          const found = at(range.sheet, row, column);
          if (found === undefined) return undefined;
          if (found !== null) values.push(found);
        }
      }
      return values;
    },
  };
}
