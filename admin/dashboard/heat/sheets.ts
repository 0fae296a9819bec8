import { type HeatCell, type Light, lights, type PlanItem, type Unit } from '../../../sync/model/index.ts';

/** Cells put together. */
export type Sum = Pick<HeatCell, 'total' | 'accepted' | 'submitted' | 'overdue' | 'returned' | 'light'>;

export interface HeatRow {
  readonly item: PlanItem;
  /** In the order of the sheet's units; undefined where the unit owes nothing of the item. */
  readonly cells: readonly (HeatCell | undefined)[];
  readonly sum: Sum;
}

/** The heat map of one agency: items down, units across, as they are ordered in the plan and in the office. */
export interface HeatSheet {
  readonly agencyId: string;
  readonly units: readonly Unit[];
  readonly rows: readonly HeatRow[];
  readonly unitSums: readonly Sum[];
  readonly sum: Sum;
}

const nothing: Sum = { total: 0, accepted: 0, submitted: 0, overdue: 0, returned: 0, light: 'green' };

const graver = (a: Light, b: Light): Light => (lights.indexOf(a) > lights.indexOf(b) ? a : b);

/** Cells added up; together they shine as the worst of them. */
export const sumOf = (cells: readonly (HeatCell | undefined)[]): Sum =>
  cells.reduce<Sum>(
    (sum, cell) =>
      cell
        ? {
            total: sum.total + cell.total,
            accepted: sum.accepted + cell.accepted,
            submitted: sum.submitted + cell.submitted,
            overdue: sum.overdue + cell.overdue,
            returned: sum.returned + cell.returned,
            light: graver(sum.light, cell.light),
          }
        : sum,
    nothing,
  );

/** How much of it is accepted, 0 to 1; nothing owed counts as done. */
export const shareOf = ({ accepted, total }: Pick<Sum, 'accepted' | 'total'>): number =>
  total === 0 ? 1 : accepted / total;

/** Whole percent, never 100 before all is accepted, never 0 once something is. */
export function percentOf(sum: Pick<Sum, 'accepted' | 'total'>): number {
  const share = shareOf(sum);
  if (share === 0 || share === 1) return share * 100;
  return Math.min(99, Math.max(1, Math.round(share * 100)));
}

const byPosition = (a: { readonly position: number }, b: { readonly position: number }): number =>
  a.position - b.position;

/** Lays the cells out, one sheet for each agency. Cells whose item or unit is not known yet are left out. */
export function sheetsOf(
  heat: readonly HeatCell[],
  items: readonly PlanItem[],
  units: readonly Unit[],
): readonly HeatSheet[] {
  const present = new Set(heat.flatMap(cell => [cell.planItemId, cell.unitId]));
  const byPlace = new Map(heat.map(cell => [`${cell.planItemId} ${cell.unitId}`, cell]));
  const agencies = Map.groupBy(
    items.filter(item => present.has(item.id)),
    item => item.agencyId,
  );
  return [...agencies].map(([agencyId, own]) => {
    const across = units.filter(unit => unit.agencyId === agencyId && present.has(unit.id)).toSorted(byPosition);
    const rows = own
      .toSorted((a, b) => a.planId.localeCompare(b.planId) || byPosition(a, b))
      .map((item): HeatRow => {
        const cells = across.map(unit => byPlace.get(`${item.id} ${unit.id}`));
        return { item, cells, sum: sumOf(cells) };
      });
    return {
      agencyId,
      units: across,
      rows,
      unitSums: across.map((_, column) => sumOf(rows.map(row => row.cells[column]))),
      sum: sumOf(rows.flatMap(row => row.cells)),
    };
  });
}

/** The sheet cut from left to right into as few sheets of at most so many units, about as wide each; sums stay those of the whole. */
export function partsOf(sheet: HeatSheet, most: number): readonly HeatSheet[] {
  const count = Math.ceil(sheet.units.length / most);
  const width = Math.ceil(sheet.units.length / count);
  return Array.from({ length: count }, (_, part) => {
    const [from, to] = [part * width, (part + 1) * width];
    return {
      ...sheet,
      units: sheet.units.slice(from, to),
      rows: sheet.rows.map(row => ({ ...row, cells: row.cells.slice(from, to) })),
      unitSums: sheet.unitSums.slice(from, to),
    };
  });
}
