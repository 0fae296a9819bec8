import type { FormContent } from '../../sync/form/content.ts';
import { writeCsv } from '../../sync/form/csv/index.ts';
import type { WrittenForm } from '../../sync/form/write/index.ts';
import type { Round } from '../../sync/model/index.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../problems/refusal.ts';
import { contentOf } from './content.ts';
import type { Made } from './made.ts';

/** The formats that our own form comes in. */
export type OwnFormat = 'xlsx' | 'ods' | 'csv';

/** Our own form of a round. @throws Refusal `form_empty`, `form_unwritable` */
export async function ownForm(
  context: Context,
  formId: string,
  round: Round,
  unitIds: readonly string[],
  format: OwnFormat,
): Promise<Made> {
  const { content, rows } = await contentOf(context.db, formId, round, unitIds, {
    now: context.now(),
    publicUrl: context.config.publicUrl,
  });
  if (rows.length === 0) throw new Refusal('form_empty');
  const written = await write(content, format);
  if (!written.ok) throw new Refusal('form_unwritable', { count: written.issues.length }, { issues: written.issues });
  return {
    bytes: written.bytes,
    format,
    name: `${content.agencyName}${content.roundTitle}自行檢核表`,
    rows: rows.map(({ rowId, reportId, reportVersion }, i) => ({
      rowId,
      reportId,
      reportVersion,
      answer: content.rows[i]!.answer,
      sheet: null,
      row: null,
      unit: null,
    })),
    notices: written.issues,
    templateId: null,
    issued: null,
  };
}

async function write(content: FormContent, format: OwnFormat): Promise<WrittenForm> {
  if (format === 'csv') return { ok: true, bytes: writeCsv(content), issues: [] };
  const { writeForm } = await import('../../sync/form/write/index.ts');
  return writeForm(content, format);
}
