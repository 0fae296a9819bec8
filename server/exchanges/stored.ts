import type { Kysely } from 'kysely';
import { type FormScore, type OwnReading, placeOwn } from '../../sync/form/own/index.ts';
import type { ReturnedForm } from '../../sync/form/returned.ts';
import { placeRows, type ReadTemplate } from '../../sync/form/template/index.ts';
import { mergeForm, type Seen, stillStanding } from '../../sync/merge/index.ts';
import type {
  AnswerWrite,
  ChangePlan,
  Decisions,
  Exchange,
  ExchangeDetail,
  FormCandidate,
  Placements,
  ReportState,
} from '../../sync/model/index.ts';
import type { Database } from '../database/schema.ts';
import { Refusal } from '../problems/refusal.ts';
import { sheetBaseOf } from '../sheets/base.ts';
import { anchorsOf, baseOf, oursOf } from './base.ts';

/** One report that an exchange wrote, with what is needed to take it back. */
export interface Applied extends AnswerWrite {
  readonly stateBefore: ReportState;
  /** Of the report after the write. */
  readonly version: number;
}

/** What people decided, and what they saw when they did: a decision holds only as long as both sides still say it. */
export interface Decided {
  readonly decisions: Decisions;
  readonly seen: Seen;
}

/** What applying wrote, and after undoing, what could not be taken back. */
export interface Undoing {
  readonly applied: readonly Applied[];
  readonly left: ExchangeDetail['left'];
}

/**
 * What was read of a file: our own form by its ids alone, or one whose rows a person may place, which are placed anew whenever
 * they are looked at: our own compared with what went out, or somebody's template.
 */
export type KeptFile =
  | ReturnedForm
  | { readonly own: OwnReading }
  | { readonly through: ReadTemplate }
  | { readonly google: GoogleReading };

/** What a Google spreadsheet said. It is compared with what both sides last agreed on, not with what once went out. */
export interface GoogleReading {
  readonly sheetId: string;
  readonly returned: ReturnedForm;
}

/** The rows of a file that a person may place. */
export const placeable = (file: KeptFile | null): readonly { readonly sheet: string; readonly row: number }[] => {
  if (file === null) return [];
  return 'through' in file ? file.through.rows : 'own' in file ? file.own.rows : [];
};

/** What an exchange keeps beside what lists show. */
interface Kept extends Decided, Undoing {
  readonly returned: KeptFile | null;
  readonly placements: Placements;
  readonly likenesses: readonly FormScore[];
  readonly changes: ChangePlan | null;
}

const parse = <T>(text: string | null, otherwise: T): T =>
  text === null || text === '{}' ? otherwise : (JSON.parse(text) as T);

export async function keptOf(db: Kysely<Database>, exchangeId: string): Promise<Kept> {
  const row = await db
    .selectFrom('exchanges')
    .select(['returned', 'changes', 'decisions', 'undo', 'placements', 'candidates'])
    .where('id', '=', exchangeId)
    .executeTakeFirstOrThrow();
  return {
    returned: parse<KeptFile | null>(row.returned, null),
    placements: JSON.parse(row.placements) as Placements,
    likenesses: JSON.parse(row.candidates) as FormScore[],
    changes: parse<ChangePlan | null>(row.changes, null),
    ...parse<Decided>(row.decisions, { decisions: {}, seen: {} }),
    ...parse<Undoing>(row.undo, { applied: [], left: [] }),
  };
}

/** What a returned file would change in the reports as they stand now. */
export async function previewOf(
  db: Kysely<Database>,
  formId: string,
  file: KeptFile,
  placements: Placements,
): Promise<ChangePlan> {
  const returned = await placed(db, formId, file, placements);
  const base = 'google' in file ? await sheetBaseOf(db, file.google.sheetId) : await baseOf(db, formId);
  return mergeForm({ formId, base, ours: await oursOf(db, formId), returned });
}

async function placed(
  db: Kysely<Database>,
  formId: string,
  file: KeptFile,
  placements: Placements,
): Promise<ReturnedForm> {
  if ('google' in file) return asItCame(file.google.returned);
  if ('through' in file) return placeRows(file.through, { formId, anchors: await anchorsOf(db, formId), placements });
  if ('own' in file) return placeOwn(file.own, { formId, placements });
  return asItCame(file);
}

/** Its rows are known by their ids alone; nothing of the others could be taken wherever a person placed them. */
const asItCame = (file: ReturnedForm): ReturnedForm => ({
  ...file,
  strays: file.strays.map(stray => ({ ...stray, placeable: false as const })),
});

export interface Preview extends Decided {
  readonly formId: string;
  readonly changes: ChangePlan;
}

/**
 * The preview of an exchange that waits, made anew, with the decisions that still hold for it.
 * @throws Refusal `exchange_unreadable` when the file was matched to no form
 */
export async function waitingPreview(db: Kysely<Database>, exchange: Exchange): Promise<Preview> {
  const { returned, placements, decisions, seen } = await keptOf(db, exchange.id);
  if (exchange.formId === null || returned === null) throw new Refusal('exchange_unreadable');
  const changes = await previewOf(db, exchange.formId, returned, placements);
  return { formId: exchange.formId, changes, decisions: stillStanding(changes, decisions, seen), seen };
}

/** Keeps the preview of an exchange as it stands, for looking at it after it no longer waits. */
export async function keepPreview(db: Kysely<Database>, exchange: Exchange): Promise<void> {
  const { changes } = await waitingPreview(db, exchange);
  await db
    .updateTable('exchanges')
    .set({ changes: JSON.stringify(changes) })
    .where('id', '=', exchange.id)
    .execute();
}

/** An exchange with its preview: made anew while it waits, as it was once it has been applied or rejected. */
export async function detailOf(db: Kysely<Database>, exchange: Exchange): Promise<ExchangeDetail> {
  if (exchange.state === 'previewed') {
    const { changes, decisions } = await waitingPreview(db, exchange);
    return { ...exchange, changes, decisions, left: [], candidates: [] };
  }
  const { changes, decisions, left, likenesses } = await keptOf(db, exchange.id);
  const candidates = exchange.state === 'received' ? await candidatesOf(db, exchange.agencyId, likenesses) : [];
  return { ...exchange, changes, decisions, left, candidates: [...candidates] };
}

/** The forms that a file may be, best first. */
async function candidatesOf(
  db: Kysely<Database>,
  agencyId: string,
  likenesses: readonly FormScore[],
): Promise<readonly FormCandidate[]> {
  if (likenesses.length === 0) return [];
  const rows = await db
    .selectFrom('forms')
    .select(['id', 'name', 'createdAt'])
    .where('agencyId', '=', agencyId)
    .where(
      'id',
      'in',
      likenesses.map(({ formId }) => formId),
    )
    .execute();
  const byId = new Map(rows.map(row => [row.id, row]));
  return likenesses.flatMap(({ formId, score }) => {
    const form = byId.get(formId);
    return form ? [{ formId, name: form.name, issuedAt: form.createdAt, score }] : [];
  });
}
