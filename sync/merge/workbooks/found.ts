import { type Candidate, matchRows } from '../../form/identify/index.ts';
import type { RowPresence } from '../../model/index.ts';
import type { Side, SideRow } from './side.ts';

/** A row that is no certain row of the base, or a copy of one. */
interface OtherRow {
  readonly row: SideRow;
  readonly copyOf: { readonly sheet: string; readonly row: number } | null;
  readonly candidates: readonly Candidate[];
}

/** What a workbook has for each row of the base. */
export interface Found {
  /** The one row that certainly is it; null when there is none, or copies. */
  readonly rowFor: (base: SideRow) => SideRow | null;
  readonly presenceOf: (base: SideRow) => RowPresence;
  /** In the order of the file. */
  readonly others: readonly OtherRow[];
}

export function findRows(side: Side, base: Side): Found {
  const { rows: matches } = matchRows(side.asked, base.asked);
  const keyOf = (sheet: string, row: number): string => `${sheet}\n${row}`;
  const byBase = Map.groupBy(
    matches.flatMap((match, i) =>
      match.templateSheet === null || match.templateRow === null
        ? []
        : [{ key: keyOf(match.templateSheet, match.templateRow), row: side.rows[i]! }],
    ),
    ({ key }) => key,
  );
  const rowsFor = (row: SideRow) => byBase.get(keyOf(row.sheet, row.row)) ?? [];
  return {
    rowFor: row => {
      const [only, ...copies] = rowsFor(row);
      return only && copies.length === 0 ? only.row : null;
    },
    presenceOf: row => (['missing', 'found'] as const)[rowsFor(row).length] ?? 'copied',
    others: matches.flatMap(({ templateSheet, templateRow, candidates }, i): OtherRow[] => {
      const row = side.rows[i]!;
      if (templateSheet === null || templateRow === null) return [{ row, copyOf: null, candidates }];
      const copied = byBase.get(keyOf(templateSheet, templateRow))!.length > 1;
      return copied ? [{ row, copyOf: { sheet: templateSheet, row: templateRow }, candidates }] : [];
    }),
  };
}
