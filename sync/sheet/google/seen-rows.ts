import type { ColumnField } from '../../form/columns.ts';
import { assign } from '../../form/identify/assign.ts';
import { type AnswerField, answerFields } from '../../model/index.ts';
import type { Readable } from './reading.ts';

/** A row of a form as it stood when the spreadsheet was read. */
export interface SeenRow {
  readonly sheetId: number;
  readonly row: number;
  /** Null of a row that somebody added. */
  readonly rowId: string | null;
  /** What it answers; a field whose column is not there is left out. */
  readonly answers: Readonly<Partial<Record<AnswerField, string>>>;
  /** All else it says, which is what a row without an id, or with that of another, is known by. */
  readonly rest: string;
}

/** A value that was sent to where a row stood. */
export interface Sent {
  readonly sheetId: number;
  readonly row: number;
  readonly field: AnswerField;
  readonly after: string;
}

/** A row before something was sent, and what has become of it. */
export interface Pair {
  readonly then: SeenRow;
  readonly now: SeenRow;
}

/** Evidence may be sent together with answers. */
const alsoSent: ReadonlySet<ColumnField> = new Set<ColumnField>([...answerFields, 'evidence']);

type Readings = Pick<Readable, 'returned' | 'tables'>;

/** The rows that say anything. */
export function rowsIn({ returned, tables }: Readings): readonly SeenRow[] {
  const known = new Map(returned.rows.map(row => [JSON.stringify([row.sheet, row.row]), row]));
  return tables.flatMap(({ sheet, sheetId, columns, cells }) => {
    const sent = new Set([...columns.at].flatMap(([field, column]) => (alsoSent.has(field) ? [column] : [])));
    return cells.rows.flatMap(({ row, cells: all }): SeenRow[] => {
      const texts = all.filter(({ text }) => text !== '');
      if (row <= columns.headerRow || texts.length === 0) return [];
      const issued = known.get(JSON.stringify([sheet, row]));
      const answers = answerFields.flatMap(field => {
        const column = columns.at.get(field);
        if (column === undefined) return [];
        return [[field, issued?.cells[field]?.text ?? texts.find(cell => cell.column === column)?.text ?? ''] as const];
      });
      const rest = texts.filter(({ column }) => !sent.has(column)).map(({ text }) => text);
      return [
        {
          sheetId,
          row,
          rowId: issued?.rowId ?? null,
          answers: Object.fromEntries(answers),
          rest: JSON.stringify(rest),
        },
      ];
    });
  });
}

/** Blank rows where others stood before, and one below all: a row that was left blank by what was sent may be any of them. */
export function blanksIn({ tables }: Readings, thens: readonly SeenRow[]): readonly SeenRow[] {
  return tables.flatMap(({ sheetId, columns, cells, lastRow }) => {
    const stood = thens.filter(then => then.sheetId === sheetId).map(({ row }) => row);
    const answers = Object.fromEntries(answerFields.flatMap(field => (columns.at.has(field) ? [[field, '']] : [])));
    return [...new Set([...stood, lastRow + 1])]
      .filter(row => row > columns.headerRow && (cells.row(row)?.cells ?? []).every(({ text }) => text === ''))
      .map(row => ({ sheetId, row, rowId: null, answers, rest: '[]' }));
  });
}

/** Rows as they are kept for later: what is told by its id needs nothing else. */
export function toKeep(rows: readonly SeenRow[]): readonly SeenRow[] {
  const copied = copiedIn(rows);
  return rows.map(row => (row.rowId === null || copied.has(row.rowId) ? row : { ...row, rest: '' }));
}

/** Ids of rows that stand there more than once. */
export const copiedIn = (rows: readonly SeenRow[]): ReadonlySet<string> =>
  new Set(
    [...Map.groupBy(rows, row => row.rowId)].flatMap(([rowId, list]) => (rowId && list.length > 1 ? [rowId] : [])),
  );

