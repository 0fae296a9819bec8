import type { Kysely } from 'kysely';
import {
  type FormProfile,
  inPrintedOrder,
  rowKey,
  type Template,
  type TemplateRow,
  type TemplateRowMatch,
  type TemplateRows,
} from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import type { Database } from '../database/schema.ts';
import { plans } from '../plans/definition.ts';
import { Refusal, stale } from '../problems/refusal.ts';
import { type Change, change } from '../records/change.ts';
import { find } from '../records/records.ts';
import { templates } from './definition.ts';
import { profileOf } from './stored.ts';
import { type PlanStep, suggestRows } from './suggest.ts';

type Place = Pick<TemplateRow, 'sheet' | 'row'>;
type Confirmed = ReadonlyMap<string, string | null>;

const keyOf = ({ sheet, row }: Place): string => rowKey(sheet, row);
const placesOf = (profile: FormProfile): readonly Place[] =>
  profile.sheets.flatMap(({ name, rows }) => rows.map(({ row }) => ({ sheet: name, row })));

/**
 * Which steps of a plan the rows of a template stand for: what a person confirmed, else what label and text suggest, and
 * the steps that have no row.
 * @throws Refusal `not_found`, `foreign_reference` for a plan of another agency
 */
export async function rowsOf(
  { db, lister }: Pick<Context, 'db' | 'lister'>,
  actor: Actor,
  template: Template,
  planId: string,
): Promise<TemplateRows> {
  const plan = await lister.read(plans, actor, planId);
  mustBelongTogether(plan, template);
  const { id, version } = template;
  const { rows, steps } = await mappedRows(db, id, planId, await profileOf(db, id));
  const covered = new Set(rows.map(row => row.planItemId));
  return { planId, version, rows: [...rows], uncovered: uncoveredOf(steps, await workOf(db, planId), covered) };
}

/** The rows of a profile with their steps, and the plan that they were compared with. */
export async function mappedRows(
  db: Kysely<Database>,
  templateId: string,
  planId: string,
  profile: FormProfile,
): Promise<{ readonly rows: readonly TemplateRowMatch[]; readonly steps: readonly PlanStep[] }> {
  const [confirmed, steps] = [await confirmedOf(db, templateId, planId), await stepsOf(db, planId)];
  const suggested = new Map(suggestRows(profile, steps, confirmed).map(row => [keyOf(row), row]));
  const rows = placesOf(profile).map((place): TemplateRowMatch => {
    const key = keyOf(place);
    const { planItemId = null, score = 0, candidates = [] } = suggested.get(key) ?? {};
    const chosen = confirmed.get(key);
    if (chosen === undefined) return { ...place, planItemId, score, confirmed: false, candidates: [...candidates] };
    const known = candidates.find(each => each.planItemId === chosen)?.score ?? (chosen === planItemId ? score : 0);
    return { ...place, planItemId: chosen, score: known, confirmed: true, candidates: [...candidates] };
  });
  return { rows, steps };
}

async function confirmedOf(db: Kysely<Database>, templateId: string, planId: string): Promise<Confirmed> {
  const rows = await db
    .selectFrom('templateRows')
    .select(['sheet', 'row', 'planItemId'])
    .where('templateId', '=', templateId)
    .where('planId', '=', planId)
    .execute();
  return new Map(rows.map(row => [keyOf(row), row.planItemId]));
}

/** The items of a plan in printed order. */
async function stepsOf(db: Kysely<Database>, planId: string): Promise<readonly PlanStep[]> {
  const rows = await db
    .selectFrom('planItems')
    .select(['id', 'parentId', 'position', 'depth', 'label', 'text', 'units', 'checkMonths'])
    .where('planId', '=', planId)
    .execute();
  return inPrintedOrder(rows).map(row => ({
    ...row,
    units: JSON.parse(row.units) as string[],
    checkMonths: JSON.parse(row.checkMonths) as number[],
  }));
}

/** Items that somebody has to report on; none in a plan whose work was not given out yet. */
async function workOf(db: Kysely<Database>, planId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('assignments')
    .select('planItemId')
    .distinct()
    .where('planId', '=', planId)
    .execute();
  return new Set(rows.map(row => row.planItemId));
}

