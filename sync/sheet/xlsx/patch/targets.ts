import type { Book, BookSheet } from './book.ts';
import type { Wanted } from './sheet-map.ts';
import type { Source } from './source.ts';
import { openStrings, type StringTable } from './strings.ts';
import { openTarget, type Target } from './target.ts';

/** The sheets of a workbook as targets. What was looked up for one filling serves every later one that wants the same cells. */
export interface Targets {
  readonly of: (sheet: BookSheet, wanted: Wanted) => Target;
  /** A fresh table for the texts of one filling of these sheets; null in a workbook that has none. */
  readonly strings: (targets: readonly Target[]) => StringTable | null;
}

export function targetsOver(source: Source, book: Book): Targets {
  const mapped = new Map<BookSheet, { readonly wanted: Wanted; readonly target: Target }>();
  let table: { readonly targets: readonly Target[]; readonly open: () => StringTable } | null = null;
  return {
    of: (sheet, wanted) => {
      const known = mapped.get(sheet);
      if (known && holds(known.wanted, wanted)) return known.target;
      const both = known ? together(known.wanted, wanted) : wanted;
      const target = openTarget(sheet, both, source, book);
      mapped.set(sheet, { wanted: both, target });
      return target;
    },
    strings: targets => {
      if (book.stringsPart === null) return null;
      if (!table || targets.some(target => !table?.targets.includes(target)))
        table = { targets, open: openStrings(source.part(book.stringsPart), stringsIn(targets)) };
      return table.open();
    },
  };
}

const holds = (known: Wanted, wanted: Wanted): boolean =>
  [...wanted].every(([row, cells]) => {
    const own = known.get(row);
    return own !== undefined && cells.every(({ column }) => own.some(cell => cell.column === column));
  });

function together(known: Wanted, wanted: Wanted): Wanted {
  const both = new Map(known);
  for (const [row, cells] of wanted) both.set(row, [...(known.get(row) ?? []), ...cells]);
  return both;
}

/** The numbers of the texts that stand in the cells of sheets now. */
function stringsIn(targets: readonly Target[]): ReadonlySet<number> {
  const numbers = new Set<number>();
  for (const { map } of targets) {
    for (const rows of map.rows.values()) {
      for (const { cells } of rows) {
        for (const { type, raw } of cells) if (type === 's' && raw !== null) numbers.add(Number(raw));
      }
    }
  }
  return numbers;
}
