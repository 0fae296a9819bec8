import { type Agency, type Branch, nest } from '../../sync/model/index.ts';

export interface Ranked extends Agency {
  /** 0 at the top. */
  readonly depth: number;
}

/** Agencies from top to bottom, each below its superior bureau, siblings by name. One whose bureau is out of sight stands at the top. */
export function ranked(agencies: readonly Agency[]): readonly Ranked[] {
  const byName = [...agencies].sort((a, b) => a.name.localeCompare(b.name, 'zh-TW'));
  const walk = (branches: readonly Branch<Agency & { position: number }>[], depth: number): Ranked[] =>
    branches.flatMap(({ children, position: _, ...agency }) => [{ ...agency, depth }, ...walk(children, depth + 1)]);
  return walk(nest(byName.map((agency, position) => ({ ...agency, position }))), 0);
}

/** Whether `id` may come below `parentId` without closing a circle. */
export function mayStandBelow(agencies: readonly Agency[], id: string, parentId: string): boolean {
  const parents = new Map(agencies.map(agency => [agency.id, agency.parentId]));
  const seen = new Set<string>();
  for (let at: string | null = parentId; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    if (at === id) return false;
    seen.add(at);
  }
  return true;
}
