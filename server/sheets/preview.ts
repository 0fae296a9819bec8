import type { SheetConnection, SheetPreview } from '../../sync/model/index.ts';
import { previewSync, sheetSideOf } from '../../sync/sheet/google/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../problems/refusal.ts';
import { refusalOf } from './accounts.ts';
import { type GoogleDesk, googleOf } from './google.ts';
import { databaseHome } from './home.ts';

/** A preview writes nothing, so that it needs no lease. */
const onlyLooking = { hold: () => Promise.reject(new Refusal('sheet_busy')) };

const nothing = { rows: [], incoming: 0, conflicts: 0, outgoing: 0, missing: 0, strays: 0, question: null, issues: [] };

/** What a sync would do now, row by row. Nothing is changed on either side. @throws Refusal as Google does */
export async function previewSheet(
  context: Context,
  desk: GoogleDesk,
  actor: Actor,
  sheet: SheetConnection,
): Promise<SheetPreview> {
  if (sheet.spreadsheetId === null) throw new Refusal('sheet_unpublished');
  const home = databaseHome(context, actor, sheet, onlyLooking);
  const google = await googleOf(context, desk, sheet);
  const found = await previewSync(sheetSideOf(google, sheet.spreadsheetId), home).catch(error => {
    throw refusalOf(error);
  });
  if (found.kind !== 'read') return { kind: found.kind, ...nothing };
  const { changes, missing } = found.plan;
  const { rows } = await home.load();
  const fields = changes.rows.flatMap(row => row.fields);
  const count = (outcome: string): number => fields.filter(field => field.outcome === outcome).length;
  return {
    kind: 'read',
    rows: changes.rows
      .map(row => ({
        rowId: row.rowId,
        text: [rows.get(row.rowId)?.texts.step, rows.get(row.rowId)?.unit].filter(Boolean).join('　'),
        sheet: row.sheet,
        row: row.row,
        fields: row.fields.filter(({ outcome }) => outcome !== 'same' && outcome !== 'equal'),
      }))
      .filter(row => row.fields.length > 0),
    incoming: count('theirs'),
    conflicts: count('conflict'),
    outgoing: found.outgoing,
    missing: missing.length,
    strays: changes.strays.length,
    question: found.question,
    issues: changes.issues.filter(({ severity }) => severity !== 'info'),
  };
}
