import {
  type Crosswalk,
  type CrosswalkItem,
  type CrosswalkLink,
  type CrosswalkSuggestion,
  coverageOf,
} from '../../sync/model/index.ts';

/** What a superior's item shows: whether it is served, or need not be itself because it is a heading. */
export type Coverage = 'covered' | 'uncovered' | 'heading';
export const views = ['all', 'uncovered', 'suggested'] as const;
export type View = (typeof views)[number];
export const layouts = ['list', 'matrix'] as const;
export type Layout = (typeof layouts)[number];

/** All that the page asks of a crosswalk, worked out once. */
export interface Walk {
  readonly coverage: ReadonlyMap<string, Coverage>;
  readonly linksOf: ReadonlyMap<string, readonly CrosswalkLink[]>;
  readonly suggestionsOf: ReadonlyMap<string, readonly CrosswalkSuggestion[]>;
  readonly own: ReadonlyMap<string, CrosswalkItem>;
  readonly counts: { readonly total: number; readonly covered: number; readonly suggested: number };
  readonly certain: readonly CrosswalkSuggestion[];
}

export function walkOf({ items, superiorItems, links, suggestions }: Crosswalk): Walk {
  const { targets, covered } = coverageOf(superiorItems, links);
  const suggestionsOf = Map.groupBy(suggestions, ({ superiorItemId }) => superiorItemId);
  return {
    coverage: new Map(
      superiorItems.map(({ id }) => [id, !targets.has(id) ? 'heading' : covered.has(id) ? 'covered' : 'uncovered']),
    ),
    linksOf: Map.groupBy(links, ({ superiorItemId }) => superiorItemId),
    suggestionsOf,
    own: new Map(items.map(item => [item.id, item])),
    counts: { total: targets.size, covered: covered.size, suggested: suggestionsOf.size },
    certain: suggestions.filter(({ certain }) => certain),
  };
}

/** The superior's items that a view shows, each under all that stands above it. */
export function itemsIn(view: View, superiorItems: readonly CrosswalkItem[], walk: Walk): readonly CrosswalkItem[] {
  if (view === 'all') return superiorItems;
  const parents = new Map(superiorItems.map(({ id, parentId }) => [id, parentId]));
  const shown = new Set<string>();
  for (const { id } of superiorItems) {
    const wanted = view === 'uncovered' ? walk.coverage.get(id) === 'uncovered' : walk.suggestionsOf.has(id);
    for (let at: string | null | undefined = wanted ? id : null; at; at = parents.get(at)) shown.add(at);
  }
  return superiorItems.filter(({ id }) => shown.has(id));
}
