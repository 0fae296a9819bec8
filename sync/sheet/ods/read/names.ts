import { parseRange, type Range } from '../../address.ts';
import type { DefinedName, Table } from '../../workbook.ts';
import { table } from '../namespaces.ts';
import { excelFormula, excelReference } from '../open-formula.ts';
import { type Context, children, leaf } from './walk.ts';

const mostNames = 10_000;

/** Gathers `table:named-expressions`, of the workbook or of one sheet. */
export function namesIn(sheet: string | null, names: DefinedName[]): Context {
  const add = (name: string | undefined, refersTo: string): Context => {
    if (name && names.length < mostNames) names.push({ name, sheet, refersTo });
    return leaf;
  };
  return {
    child: children(table, {
      'named-range': tag =>
        add(tag.attributeOf(table, 'name'), excelReference(tag.attributeOf(table, 'cell-range-address') ?? '')),
      'named-expression': tag =>
        add(tag.attributeOf(table, 'name'), excelFormula(tag.attributeOf(table, 'expression') ?? '')),
    }),
  };
}

/** A database range that a person named; those without a name only carry a filter. */
export interface NamedTable extends Table {
  readonly sheet: string;
}

const place = /^(?:'((?:[^']|'')*)'|([^!]*))!(.*)$/s;

/** A range with the sheet that it is on. */
export interface PlacedRange {
  readonly sheet: string;
  readonly range: Range;
}

function placedRange(address: string | undefined): PlacedRange | null {
  const match = place.exec(excelReference(address ?? ''));
  const range = match && parseRange(match[3]!);
  return range ? { range, sheet: match[1]?.replaceAll("''", "'") ?? match[2]!.replace(/^\$/, '') } : null;
}

/** Gathers `table:database-ranges`. */
export const databaseRanges = (found: NamedTable[]): Context => ({
  child: children(table, {
    'database-range': tag => {
      const name = tag.attributeOf(table, 'name') ?? '';
      const placed = placedRange(tag.attributeOf(table, 'target-range-address'));
      if (!placed || name === '' || name.startsWith('__Anonymous_') || found.length >= mostNames) return null;
      const { range, sheet } = placed;
      const header = tag.attributeOf(table, 'contains-header') === 'false' ? null : { ...range, bottom: range.top };
      found.push({ name, range, header, sheet });
      return null;
    },
  }),
});

/** Gathers where the results of `table:data-pilot-tables` stand. */
export const pivotRanges = (found: PlacedRange[]): Context => ({
  child: children(table, {
    'data-pilot-table': tag => {
      const placed = placedRange(tag.attributeOf(table, 'target-range-address'));
      if (placed && found.length < mostNames) found.push(placed);
      return null;
    },
  }),
});
