import type { DocumentTable } from '../document.ts';
import { makeGrid } from '../grid.ts';
import { memberFieldOf } from '../sections/task-force.ts';
import type { TextLine } from './lines.ts';
import { solid } from './width.ts';

/** A list of members and the lines that it takes. */
interface MemberList {
  readonly table: DocumentTable;
  readonly end: number;
}

const person =
  /(?:長|主任|秘書|承辦|承辦人|人員|幹事|專員|科員|課員|組員|辦事員|技士|技正|技佐|參議|股長|委員|顧問|代表|志工)$/;
const role =
  /^(?:(?:正|副|總|兼|執行)?(?:召集人|組長|主任委員|主持人|執行長|執行秘書|秘書|總幹事|幹事|領隊|隊長)|副(?:召集人|組長|執行秘書|總幹事)|組員|委員|成員|隊員|顧問|聯絡人|承辦人|承辦人員)$/;
const remark = /^(?:兼任?|專任|派兼)$/;

/** The list of members whose headings stand at a line: in one line with blanks or tabs between them, or one below the other. */
export function membersAt(lines: readonly TextLine[], start: number): MemberList | null {
  const header = headerAt(lines, start);
  if (!header) return null;
  const { headings } = header;
  const rows: { line: number; cells: string[] }[] = [];
  let end = header.end;
  for (; end < lines.length; end++) {
    const line = lines[end]!;
    if (line.mark) break;
    const words = line.raw
      .trim()
      .split(/[\s|│]+/)
      .filter(word => word !== '');
    const first = words[0]!;
    if (role.test(first)) rows.push({ line: line.line, cells: [first] });
    const row = rows.at(-1);
    const rest = role.test(first) ? words.slice(1) : words;
    if (!row || (!role.test(first) && isWhole(row.cells, headings) && rest.length !== 1)) break;
    for (const word of rest) addTo(row.cells, word, headings);
  }
  if (rows.length === 0) return null;
  return { table: tableOf(headings, rows, lines[start]!.line), end };
}

function headerAt(lines: readonly TextLine[], start: number): { headings: readonly string[]; end: number } | null {
  let headings: readonly string[] = [];
  for (let end = start; end < Math.min(lines.length, start + 6); end++) {
    const line = lines[end]!;
    if (line.mark || line.width > 60) break;
    const words = wordsOf(line.raw);
    if (!words) break;
    headings = [...headings, ...words];
    const fields = new Set(headings.map(memberFieldOf));
    const named = (fields.has('title') || fields.has('member')) && fields.size >= 3;
    const next = lines[end + 1];
    if (named && !(next && wordsOf(next.raw))) return { headings, end: end + 1 };
  }
  return null;
}

/** The headings of a line, spread ones (職 稱) put together; null when it holds anything else. */
function wordsOf(raw: string): readonly string[] | null {
  const parts = raw
    .trim()
    .split(/[\s|│]+/)
    .filter(word => word !== '');
  const words: string[] = [];
  for (let i = 0; i < parts.length; ) {
    const count = [1, 2, 3, 4].find(
      n => i + n <= parts.length && memberFieldOf(parts.slice(i, i + n).join('')) !== null,
    );
    if (count === undefined) return null;
    words.push(parts.slice(i, i + count).join(''));
    i += count;
  }
  return words;
}

/** Title, then the member until a word that calls a person, then what he does; what is left are remarks. */
function addTo(cells: string[], word: string, headings: readonly string[]): void {
  const member = headings.findIndex(heading => memberFieldOf(heading) === 'member');
  const last = cells.length - 1;
  const remarks = headings.findIndex(heading => memberFieldOf(heading) === 'remarks');
  if (last === member && !person.test(cells[last]!)) cells[last] += word;
  else if (remarks > last && remark.test(word)) cells[remarks] = word;
  else if (last + 1 < headings.length && last + 1 !== remarks) cells.push(word);
  else cells[last] += word;
}

const isWhole = (cells: readonly string[], headings: readonly string[]): boolean =>
  cells.length >= headings.filter(heading => memberFieldOf(heading) !== 'remarks').length;

function tableOf(
  headings: readonly string[],
  rows: readonly { readonly line: number; readonly cells: readonly string[] }[],
  line: number,
): DocumentTable {
  const texts = [headings, ...rows.map(({ cells }) => cells)];
  const cells = texts.flatMap((list, r) =>
    list.flatMap((text, c) =>
      solid(text ?? '') === '' ? [] : [{ text, top: r + 1, bottom: r + 1, left: c + 1, right: c + 1 }],
    ),
  );
  return {
    kind: 'table',
    grid: makeGrid({ name: '編組表', visible: true, cells, isRowHidden: () => false }),
    place: { line },
    placeOf: row => ({ line: rows[row - 2]?.line ?? line }),
  };
}
