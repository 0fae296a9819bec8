import type { Column } from './cells.ts';
import type { SlotLine } from './cut-cells.ts';
import { type SlotMap, slotMapOf } from './slots.ts';

/** Lines that were laid out alike, and which columns their slots are. */
interface Stretch {
  readonly lines: readonly SlotLine[];
  readonly map: SlotMap;
}

const mostSplits = 5;
const longest = 3000;
/** What a further stretch must explain better, in cells. */
const splitCost = 2;

/**
 * Lines in stretches that were laid out alike: a new one begins where a page does, where lines have more or fewer cells,
 * and where the cells themselves say that the columns moved.
 */
export function stretchesOf(lines: readonly SlotLine[], columns: readonly Column[]): readonly Stretch[] {
  const runs: SlotLine[][] = [];
  for (const line of lines) {
    const current = runs.at(-1);
    if (current && !line.odd && current[0]!.width === line.width) current.push(line);
    else runs.push([line]);
  }
  const alike = Map.groupBy(lines, ({ width }) => width);
  return runs.flatMap(run => split(run, alike.get(run[0]!.width) ?? [], columns, mostSplits));
}

function split(
  lines: readonly SlotLine[],
  alike: readonly SlotLine[],
  columns: readonly Column[],
  left: number,
): readonly Stretch[] {
  const mapOf = (part: readonly SlotLine[], others: readonly SlotLine[]) =>
    slotMapOf(
      part.map(({ pieces }) => pieces),
      others.map(({ pieces }) => pieces),
      columns,
    );
  const whole = mapOf(lines, alike);
  const alone = mapOf(lines, []).score;
  let best: { at: number; score: number } | null = null;
  if (left > 0 && lines.length > 3 && lines.length <= longest) {
    const step = Math.max(1, Math.floor(lines.length / 100));
    for (let at = 1; at < lines.length; at += step) {
      const score = mapOf(lines.slice(0, at), []).score + mapOf(lines.slice(at), []).score;
      if (score > alone + splitCost && score > (best?.score ?? 0)) best = { at, score };
    }
  }
  if (!best) return [{ lines, map: whole.map }];
  const { at } = best;
  return [lines.slice(0, at), lines.slice(at)].flatMap(part => split(part, alike, columns, left - 1));
}