/**
 * Which row each one was. An id tells, unless several had it or none; those are told by what else they say, and by what was sent
 * into one place. Of rows that are alike but for what was written over, as copies are, no single one can be told; where each is
 * taken for one that it may have been, together they say again what they said.
 */
export function pairsOf(thens: readonly SeenRow[], nows: readonly SeenRow[], sent: readonly Sent[]): readonly Pair[] {
  const copied = copiedIn(thens);
  const isTold = ({ rowId }: SeenRow): boolean => rowId !== null && !copied.has(rowId);
  const told = new Map(thens.filter(isTold).map(then => [then.rowId, then]));
  const byId = nows.flatMap(now => {
    const then = told.get(now.rowId);
    return then ? [{ then, now }] : [];
  });
  const places = Map.groupBy(sent, placeOf);
  const [from, to] = [thens.filter(then => !isTold(then)), nows.filter(now => !told.has(now.rowId))];
  const still = untouched(from, to, places);
  const [gone, here] = [new Set(still.map(({ then }) => then)), new Set(still.map(({ now }) => now))];
  const moved = bestPairs(
    from.filter(then => !gone.has(then)),
    to.filter(now => !here.has(now)),
    places,
  );
  return [...byId, ...still, ...moved];
}

type Places = ReadonlyMap<string, readonly Sent[]>;

/** Rows that stand where they stood and got nothing: not worth comparing with all others. */
function untouched(thens: readonly SeenRow[], nows: readonly SeenRow[], places: Places): readonly Pair[] {
  const at = new Map(thens.filter(then => !places.has(placeOf(then))).map(then => [placeOf(then), then]));
  return nows.flatMap(now => {
    const then = at.get(placeOf(now));
    return then && likeness(then, now, places) === likenesses.stayed ? [{ then, now }] : [];
  });
}

const isEmpty = ({ rest, answers }: SeenRow): boolean =>
  rest === '[]' && Object.values(answers).every(text => text === '');

function bestPairs(thens: readonly SeenRow[], nows: readonly SeenRow[], places: Places): readonly Pair[] {
  const edges = nows.flatMap((now, row) =>
    thens.flatMap((then, column) => {
      const worth = likeness(then, now, places);
      return worth > 0 ? [{ row, column, worth }] : [];
    }),
  );
  return assign(nows.length, edges).flatMap((taken, row): Pair[] => {
    // What is left over and says something was copied since.
    const isBlank = isEmpty(nows[row]!);
    const origin = isBlank ? undefined : edges.find(edge => edge.row === row && edge.worth >= likenesses.sent)?.column;
    const [then, now] = [thens[taken ?? origin ?? -1], nows[row]];
    return then && now ? [{ then, now }] : [];
  });
}

/** What a row may have become of another by, each worth more than all that is below it can add up to for a single row. */
const likenesses = { stayed: 500, unchanged: 400, sent: 200, edited: 1 } as const;

/** How well a row may have come of another. */
function likeness(then: SeenRow, now: SeenRow, places: Places): number {
  if (then.sheetId !== now.sheetId || then.rowId !== now.rowId || then.rest !== now.rest) return 0;
  const different = answerFields.filter(field => then.answers[field] !== now.answers[field]);
  const isBy = (place: readonly Sent[]): boolean =>
    place.every(({ field, after }) => now.answers[field] === after) &&
    different.every(field => place.some(each => each.field === field));
  if (then.row === now.row && isBy(places.get(placeOf(then)) ?? [])) return likenesses.stayed;
  if (different.length === 0) return likenesses.unchanged;
  const isSent = [...places.values()].some(place => place[0]?.sheetId === then.sheetId && isBy(place));
  // Where either may be, that one which had more to lose.
  const said = different.filter(field => then.answers[field]).length;
  return (isSent ? likenesses.sent : likenesses.edited) + said;
}

const placeOf = ({ sheetId, row }: Pick<SeenRow, 'sheetId' | 'row'>): string => `${sheetId} ${row}`;
