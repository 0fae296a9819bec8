import { contains, type Range } from './address.ts';

/**
 * Finds the merge that covers a cell without ever spreading a merge over its cells: whole columns may be merged.
 * Every merge is filed under blocks as large as itself, so it stands in at most four of them, and a block holds only the
 * few merges of its own size that fit into it side by side.
 */
export function indexMerges(merges: readonly Range[]): (row: number, column: number) => Range | undefined {
  const levels = new Map<string, Level>();
  for (const merge of merges) {
    const [tall, wide] = [sizeClass(merge.bottom - merge.top + 1), sizeClass(merge.right - merge.left + 1)];
    const key = `${tall},${wide}`;
    const level = levels.get(key) ?? { tall, wide, blocks: new Map<number, Range[]>() };
    levels.set(key, level);
    for (let row = merge.top >> tall; row <= merge.bottom >> tall; row++) {
      for (let column = merge.left >> wide; column <= merge.right >> wide; column++) {
        file(level, row, column, merge);
      }
    }
  }
  return (row, column) => {
    for (const { tall, wide, blocks } of levels.values()) {
      const found = blocks.get(blockKey(row >> tall, column >> wide))?.find(merge => contains(merge, row, column));
      if (found) return found;
    }
    return undefined;
  };
}

interface Level {
  readonly tall: number;
  readonly wide: number;
  readonly blocks: Map<number, Range[]>;
}

/** Merges that do not overlap cannot be more in one block; overlapping ones, which no program writes, give way to the first. */
const mostInBlock = 16;

function file(level: Level, row: number, column: number, merge: Range): void {
  const key = blockKey(row, column);
  const block = level.blocks.get(key);
  if (!block) level.blocks.set(key, [merge]);
  else if (block.length < mostInBlock) block.push(merge);
}

const sizeClass = (length: number): number => Math.ceil(Math.log2(length));
const blockKey = (row: number, column: number): number => row * 32_768 + column;
