import type { ReturnedForm } from '../../form/index.ts';
import type { BaseAnswer } from '../../merge/index.ts';
import { type AnswerField, answerFields, decisionKey } from '../../model/index.ts';
import type { Agreed, CellWrite, Corrections, Stray } from './plan.ts';
import type { Readable } from './reading.ts';

/** A row that no id tells from others, because somebody added or copied it: it is known by what it says, by column. */
interface NamelessRow {
  readonly sheetId: number;
  readonly row: number;
  readonly texts: Readonly<Record<string, string>>;
}

/** What is about to be sent, kept before it is: after an unclear failure it tells what to look for. */
export interface Intent {
  /** Also left in the spreadsheet by the batch itself. */
  readonly id: string;
  readonly writes: readonly CellWrite[];
  /** Rows that are put back. */
  readonly rowIds: readonly string[];
  /** What every row said when the spreadsheet was read for it, by `decisionKey`. */
  readonly seen: Readonly<Record<string, string>>;
  readonly nameless: readonly NamelessRow[];
  /** One that went astray, which this one mends: where this one is not carried out, that one still counts. */
  readonly earlier: Intent | null;
}

/** What stood there when an intent was made. */
export const seenIn = ({ returned, tables }: Readable): Pick<Intent, 'seen' | 'nameless'> => ({
  seen: Object.fromEntries(
    returned.rows.flatMap(row =>
      answerFields.flatMap(field => {
        const cell = row.cells[field];
        return cell ? [[decisionKey(row.rowId, field), cell.text] as const] : [];
      }),
    ),
  ),
  nameless: namelessIn({ returned, tables }),
});

const copiedIn = (rows: ReturnedForm['rows']): ReadonlySet<string> =>
  new Set([...Map.groupBy(rows, row => row.rowId)].flatMap(([rowId, list]) => (list.length > 1 ? [rowId] : [])));

function namelessIn({ returned, tables }: Pick<Readable, 'returned' | 'tables'>): readonly NamelessRow[] {
  const copied = copiedIn(returned.rows);
  return tables.flatMap(({ sheetId, columns, cells }) =>
    cells.rows
      .filter(({ row }) => row > columns.headerRow)
      .map(({ row, cells: list }) => ({
        sheetId,
        row,
        texts: Object.fromEntries(list.flatMap(({ column, text }) => (text === '' ? [] : [[String(column), text]]))),
      }))
      .filter(({ texts }) => {
        const id = texts[String(columns.idColumn)];
        return id === undefined ? Object.keys(texts).length > 0 : copied.has(id);
      }),
  );
}

/** A cell of a nameless row that is to say again what it said. */
export interface Repair {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface Resolution {
  /**
   * What the spreadsheet took over from us and still says. Where somebody has written over it since, that counts as written
   * over what was agreed on before, so that nothing is lost without a person having seen it.
   */
  readonly agreed: Agreed;
  /** Cells of other rows that got a value of ours because rows moved while it was under way. */
  readonly strayed: Corrections;
  readonly repairs: readonly Repair[];
  /** The intent that went astray and is yet to be mended. */
  readonly open: Intent | null;
}

const nothing: Resolution = { agreed: new Map(), strayed: {}, repairs: [], open: null };

/**
 * What became of an intent, by reading the spreadsheet again. A batch is done whole or not at all and leaves its id, so there is
 * no guessing; where the mark was taken away, any cell that now says what it was sent tells.
 */
export function resolveIntent(intent: Intent, operation: string | null, reading: Readable): Resolution {
  const { returned, tables } = reading;
  const rows = new Map(returned.rows.map(row => [row.rowId, row]));
  const textOf = (rowId: string, field: AnswerField): string | undefined => rows.get(rowId)?.cells[field]?.text;
  const done =
    operation === intent.id ||
    (operation === null && intent.writes.some(({ rowId, field, after }) => textOf(rowId, field) === after));
  if (!done) return intent.earlier ? resolveIntent(intent.earlier, operation, reading) : nothing;

  const ids = new Map(tables.map(({ sheet, sheetId }) => [sheet, sheetId]));
  const agreed = new Map<string, Partial<BaseAnswer>>();
  const strayed: Record<string, Stray> = {};
  const repairs: Repair[] = [];
  const repairOf = repairer(intent, namelessIn(reading));
  for (const write of intent.writes) {
    const { rowId, field, sheetId, row, after, value, agrees } = write;
    const now = rows.get(rowId);
    const says = textOf(rowId, field);
    const isThere = now && ids.get(now.sheet) === sheetId && now.row === row;
    // Rows moved between our read and our write, and another row got what was meant for this one.
    if (says === after) {
      if (agrees) agreed.set(rowId, { ...agreed.get(rowId), [field]: value });
      continue;
    }
    // It is not where it was meant to be: rows moved, or somebody has written over it. Of a word out of four that stands
    // elsewhere nothing follows while its own row has not moved.
    if (isThere && field === 'result') continue;
    const victim = victimOf(intent, returned.rows, write);
    const repair = victim === null ? repairOf(write) : null;
    if (victim !== null)
      strayed[decisionKey(victim, field)] = { stray: after, said: intent.seen[decisionKey(victim, field)] ?? '' };
    else if (repair) repairs.push(repair);
  }
  const isOpen = repairs.length > 0 || Object.keys(strayed).length > 0;
  return { agreed, strayed, repairs, open: isOpen ? intent : null };
}

function victimOf(
  { writes, seen }: Intent,
  rows: ReturnedForm['rows'],
  { rowId, field, after }: CellWrite,
): string | null {
  const copied = copiedIn(rows);
  const meant = new Set(writes.filter(write => write.field === field && write.after === after).map(each => each.rowId));
  const hit = rows.find(row => {
    const then = seen[decisionKey(row.rowId, field)];
    const got = row.cells[field]?.text === after && then !== undefined && then !== after;
    return row.rowId !== rowId && !meant.has(row.rowId) && !copied.has(row.rowId) && got;
  });
  return hit?.rowId ?? null;
}

const wholeOf = ({ sheetId, texts }: NamelessRow): string => JSON.stringify([sheetId, texts]);

/** Finds for each nameless row that has come to say something of ours the one that it was, each once. */
function repairer(intent: Intent, nameless: readonly NamelessRow[]): (write: CellWrite) => Repair | null {
  const still = new Set(nameless.map(wholeOf));
  const were = new Set(intent.nameless.map(wholeOf));
  const gone = new Set(intent.nameless.filter(row => !still.has(wholeOf(row))));
  const come = nameless.filter(row => !were.has(wholeOf(row)));
  const before = new Map<NamelessRow, NamelessRow>();
  return ({ sheetId, column, after }) => {
    const key = String(column);
    const sent = new Set(intent.writes.filter(write => write.sheetId === sheetId).map(write => String(write.column)));
    const rest = ({ texts }: NamelessRow): string =>
      JSON.stringify(Object.entries(texts).filter(([at]) => !sent.has(at)));
    for (const now of come.filter(row => row.sheetId === sheetId && row.texts[key] === after)) {
      const then = before.get(now) ?? [...gone].find(row => row.sheetId === sheetId && rest(row) === rest(now));
      if (!then || (then.texts[key] ?? '') === after) continue;
      before.set(now, then);
      gone.delete(then);
      return { sheetId, row: now.row, column, text: then.texts[key] ?? '' };
    }
    return null;
  };
}
