import { type MarkKind, markRank, parseMark } from '../../../model/index.ts';
import type { Block as DrawnBlock } from '../../pdf/share-rows.ts';
import { endsSentence } from '../join.ts';

/** What one printed line says in one column. */
export interface Printed {
  readonly text: string;
  /** Its number in the file, from 1. */
  readonly line: number;
  /** Its place from the top, blank lines counted. */
  readonly at: number;
  /** Counts the stretches between blank lines. */
  readonly stretch: number;
}

/** Lines of one column that belong together. */
export interface Block {
  readonly first: number;
  readonly last: number;
  readonly lines: readonly Printed[];
}

/** The lines of a column as texts: each begins with a mark, or where nothing lets the one before go on. */
export function toBlocks(
  lines: readonly Printed[],
  isOne: (before: Printed, next: Printed) => boolean,
): readonly Block[] {
  const outermost = outermostKind(lines);
  const isMarked = ({ text }: Printed): boolean => {
    const mark = parseMark(text);
    return mark !== null && markRank(mark.kind) <= markRank(outermost ?? mark.kind);
  };
  const isWithin = (line: Printed): boolean => parseMark(line.text) !== null && !isMarked(line);
  const marked = lines.filter(isMarked).length * 2 > lines.filter(line => !isWithin(line)).length;
  const groups: Printed[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const near = before !== undefined && line.at - before.at <= (marked ? 3 : 2);
    if (
      near &&
      !isMarked(line) &&
      (before.stretch === line.stretch
        ? marked || isWithin(line) || isOne(before, line)
        : marked && !endsSentence(before.text))
    )
      group!.push(line);
    else groups.push([line]);
  }
  return groups.map(group => ({ first: group[0]!.at, last: group.at(-1)!.at, lines: group }));
}

/** The kind of the marks that begin the texts of a column; others number what stands within those. */
function outermostKind(lines: readonly Printed[]): MarkKind | null {
  const kinds = lines.flatMap(({ text }) => parseMark(text)?.kind ?? []);
  const usual = kinds.filter(kind => kinds.filter(other => other === kind).length > 1);
  return (usual.length > 0 ? usual : kinds).toSorted((a, b) => markRank(a) - markRank(b))[0] ?? null;
}

/** How far from each other lines stand on paper, in points. */
const leading = 15;
const size = 10;

/** The same as it would stand on paper. */
export const blockOf = ({ first, last, lines }: Block, column: number): DrawnBlock => ({
  column,
  top: first * leading,
  bottom: last * leading,
  lines: lines.map(({ text, at }) => ({ text, runs: [], left: 0, right: 0, baseline: at * leading, size })),
});
