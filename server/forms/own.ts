import type { Round } from '../../sync/model/index.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../problems/refusal.ts';
import { contentOf } from './content.ts';
import type { Made } from './made.ts';

/** Our own form of a round. @throws Refusal `form_empty`, `form_unwritable` */
export async function ownForm(
  context: Context,
  formId: string,
  round: Round,
  unitIds: readonly string[],
): Promise<Made> {
  const { content, rows } = await contentOf(context.db, formId, round, unitIds, {
    now: context.now(),
    publicUrl: context.config.publicUrl,
  });
  if (rows.length === 0) throw new Refusal('form_empty');
  const { writeForm } = await import('../../sync/form/write/index.ts');
  const written = await writeForm(content);
  if (!written.ok) throw new Refusal('form_unwritable', { count: written.issues.length }, { issues: written.issues });
  return {
    bytes: written.bytes,
    format: 'xlsx',
    name: `${content.agencyName}${content.roundTitle}自行檢核表`,
    rows: rows.map((row, i) => ({ ...row, answer: content.rows[i]!.answer, sheet: null, row: null, unit: null })),
    notices: written.issues,
    templateId: null,
    profile: null,
  };
}
