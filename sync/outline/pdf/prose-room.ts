import type { PageLine, Sketch } from './sketch.ts';
import type { Room } from './wrapping.ts';

/** So many lines that end at one place were wrapped there. */
const enough = 3;
/** Words, digits and marks that may not be parted leave so much of a full line free, in the size of the text. */
const slack = 2;

/** Where the lines of paragraphs begin and end, for pages of each width on their own. */
export function proseRoom(lines: readonly PageLine[], pages: readonly Sketch[]): (line: PageLine) => Room {
  const widths = new Map(pages.map(({ page, width }) => [page, Math.round(width)]));
  const widthOf = ({ page }: PageLine): number => widths.get(page)!;
  const rooms = new Map(
    [...Map.groupBy(lines, widthOf)].map(([width, found]) => [width, roomOn(width, found)] as const),
  );
  return line => rooms.get(widthOf(line))!;
}

/**
 * The right margin is as wide as the left one, unless lines show where they end: where they reach further, or where several
 * end at one place before it.
 */
function roomOn(width: number, lines: readonly PageLine[]): Room {
  const left = lines.reduce((least, line) => Math.min(least, line.left), width);
  const mirrored = width - left;
  const ends = lines.map(({ right, size }) => ({ right, size })).sort((a, b) => b.right - a.right);
  const [furthest] = ends;
  if (!furthest) return { left, right: mirrored };
  const em = furthest.size;
  const shared = ends.find(({ right }, i) => (ends[i + enough - 1]?.right ?? -1) > right - 1.5 * em);
  const room = (right: number): Room => ({ left, right: right - slack * em });
  if (furthest.right < mirrored - 3 * em) return room(shared === furthest ? furthest.right : mirrored);
  const reaches = furthest.right > mirrored + 2 * em && shared && shared.right > mirrored - 3 * em;
  return room(reaches ? shared.right : furthest.right);
}
