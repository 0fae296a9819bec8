/** Groups of fields that say one thing: a result of one side may not fit the narrative of the other. */
export type Together<Field extends string> = readonly (readonly Field[])[];

interface Decided<Field extends string> {
  readonly field: Field;
  readonly outcome: string;
  readonly why: string | null;
}

/**
 * Where both sides changed something of a group, each of its changes is a conflict, so that a person takes the group from one
 * side or the other. What both changed alike stays as it is.
 */
export function conflictTogether<Field extends string, Change extends Decided<Field>>(
  changes: readonly Change[],
  groups: Together<Field>,
): readonly (Change | (Change & { readonly outcome: 'conflict'; readonly why: 'together' }))[] {
  return groups.reduce<ReturnType<typeof conflictTogether<Field, Change>>>((list, group) => {
    const inGroup = list.filter(({ field }) => group.includes(field));
    const both = inGroup.some(({ why }) => why === 'bothChanged');
    const ours = both || inGroup.some(({ outcome }) => outcome === 'ours');
    const theirs = both || inGroup.some(({ outcome }) => outcome === 'theirs');
    if (!ours || !theirs) return list;
    return list.map(change =>
      group.includes(change.field) && (change.outcome === 'ours' || change.outcome === 'theirs')
        ? { ...change, outcome: 'conflict' as const, why: 'together' as const }
        : change,
    );
  }, changes);
}
