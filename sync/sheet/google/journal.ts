import type { BaseAnswer, BaseRow, OursRow } from '../../merge/index.ts';
import { sameAnswer } from '../../merge/same.ts';
import { type AnswerField, decisionKey } from '../../model/index.ts';
import type { Agreed, CellWrite, Corrections, Stray } from './plan.ts';
import type { Readable } from './reading.ts';
import { blanksIn, copiedIn, type Pair, pairsOf, rowsIn, type SeenRow, type Sent } from './seen-rows.ts';

/** A cell that is to say again what it said: that of a row which no id tells from others. */
export interface Repair extends Sent {
  readonly column: number;
}

/** What is about to be sent, kept before it is: after an unclear failure it tells what to look for. */
export interface Intent {
  /** Also left in the spreadsheet by the batch itself. */
  readonly id: string;
  readonly writes: readonly CellWrite[];
  readonly repairs: readonly Repair[];
  /** Rows that are put back. */
  readonly rowIds: readonly string[];
  /** How every row stood when the spreadsheet was read for it. */
  readonly seen: readonly SeenRow[];
  /** One that went astray, which this one mends: where this one is not carried out, that one still counts. */
  readonly earlier: Intent | null;
}

/** An intent that was kept as JSON. An earlier version knew less of the rows, and finds nothing that went astray. */
export function intentOf(json: string): Intent {
  const kept = JSON.parse(json) as Intent;
  return Array.isArray(kept.seen) ? kept : { ...kept, repairs: [], seen: [], earlier: null };
}

export interface Resolution {
  /**
   * What the spreadsheet took over from us and still says. Where somebody has written over it since, that counts as written
   * over what was agreed on before, so that nothing is lost without a person having seen it. Where nobody can tell in which row
   * it was written over, every row of its tab that says something new counts as having said what was sent.
   */
  readonly agreed: Agreed;
  /** Cells of other rows that got a value of ours because rows moved while it was under way. */
  readonly strayed: Corrections;
  readonly repairs: readonly Repair[];
  /** The intent that went astray and is yet to be mended. */
  readonly open: Intent | null;
}

interface Sides {
  readonly base: ReadonlyMap<string, BaseRow>;
  readonly ours: ReadonlyMap<string, OursRow>;
}

const nothing: Resolution = { agreed: new Map(), strayed: {}, repairs: [], open: null };

/**
 * What became of an intent, by reading the spreadsheet again. A batch is done whole or not at all and leaves its id, so there is
 * no guessing; where the mark was taken away, any cell that now says what it was sent tells.
 */
export function resolveIntent(intent: Intent, operation: string | null, reading: Readable, sides: Sides): Resolution {
  const sent: readonly Sent[] = [...intent.writes, ...intent.repairs];
  const nows = rowsIn(reading);
  const byId = Map.groupBy(nows, ({ rowId }) => rowId);
  const says = ({ rowId, field, after }: CellWrite): boolean =>
    (byId.get(rowId) ?? []).some(now => now.answers[field] === after);
  const done = operation === intent.id || (operation === null && intent.writes.some(says));
  if (!done) return intent.earlier ? resolveIntent(intent.earlier, operation, reading, sides) : nothing;

  const blanks = sent.some(({ after }) => after === '') ? blanksIn(reading, intent.seen) : [];
  const pairs = pairsOf(intent.seen, [...nows, ...blanks], sent);
  const agreed = new Map<string, Partial<BaseAnswer>>();
  const agree = (rowId: string, field: AnswerField, value: string | null): void => {
    agreed.set(rowId, { ...agreed.get(rowId), [field]: value });
  };
  const strays = straysAmong(intent, pairs, reading);
  /** It is not where it was meant to be: rows moved and another row got it, or somebody has written over it, wherever that was. */
  const astray = (sent: Sent, value: string | null): void => {
    if (strays.take(sent)) return;
    for (const rowId of rewritten(pairs, sent, value, sides)) agree(rowId, sent.field, value);
  };
  for (const write of intent.writes) {
    const { rowId, field, sheetId, row, value, agrees } = write;
    if (says(write)) {
      if (agrees) agree(rowId, field, value);
      continue;
    }
    const isThere = (byId.get(rowId) ?? []).some(now => now.sheetId === sheetId && now.row === row);
    // Of a word out of four that stands elsewhere nothing follows while its own row has not moved.
    if (!isThere || field !== 'result') astray(write, value);
    // What it was to put right is still wrong.
    if (write.said === null) continue;
    for (const { now } of pairs)
      if (now.rowId === rowId && now.answers[field] === write.before) strays.mend(now, field, write.before, write.said);
  }
  for (const repair of intent.repairs) {
    const { sheetId, row, field, after } = repair;
    const own = pairs.filter(({ then }) => then.sheetId === sheetId && then.row === row);
    if (own.length === 0 || own.some(({ now }) => now.answers[field] === after)) continue;
    // Nobody can tell a word out of four that was sent from one that was chosen.
    if (field !== 'result') astray(repair, after);
    for (const { then, now } of own)
      if (now.answers[field] === then.answers[field]) strays.mend(now, field, now.answers[field] ?? '', after);
  }
  const { strayed, repairs } = strays;
  const isOpen = repairs.length > 0 || Object.keys(strayed).length > 0;
  return { agreed, strayed, repairs, open: isOpen ? intent : null };
}

