import type { Kysely } from 'kysely';
import type { OwnIssued } from '../../sync/form/own/index.ts';
import { printedRow } from '../../sync/form/print.ts';
import type { Answer } from '../../sync/model/index.ts';
import type { Database } from '../database/schema.ts';
import { monthsOf, numbered, pathTo } from '../forms/content.ts';
import type { Issued, Sent } from './understand.ts';

/** Older forms than these nobody sends back. */
const mostSent = 60;

/** The latest forms of an agency, for finding the one that a file without an id is. */
export const issuedBy = async (db: Kysely<Database>, agencyId: string): Promise<Issued> => ({
  throughTemplates: await throughTemplates(db, agencyId),
  own: await ownForms(db, agencyId),
});

async function throughTemplates(db: Kysely<Database>, agencyId: string): Promise<readonly Sent[]> {
  const rows = await db
    .selectFrom('forms')
    .select(['id', 'issued'])
    .where('agencyId', '=', agencyId)
    .where('issued', 'is not', null)
    .orderBy('createdAt', 'desc')
    .limit(mostSent)
    .execute();
  return rows.map(({ id, issued }) => ({ formId: id, issued: issued! }));
}

/** What our own forms ask, printed as they were; the files themselves are opened once a person chose one. */
async function ownForms(db: Kysely<Database>, agencyId: string): Promise<readonly OwnIssued[]> {
  const forms = await db
    .selectFrom('forms')
    .innerJoin('rounds', 'rounds.id', 'forms.roundId')
    .select(['forms.id', 'forms.planId', 'rounds.year', 'rounds.title'])
    .where('forms.agencyId', '=', agencyId)
    .where('forms.issued', 'is', null)
    .orderBy('forms.createdAt', 'desc')
    .limit(mostSent)
    .execute();
  if (forms.length === 0) return [];
  const rows = await db
    .selectFrom('formRows')
    .innerJoin('reports', 'reports.id', 'formRows.reportId')
    .innerJoin('units', 'units.id', 'reports.unitId')
    .select(['formRows.formId', 'formRows.rowId', 'formRows.answer', 'reports.planItemId', 'units.name as unit'])
    .where(
      'formRows.formId',
      'in',
      forms.map(({ id }) => id),
    )
    .orderBy('formRows.position')
    .execute();
  const items = await db
    .selectFrom('planItems')
    .select(['id', 'parentId', 'position', 'label', 'text', 'checkMonths'])
    .where('planId', 'in', [...new Set(forms.map(({ planId }) => planId))])
    .execute();
  const byId = new Map(items.map(item => [item.id, item]));
  const byForm = Map.groupBy(rows, ({ formId }) => formId);
  return forms.map(({ id, year, title }) => ({
    formId: id,
    round: `${year}年度${title}`,
    rows: (byForm.get(id) ?? []).map(({ rowId, answer: text, planItemId, unit }) => {
      const path = pathTo(byId, planItemId);
      const [item = null, keyPoint = null, ...step] = path.map(numbered);
      const answer = JSON.parse(text) as Answer;
      const checkMonths = monthsOf(path);
      const row = {
        rowId,
        item,
        keyPoint,
        step,
        unit,
        officerName: null,
        checkMonths,
        answer,
        evidence: [],
        locked: false,
      };
      return { question: printedRow(row), narrative: answer.narrative };
    }),
  }));
}
