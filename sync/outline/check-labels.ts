import { type MarkKind, markLabel } from '../model/index.ts';
import type { Draft } from './draft.ts';
import { inform, type Note, warn } from './note.ts';

/**
 * Looks whether the numbering of siblings is whole. A mark that was lost between two others is restored, because the
 * sequence leaves only one choice; every other gap and repetition is left as it is and said.
 */
export function checkLabels(siblings: readonly Draft[]): readonly Note[] {
  const notes: Note[] = [];
  const last = new Map<MarkKind, number>();
  let unmarked: Draft[] = [];
  for (const draft of siblings) {
    if (draft.kind === null) unmarked.push(draft);
    else {
      notes.push(...between(unmarked, last.get(draft.kind) ?? 0, draft, draft.kind));
      last.set(draft.kind, draft.ordinal);
      unmarked = [];
    }
  }
  if (last.size > 0) {
    for (const draft of unmarked) notes.push(inform('label_missing', {}, { at: draft.source, draft }));
  }
  return [...notes, ...siblings.flatMap(draft => checkLabels(draft.children))];
}

function between(unmarked: readonly Draft[], previous: number, next: Draft, kind: MarkKind): readonly Note[] {
  const missing = next.ordinal - previous - 1;
  const place = { at: next.source, draft: next };
  if (missing < 0) return [warn('label_repeated', { label: next.label ?? '' }, place)];
  if (missing === 0 || next.kind === 'compound') return [];
  const labels = Array.from({ length: missing }, (_, i) => markLabel(kind, previous + 1 + i));
  if (unmarked.length !== missing || labels.includes(null)) {
    return [
      warn('label_gap', { label: next.label ?? '', missing: labels.filter(Boolean).slice(0, 5).join('、') }, place),
    ];
  }
  return unmarked.map((draft, i) => {
    draft.label = labels[i]!;
    draft.kind = kind;
    draft.ordinal = previous + 1 + i;
    return warn('label_restored', { label: labels[i]! }, { at: draft.source, draft });
  });
}
