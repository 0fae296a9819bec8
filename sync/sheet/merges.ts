import { contains, type Range } from './address.ts';

/**
 * Finds the range that covers a cell without ever spreading a range over its cells: whole columns may be merged or validated.
 * Every range is filed under blocks as large as itself, so it stands in at most four of them, and a block holds only the
 * few ranges of its own size that fit into it side by side.
 */
export function indexRanges<T>(entries: Iterable<readonly [Range, T]>): (row: number, column: number) => T | undefined {
  const levels = new Map<string, Level<T>>();
  for (const [range, value] of entries) {
    const [tall, wide] = [sizeClass(range.bottom - range.top + 1), sizeClass(range.right - range.left + 1)];
    const key = `${tall},${wide}`;
    const level = levels.get(key) ?? { tall, wide, blocks: new Map<number, Filed<T>[]>() };
    levels.set(key, level);
    for (let row = range.top >> tall; row <= range.bottom >> tall; row++) {
      for (let column = range.left >> wide; column <= range.right >> wide; column++) {
        file(level, row, column, { range, value });
      }
    }
  }
  const all = [...levels.values()];
  return (row, column) => {
    for (const { tall, wide, blocks } of all) {
      const found = blocks
        .get(blockKey(row >> tall, column >> wide))
        ?.find(({ range }) => contains(range, row, column));
      if (found) return found.value;
    }
    return undefined;
  };
}

/** The merge that covers a cell. */
export const indexMerges = (merges: readonly Range[]): ((row: number, column: number) => Range | undefined) =>
  indexRanges(merges.map(merge => [merge, merge]));

interface Filed<T> {
  readonly range: Range;
  readonly value: T;
}

interface Level<T> {
  readonly tall: number;
  readonly wide: number;
  readonly blocks: Map<number, Filed<T>[]>;
}

/** Ranges that do not overlap cannot be more in one block; overlapping ones, which no program writes, give way to the first. */
const mostInBlock = 16;

function file<T>(level: Level<T>, row: number, column: number, filed: Filed<T>): void {
  const key = blockKey(row, column);
  const block = level.blocks.get(key);
  if (!block) level.blocks.set(key, [filed]);
  else if (block.length < mostInBlock) block.push(filed);
}

const sizeClass = (length: number): number => Math.ceil(Math.log2(length));
const blockKey = (row: number, column: number): number => row * 32_768 + column;