/** Finds the rows that got what was not meant for them, each cell once, and what they are to say again. */
function straysAmong({ writes, repairs: mends }: Intent, pairs: readonly Pair[], { tables }: Readable) {
  const copied = copiedIn(pairs.map(({ now }) => now));
  const columns = new Map(tables.map(table => [table.sheetId, table.columns.at]));
  const strayed: Record<string, Stray> = {};
  const repairs: Repair[] = [];
  const found = new Set<string>();
  const key = ({ sheetId, row }: Pick<Sent, 'sheetId' | 'row'>, field: AnswerField): string =>
    JSON.stringify([sheetId, row, field]);
  // Of a cell that was to be put right, what it said then was wrong already.
  const right = new Map([
    ...mends.map(mend => [key(mend, mend.field), mend.after] as const),
    ...writes.flatMap(write => (write.said === null ? [] : [[key(write, write.field), write.said] as const])),
  ]);
  const mend = (now: SeenRow, field: AnswerField, stray: string, said: string): void => {
    const column = columns.get(now.sheetId)?.get(field);
    if (now.rowId !== null && !copied.has(now.rowId)) strayed[decisionKey(now.rowId, field)] = { stray, said };
    else if (column !== undefined) repairs.push({ sheetId: now.sheetId, row: now.row, column, field, after: said });
  };
  const take = ({ sheetId, row, field, after }: Sent): boolean => {
    const meant = new Set(writes.flatMap(each => (each.field === field && each.after === after ? [each.rowId] : [])));
    const got = pairs.filter(({ then, now }) => {
      const isOwn = then.sheetId === sheetId && then.row === row;
      const isMeant = then.rowId !== null && meant.has(then.rowId);
      return !isOwn && !isMeant && now.answers[field] === after && then.answers[field] !== after;
    });
    const hit = got.find(({ then }) => !found.has(key(then, field)))?.then;
    if (!hit) return false;
    const at = key(hit, field);
    found.add(at);
    for (const { then, now } of got)
      if (then === hit) mend(now, field, after, right.get(at) ?? then.answers[field] ?? '');
    return true;
  };
  return { take, mend, strayed, repairs };
}

/** Rows whose new text would be taken unasked, though it may have been written over a value of ours that was not meant for them. */
const rewritten = (
  pairs: readonly Pair[],
  { sheetId, field }: Sent,
  value: string | null,
  { base, ours }: Sides,
): readonly string[] =>
  pairs.flatMap(({ then, now }) => {
    const { rowId } = now;
    const isNew = then.sheetId === sheetId && now.answers[field] !== then.answers[field];
    if (rowId === null || !isNew || now.answers[field] === undefined) return [];
    const [agreed, stands] = [base.get(rowId)?.answer[field] ?? null, ours.get(rowId)?.answer[field] ?? null];
    return sameAnswer(field, agreed, stands) && !sameAnswer(field, value, stands) ? [rowId] : [];
  });
