import { asideIn } from './aside.ts';
import { splitCell } from './cell-outline.ts';
import { checkMonthsOf } from './check-months.ts';
import type { Draft } from './draft.ts';
import { Ladder } from './ladder.ts';
import { excerpt, inform, type Note, warn } from './note.ts';
import type { Text } from './sections/piece.ts';
import { unitsOf } from './unit-cells.ts';
import { liftUnits, takeUnitsBehind } from './units-behind.ts';

/** From this depth on a paragraph without mark is the body of the title above it and no node of its own. */
const stepDepth = 2;

/** Reads numbered paragraphs into a tree, for a plan that has no table. */
export function readOutline(texts: readonly Text[]): {
  readonly items: readonly Draft[];
  readonly notes: readonly Note[];
} {
  const items: Draft[] = [];
  const ladder = new Ladder(items);
  const notes: Note[] = [];
  const depths = new Map<Draft, number>();
  let current: Draft | null = null;
  for (const { text, where } of texts) {
    const source = { where };
    const segments = splitCell(text, ordinal => ladder.expects(ordinal));
    for (const segment of segments) {
      if (segment.mark === null) {
        if (current === null) notes.push(inform('row_outside', { text: excerpt(text) }, { at: source }));
        else if (sayAside(segment.text, current, notes, where)) continue;
        else if (depths.get(current)! >= stepDepth) current.text += `${current.text === '' ? '' : ' '}${segment.text}`;
        else ladder.place([segment], null, source, true);
        continue;
      }
      const [placed] = ladder.place([segment], null, source, true);
      current = placed!.draft;
      depths.set(current, placed!.parent === null ? 0 : (depths.get(placed!.parent) ?? 0) + 1);
      const place = { at: source, draft: current };
      if (placed!.outOfPlace) notes.push(warn('mark_unexpected', { label: current.label ?? '' }, place));
      if (segment.guessed) notes.push(inform('mark_guessed', { label: current.label ?? '' }, place));
    }
  }
  liftUnits(items);
  takeUnitsBehind(items);
  return { items, notes };
}

/** 主辦單位：秘書室 on a line of its own is said of the node above. */
function sayAside(text: string, of: Draft, notes: Note[], where: Text['where']): boolean {
  const aside = asideIn(text);
  if (!aside) return false;
  const { field, value } = aside;
  if (field === 'unit' || field === 'assist') {
    of.units.push(...unitsOf(value).units.filter(name => !of.units.includes(name)));
  } else if (field === 'deadline') {
    const { months, cadence, doubt } = checkMonthsOf(value);
    of.checkMonths.push(...months.filter(month => !of.checkMonths.includes(month)));
    of.cadence.push(...cadence);
    if (doubt === 'unclear') {
      of.remarks.push(text);
      notes.push(warn('deadline_unclear', { text: excerpt(value) }, { at: { where }, draft: of }));
    }
  } else if (field === 'remarks' && /^備/.test(text)) of.remarks.push(value);
  else return false;
  return true;
}
