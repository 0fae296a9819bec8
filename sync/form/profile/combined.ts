import { type Marked, type MarkKind, markRank, parseMark } from '../../model/index.ts';
import { markedOf } from './asked.ts';
import { plainTitle } from './titles.ts';

/** What a cell of a column for items and key points says of either; null where it leaves one as it was. */
export interface CombinedHeading {
  readonly item: Marked | null;
  readonly keyPoint: Marked | null;
  /** Kind of the item's mark. */
  readonly kind: MarkKind | null;
}

/** A title such as 執行要項及重點 stands over items and key points, on lines of one cell. */
export const isCombinedTitle = (title: string): boolean =>
  /(?:要項|項目|要領|策略|構面).{0,3}(?:重點|方法|要點|指標)$/.test(plainTitle(title));

/**
 * Splits the lines of a cell by their marks: those of the outer kind are the item, the deeper ones the key point.
 * @param itemKind kind of the items above; a mark deeper than it begins a key point, though no item stands before it
 */
export function splitHeading(text: string, itemKind: MarkKind | null): CombinedHeading {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const first = parseMark(lines[0] ?? '')?.kind ?? null;
  if (first !== null && itemKind !== null && markRank(first) > markRank(itemKind)) {
    return { item: null, keyPoint: markedOf(text), kind: itemKind };
  }
  const at = lines.findIndex((line, i) => i > 0 && isDeeper(parseMark(line)?.kind ?? null, first));
  const isPlainPair = first === null && at < 0 && lines.length === 2;
  const split = isPlainPair ? 1 : at;
  if (split < 0) return { item: markedOf(text), keyPoint: null, kind: first };
  const [item, keyPoint] = [lines.slice(0, split), lines.slice(split)].map(part => markedOf(part.join('\n')));
  return { item: item!, keyPoint: keyPoint!, kind: first };
}

const isDeeper = (kind: MarkKind | null, than: MarkKind | null): boolean =>
  kind !== null && (than === null || markRank(kind) > markRank(than));
