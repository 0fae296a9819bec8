import { parseRange } from '../../address.ts';
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

/** Gathers `table:database-ranges`. */
export function databaseRanges(found: NamedTable[]): Context {
  return {
    child: children(table, {
      'database-range': tag => {
        const name = tag.attributeOf(table, 'name') ?? '';
        const match = place.exec(excelReference(tag.attributeOf(table, 'target-range-address') ?? ''));
        const range = match && parseRange(match[3]!);
        if (!range || name === '' || name.startsWith('__Anonymous_') || found.length >= mostNames) return null;
        const header = tag.attributeOf(table, 'contains-header') === 'false' ? null : { ...range, bottom: range.top };
        const sheet = match[1]?.replaceAll("''", "'") ?? match[2]!.replace(/^\$/, '');
        found.push({ name, range, header, sheet });
        return null;
      },
    }),
  };
}
