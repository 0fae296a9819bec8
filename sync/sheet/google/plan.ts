import { type ReturnedForm, resultWords } from '../../form/index.ts';
import type { BaseAnswer, BaseRow, OursRow } from '../../merge/index.ts';
import { mergeForm } from '../../merge/index.ts';
import {
  type AnswerField,
  answerFields,
  type ChangePlan,
  decisionKey,
  type FieldChange,
  type Result,
  type RowChange,
} from '../../model/index.ts';
import { parseAddress } from '../index.ts';
import type { SheetReading, TabTable } from './reading.ts';

type Value = string | null;

/** One cell that is to say something else. `before` is what it said when it was read, `after` how `value` stands in it. */
export interface CellWrite {
  readonly rowId: string;
  readonly field: AnswerField;
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly before: string;
  readonly after: string;
  readonly value: Value;
  /** Once it is there, both sides agree on it; not so where it only takes a stray value out again. */
  readonly agrees: boolean;
  /** What the cell said before a value that was not meant for it fell into it; null where none did. */
  readonly said: string | null;
}

/** Values that both sides say, by row: what the next merge starts from. */
export type Agreed = ReadonlyMap<string, Partial<BaseAnswer>>;

/** What a sync would do, and what keeps it from being done by itself. */
export interface SyncPlan {
  /** What the spreadsheet brings: `theirs` and `conflict` are for us to take. */
  readonly changes: ChangePlan;
  /** Cells that only we changed, or that somebody's stray write must be taken out of. */
  readonly writes: readonly CellWrite[];
  /** Rows that are no longer in the spreadsheet. */
  readonly missing: readonly string[];
  readonly agreed: Agreed;
}

/** A value of ours that landed in a cell it was not meant for, and what the cell said before. */
export interface Stray {
  readonly stray: string;
  readonly said: string;
}

/** Cells that count as saying what they said before, by `decisionKey`, as long as nobody has changed them since. */
export type Corrections = Readonly<Record<string, Stray>>;

/** How a value stands in a cell. */
export const cellText = (field: AnswerField, value: Value): string =>
  field === 'result' && value !== null ? (resultWords[value as Result] ?? value) : (value ?? '');

/** Those that still say what was not meant for them. */
const holding = (corrections: Corrections, { rows }: ReturnedForm): ReadonlyMap<string, string> =>
  new Map(
    rows.flatMap(row =>
      answerFields.flatMap(field => {
        const key = decisionKey(row.rowId, field);
        const correction = corrections[key];
        return correction && row.cells[field]?.text === correction.stray ? [[key, correction.said] as const] : [];
      }),
    ),
  );

const corrected = (returned: ReturnedForm, corrections: ReadonlyMap<string, string>): ReturnedForm =>
  corrections.size === 0
    ? returned
    : {
        ...returned,
        rows: returned.rows.map(row => ({
          ...row,
          cells: Object.fromEntries(
            Object.entries(row.cells).map(([field, cell]) => {
              const text = corrections.get(decisionKey(row.rowId, field as AnswerField));
              return [field, cell && text !== undefined ? { ...cell, text, formula: null, doubt: null } : cell];
            }),
          ) as typeof row.cells,
        })),
      };

interface Place {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly merged: boolean;
}

function placesOf(returned: ReturnedForm, tables: readonly TabTable[]): ReadonlyMap<string, Place> {
  const ids = new Map(tables.map(({ sheet, sheetId }) => [sheet, sheetId]));
  return new Map(
    returned.rows.flatMap(row =>
      (Object.entries(row.cells) as [AnswerField, (typeof row.cells)[AnswerField]][]).flatMap(([field, cell]) => {
        const at = cell && parseAddress(cell.cell);
        const sheetId = ids.get(row.sheet);
        if (!cell || !at || sheetId === undefined) return [];
        return [[decisionKey(row.rowId, field), { sheetId, ...at, text: cell.text, merged: cell.doubt === 'merged' }]];
      }),
    ),
  );
}

/** What a cell is to say once the sync is done; null where a person decides first. */
function wanted({ field, outcome, ours, theirs }: FieldChange, correction: string | undefined): Value | undefined {
  if (outcome === 'ours') return ours;
  // A stray write of ours is taken out again; what stood there before counts as what they say.
  if (correction !== undefined) return field === 'result' ? theirs : correction;
  return undefined;
}

const trusted = (row: RowChange): boolean => row.status === 'matched' && row.matchedBy === 'id';