/** A sub-step is reported in the row of the step above it where it has none of its own. */
function uncoveredOf(
  steps: readonly PlanStep[],
  work: ReadonlySet<string>,
  covered: ReadonlySet<string | null>,
): string[] {
  const parents = new Set(steps.map(step => step.parentId));
  const byId = new Map(steps.map(step => [step.id, step]));
  const stands = (step: PlanStep | undefined): boolean =>
    step !== undefined && (covered.has(step.id) || (step.parentId !== null && stands(byId.get(step.parentId))));
  return steps
    .filter(step => (work.size > 0 ? work.has(step.id) : !parents.has(step.id)))
    .filter(step => !stands(step))
    .map(step => step.id);
}

function mustBelongTogether(plan: { readonly agencyId: string }, template: { readonly agencyId: string }): void {
  if (plan.agencyId !== template.agencyId)
    throw new Refusal('foreign_reference', { field: 'planId' }, { field: 'planId' });
}

interface Wish {
  readonly version: number;
  readonly planId: string;
  readonly rows: readonly TemplateRow[];
}

/**
 * Keeps what a person confirmed of a template's rows for a plan, and nothing else: what is not confirmed goes on being
 * suggested anew.
 * @throws Refusal `stale_version`, `foreign_reference`, `template_row_unknown`
 */
export function confirmRows(
  context: Context,
  actor: Actor,
  id: string,
  { version, planId, rows }: Wish,
): Promise<void> {
  return change(context, actor, async work => {
    const row = await find(work, templates, 'update', id);
    if (row.version !== version) throw stale(row);
    mustBelongTogether(await find(work, plans, 'read', planId), row);
    const confirmed = rows.filter(each => each.confirmed);
    await mustBeRows(work, id, rows);
    await mustBeItems(work, planId, confirmed);
    const before = await confirmedOf(work.tx, id, planId);
    const after = new Map(confirmed.map(each => [keyOf(each), each.planItemId]));
    const changed = [...new Set([...before.keys(), ...after.keys()])].filter(key => before.get(key) !== after.get(key));
    if (changed.length === 0) return;
    await replace(work, id, planId, confirmed);
    await work.tx
      .updateTable('templates')
      .set({ version: version + 1, updatedAt: work.at })
      .where('id', '=', id)
      .execute();
    // A row without an entry is not confirmed; null says that it stands for nothing.
    const part = (side: Confirmed) =>
      Object.fromEntries(changed.filter(key => side.has(key)).map(key => [key, side.get(key)]));
    work.record({
      action: 'templates.confirmRows',
      resource: 'templates',
      recordId: id,
      agencyId: row.agencyId,
      before: { planId, rows: part(before) },
      after: { planId, rows: part(after) },
    });
  });
}

async function mustBeRows(work: Change, id: string, rows: readonly Place[]): Promise<void> {
  const known = new Set(placesOf(await profileOf(work.tx, id)).map(keyOf));
  const seen = new Set<string>();
  for (const { sheet, row } of rows) {
    const key = rowKey(sheet, row);
    if (!known.has(key) || seen.has(key)) throw new Refusal('template_row_unknown', { sheet, row }, { sheet, row });
    seen.add(key);
  }
}

async function mustBeItems({ tx }: Change, planId: string, rows: readonly TemplateRow[]): Promise<void> {
  const wanted = [...new Set(rows.map(row => row.planItemId).filter(id => id !== null))];
  const found = await tx.selectFrom('planItems').select('id').where('planId', '=', planId).execute();
  const known = new Set(found.map(item => item.id));
  if (wanted.some(id => !known.has(id)))
    throw new Refusal('foreign_reference', { field: 'planItemId' }, { field: 'planItemId' });
}

const rowsPerStatement = 500;

async function replace(work: Change, templateId: string, planId: string, rows: readonly TemplateRow[]): Promise<void> {
  await work.tx.deleteFrom('templateRows').where('templateId', '=', templateId).where('planId', '=', planId).execute();
  const values = rows.map(({ sheet, row, planItemId }) => ({ templateId, planId, sheet, row, planItemId }));
  for (let i = 0; i < values.length; i += rowsPerStatement)
    await work.tx
      .insertInto('templateRows')
      .values(values.slice(i, i + rowsPerStatement))
      .execute();
}
