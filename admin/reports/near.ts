import type { Report } from '../../sync/model/index.ts';

type Placed = Pick<Report, 'id' | 'dueDate'>;

/** The order of every queue: soonest due first. */
const compare = (a: Placed, b: Placed): number => a.dueDate.localeCompare(b.dueDate) || a.id.localeCompare(b.id);

export interface Near {
  readonly previous: string | null;
  readonly next: string | null;
  /** 1-based place in the queue; null once the report has left it, as after a decision. */
  readonly place: number | null;
  readonly total: number;
}

/** The reports before and after one in a queue, which it may have left. */
export function nearOf(report: Placed, queue: readonly Placed[]): Near {
  const others = [...queue].sort(compare).filter(one => one.id !== report.id);
  const before = others.filter(one => compare(one, report) < 0);
  const inside = queue.some(one => one.id === report.id);
  return {
    previous: before.at(-1)?.id ?? null,
    next: others[before.length]?.id ?? null,
    place: inside ? before.length + 1 : null,
    total: queue.length,
  };
}