/** Compares a spreadsheet with what both sides last agreed on and what stands here now. Changes nothing. */
export function planSync({
  formId,
  base,
  ours,
  reading,
  corrections: kept = {},
}: {
  readonly formId: string;
  readonly base: ReadonlyMap<string, BaseRow>;
  readonly ours: ReadonlyMap<string, OursRow>;
  readonly reading: Extract<SheetReading, { kind: 'read' }>;
  readonly corrections?: Corrections;
}): SyncPlan {
  const corrections = holding(kept, reading.returned);
  const changes = mergeForm({ formId, base, ours, returned: corrected(reading.returned, corrections) });
  const places = placesOf(reading.returned, reading.tables);
  const rows = changes.rows.filter(trusted);
  const writes = rows.flatMap(row =>
    row.fields.flatMap((change): CellWrite[] => {
      const key = decisionKey(row.rowId, change.field);
      const place = places.get(key);
      const said = corrections.get(key);
      const value = wanted(change, said);
      // What is written into a cell under a merge shows nowhere.
      if (value === undefined || !place || place.merged) return [];
      const { merged: _, text: before, ...at } = place;
      const after = cellText(change.field, value);
      return before === after
        ? []
        : [
            {
              rowId: row.rowId,
              field: change.field,
              ...at,
              before,
              after,
              value,
              agrees: change.outcome === 'ours',
              said: said ?? null,
            },
          ];
    }),
  );
  return {
    changes,
    writes,
    missing: changes.rows.filter(({ status }) => status === 'notReturned').map(({ rowId }) => rowId),
    agreed: agreedOf(rows, base),
  };
}

/** Both made the same change: that is what they agree on from now. */
function agreedOf(rows: readonly RowChange[], base: ReadonlyMap<string, BaseRow>): Agreed {
  return new Map(
    rows.flatMap(({ rowId, fields }) => {
      const equal = fields.filter(
        ({ outcome, field, ours }) => outcome === 'equal' && base.get(rowId)?.answer[field] !== ours,
      );
      return equal.length === 0
        ? []
        : [[rowId, Object.fromEntries(equal.map(({ field, ours }) => [field, ours])) as Partial<BaseAnswer>] as const];
    }),
  );
}

/** What both agree on once a person has looked at what came in: taken or turned down, it is what the spreadsheet said. */
export const agreedBySettling = (changes: ChangePlan): Agreed =>
  new Map(
    changes.rows
      .filter(({ status }) => status === 'matched')
      .map(({ rowId, fields }) => [
        rowId,
        Object.fromEntries(
          fields
            .filter(({ outcome }) => outcome === 'theirs' || outcome === 'conflict' || outcome === 'equal')
            .map(({ field, theirs }) => [field, theirs]),
        ) as Partial<BaseAnswer>,
      ]),
  );

/** The blanks that would clear something here. */
export const clearingsOf = ({ rows }: ChangePlan): Agreed =>
  new Map(
    rows.filter(trusted).flatMap(({ rowId, fields }) => {
      const cleared = fields.filter(({ clearing }) => clearing);
      return cleared.length === 0
        ? []
        : [[rowId, Object.fromEntries(cleared.map(({ field, theirs }) => [field, theirs])) as Partial<BaseAnswer>]];
    }),
  );

/** A base with what was agreed on since. */
export const withAgreed = (base: ReadonlyMap<string, BaseRow>, agreed: Agreed): ReadonlyMap<string, BaseRow> =>
  agreed.size === 0
    ? base
    : new Map(
        [...base].map(([rowId, row]) => {
          const more = agreed.get(rowId);
          return [rowId, more ? { ...row, answer: { ...row.answer, ...more } } : row];
        }),
      );

/** Fields that the spreadsheet brings and that may be taken without asking: no conflict, and the row is known by its id. */
export const isPlain = (row: RowChange, change: FieldChange): boolean =>
  trusted(row) && !row.locked && change.outcome === 'theirs';

/** How many fields come in by themselves, and how many fields and blocked rows wait for a person. */
export function incomingOf({ rows }: ChangePlan): { readonly plain: number; readonly asking: number } {
  const fields = rows.flatMap(row => row.fields.map(change => ({ row, change })));
  const plain = fields.filter(({ row, change }) => isPlain(row, change)).length;
  const all = fields.filter(({ change }) => change.outcome === 'theirs' || change.outcome === 'conflict').length;
  const blocked = rows.filter(({ status }) => status === 'duplicated' || status === 'mismatched').length;
  return { plain, asking: all - plain + blocked };
}
