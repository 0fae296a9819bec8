import { token } from '../../xml-scanner.ts';
import { spreadsheet } from '../namespaces.ts';
import { isTrue } from '../styles.ts';
import { type Book, once } from './book.ts';
import { dependsOn, filledCells, type Names } from './dependence.ts';
import type { Edit } from './part-text.ts';
import type { Part } from './source.ts';

/**
 * Asks the program to compute everything anew when it opens the file, if a formula reads a cell that was filled: its cached
 * value is stale. Where none does, the part that would say so is left alone.
 */
export function recalculation(
  book: Book,
  filled: readonly { readonly sheet: string; readonly row: number; readonly column: number }[],
): readonly Edit[] {
  const stale = once(() => isStale(book, filled));
  // Most workbooks have few formulas and do not ask; only of others is the part that would say so looked through.
  if (!book.main.xml.includes('fullCalcOnLoad') && !stale()) return [];
  const place = findCalculation(book.main);
  return place.asked || !stale() ? [] : [place.edit];
}

function isStale(book: Book, filled: Parameters<typeof recalculation>[1]): boolean {
  const cells = once(() => filledCells(filled));
  const names: Names = {
    defined: book.definedNames.filter(({ name }) => !name.startsWith('_xlnm.')),
    tables: once(() =>
      book.sheets.flatMap(({ name, part }) => book.allTablesOf(part).map(table => ({ ...table, sheet: name }))),
    ),
  };
  for (const { name, formulas } of book.sheets) {
    for (const formula of formulas()) {
      if (dependsOn(cells(), formula, name, names)) return true;
    }
  }
  return false;
}

interface Calculation {
  readonly asked: boolean;
  readonly edit: Edit;
}

/** Elements that stand before `calcPr` in their order (ISO/IEC 29500-1, 18.2.27). */
const before = new Set(['sheets', 'functionGroups', 'externalReferences', 'definedNames']);

function findCalculation(main: Part): Calculation {
  const scanner = main.scan();
  let prefix = '';
  let insertAt = 0;
  for (let kind = scanner.next(); kind !== token.end; kind = scanner.next()) {
    if (!spreadsheet.has(scanner.uri)) continue;
    if (kind === token.open && scanner.depth === 1) {
      prefix = scanner.rawName.slice(0, -scanner.local.length);
      insertAt = scanner.end;
    }
    if (kind === token.close && scanner.depth === 2 && before.has(scanner.local)) insertAt = scanner.end;
    if (kind !== token.open || scanner.depth !== 2 || scanner.local !== 'calcPr') continue;
    const value = scanner.attributeSpan('fullCalcOnLoad');
    const asked = isTrue(scanner.attribute('fullCalcOnLoad'));
    if (value) return { asked, edit: { ...value, text: '1' } };
    const at = scanner.start + 1 + scanner.rawName.length;
    return { asked, edit: { start: at, end: at, text: ' fullCalcOnLoad="1"' } };
  }
  return { asked: false, edit: { start: insertAt, end: insertAt, text: `<${prefix}calcPr fullCalcOnLoad="1"/>` } };
}
