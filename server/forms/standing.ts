import type { TemplateRow } from '../../sync/model/index.ts';
import type { PlanStep } from '../templates/suggest.ts';

/** A report that is to stand in a row of a template. */
export interface Standing {
  readonly rowId: string;
  readonly planItemId: string;
  readonly unitId: string;
  /** Name of its unit. */
  readonly unit: string;
}

/** A row of a template with the steps it stands for and the units that it names. */
export interface Slot extends Pick<TemplateRow, 'sheet' | 'row' | 'planItemId'> {
  readonly unitIds: ReadonlySet<string>;
}

/** A report in its row. `unit` is its section's name, where others share the row; distinct within it. */
export interface Stood {
  readonly rowId: string;
  readonly sheet: string;
  readonly row: number;
  readonly unit: string | null;
}

/**
 * Where the reports of a round stand in a template: in the row of their step, or of the nearest step above it that has one.
 * Where several rows stand for one step, as in a form with one row a unit, each report goes to the row that names its unit, else
 * to one that names none.
 */
export function standIn(
  reports: readonly Standing[],
  slots: readonly Slot[],
  steps: readonly PlanStep[],
): { readonly stood: readonly Stood[]; readonly nowhere: readonly string[] } {
  const byItem = Map.groupBy(slots, slot => slot.planItemId);
  const byId = new Map(steps.map(step => [step.id, step]));
  const rowsFor = (id: string | null): readonly Slot[] => {
    if (id === null) return [];
    return byItem.get(id) ?? rowsFor(byId.get(id)?.parentId ?? null);
  };
  const placed = reports.map(report => ({ report, slot: slotOf(rowsFor(report.planItemId), report.unitId) }));
  const bySlot = Map.groupBy(placed, ({ slot }) => slot);
  return {
    stood: [...bySlot].flatMap(([slot, list]) =>
      slot
        ? named(
            list.map(({ report }) => report),
            byId,
          ).map(each => ({ ...each, sheet: slot.sheet, row: slot.row }))
        : [],
    ),
    nowhere: (bySlot.get(null) ?? []).map(({ report }) => report.rowId),
  };
}

function slotOf(slots: readonly Slot[], unitId: string): Slot | null {
  if (slots.length <= 1) return slots[0] ?? null;
  return slots.find(slot => slot.unitIds.has(unitId)) ?? slots.find(slot => slot.unitIds.size === 0) ?? null;
}

/** A unit that reports on several sub-steps in one row has a section for each, told apart by their marks or numbers. */
function named(
  reports: readonly Standing[],
  byId: ReadonlyMap<string, PlanStep>,
): readonly { readonly rowId: string; readonly unit: string | null }[] {
  if (reports.length === 1) return reports.map(({ rowId }) => ({ rowId, unit: null }));
  const taken = new Set<string>();
  return reports.map(({ rowId, unit, planItemId }) => {
    const several = reports.filter(each => each.unit === unit).length > 1;
    const marked = several ? `${unit} ${byId.get(planItemId)?.label ?? ''}`.trim() : unit;
    let name = marked;
    for (let n = 2; taken.has(name); n++) name = `${marked} ${n}`;
    taken.add(name);
    return { rowId, unit: name };
  });
}
