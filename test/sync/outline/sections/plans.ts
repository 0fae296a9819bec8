import { type GridCell, makeGrid } from '../../../../sync/outline/grid.ts';
import { type Block, interpretDocument, type PlanDocumentReading } from '../../../../sync/outline/index.ts';
import { opened, type Reading } from '../plan-tables.ts';

/** Paragraphs, as a word processor gives them. */
export const texts = (...list: readonly string[]): readonly Block[] =>
  list.map((text, i) => ({ kind: 'paragraph', text, place: { line: i + 1 }, whole: true, indent: 0 }));

const wrapped = 30;

/** Lines of a text without paragraphs, as wide as the page where they were wrapped; blanks in front set them in. */
export const lines = (...list: readonly string[]): readonly Block[] =>
  list.map((text, i) => ({
    kind: 'paragraph',
    text: text.trim(),
    place: { page: 1, line: i + 1 },
    whole: false,
    full: text.length > wrapped,
    indent: text.length - text.trimStart().length,
  }));

/** A table of a document; a cell of null goes on with the one above it, and an empty one is blank. */
export function table(name: string, ...rows: readonly (readonly (string | null)[])[]): Block {
  const cells = rows.flatMap((row, i) =>
    row.flatMap((text, j): GridCell[] => {
      if (!text) return [];
      const below = rows.slice(i + 1).findIndex(next => next[j] !== null);
      const down = below < 0 ? rows.length - i - 1 : below;
      return [{ text, top: i + 1, left: j + 1, bottom: i + 1 + down, right: j + 1 }];
    }),
  );
  const grid = makeGrid({ name, visible: true, cells, isRowHidden: () => false });
  return { kind: 'table', grid, place: {}, placeOf: () => ({}) };
}

export const read = (blocks: readonly Block[], fileName = '計畫.docx'): Reading =>
  opened(interpretDocument({ blocks }, fileName));

/** Issues as `code place at`. */
export const doubtsOf = ({ issues }: Pick<PlanDocumentReading, 'issues'>): readonly string[] =>
  issues.map(({ code, sheet, row, column, page, line, at }) =>
    [code, sheet, row, column, page && `p${page}`, line && `l${line}`, at].filter(part => part !== undefined).join(' '),
  );
