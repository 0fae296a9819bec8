import fc from 'fast-check';
import { blankContent, insertAt, type OutlineRow, settle } from '../../../admin/plan-tree/outline/index.ts';

/** A row of a test's tree; the text is the id unless another is given. */
export const rowOf = (id: string, parentId: string | null, position: number, set: Partial<OutlineRow> = {}) => ({
  ...blankContent,
  text: id,
  id,
  parentId,
  position,
  depth: 0,
  ...set,
});

/** Rows from lines indented by two blanks, each named by its text. */
export function treeOf(drawing: string): readonly OutlineRow[] {
  const path: string[] = [];
  const counts = new Map<string | null, number>();
  const rows = drawing
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => {
      const depth = (line.length - line.trimStart().length) / 2;
      const id = line.trim();
      path.length = depth;
      const parentId = path.at(-1) ?? null;
      path.push(id);
      const position = counts.get(parentId) ?? 0;
      counts.set(parentId, position + 1);
      return rowOf(id, parentId, position);
    });
  return settle(rows);
}

/** The drawing of rows, as `treeOf` reads it. */
export const drawn = (rows: readonly OutlineRow[]): string =>
  rows.map(row => `${'  '.repeat(row.depth)}${row.id}`).join('\n');

/** Trees of up to 30 rows of any shape. */
export const anyTree: fc.Arbitrary<readonly OutlineRow[]> = fc
  .array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 30 })
  .map(seeds =>
    seeds.reduce<readonly OutlineRow[]>((rows, [under, index], n) => {
      const parent = under % (n + 1);
      const parentId = parent === 0 ? null : `r${parent - 1}`;
      return insertAt(rows, rowOf(`r${n}`, parentId, 0), { parentId, index: index % 4 });
    }, []),
  );

/** A tree with one of its rows. */
export const treeWithRow = anyTree.chain(rows => fc.tuple(fc.constant(rows), fc.constantFrom(...rows.map(r => r.id))));
