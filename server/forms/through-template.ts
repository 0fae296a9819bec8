import type { FormContent, FormRow } from '../../sync/form/content.ts';
import { notice } from '../../sync/form/notice.ts';
import {
  convertedTo,
  type FormProfile,
  type Issue,
  type Round,
  resolveUnits,
  rowKey,
  type Template,
  type TemplateRowMatch,
} from '../../sync/model/index.ts';
import type { ConversionTarget } from '../../sync/sheet/libreoffice/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { withLocalCopy } from '../files/local-copy.ts';
import { Refusal } from '../problems/refusal.ts';
import { mustNotBeBusy } from '../reading/busy.ts';
import type { InputOf } from '../reading/jobs.ts';
import { type Log, reading } from '../reading/run.ts';
import { templates } from '../templates/definition.ts';
import { mappedRows } from '../templates/mapping.ts';
import { detailOf } from '../templates/stored.ts';
import { contentOf, type RowReport } from './content.ts';
import type { FillRow } from './fill.ts';
import type { Made } from './made.ts';
import type { OwnFormat } from './own.ts';
import { type Slot, type Stood, standIn } from './standing.ts';

interface Order {
  readonly formId: string;
  readonly round: Round;
  readonly unitIds: readonly string[];
  readonly templateId: string;
  /** That of the template where it is not said. */
  readonly format?: OwnFormat | undefined;
}

/**
 * The reports of a round in somebody else's workbook: only the cells for answers change, everything else stays as the bureau
 * made it. What stands in no row, and what could not be written, is told by notices.
 * @throws Refusal `not_found`, `foreign_reference`, `form_empty`, `template_rows_unmatched`, `form_unfillable`,
 * `form_format_of_template`, `form_unconverted`, `conversion_busy`
 */
export async function throughTemplate(
  context: Context,
  actor: Actor,
  { formId, round, unitIds, templateId, format }: Order,
  log: Log,
): Promise<Made> {
  const template = await detailOf(context.db, await context.lister.read(templates, actor, templateId));
  if (template.agencyId !== round.agencyId)
    throw new Refusal('foreign_reference', { field: 'templateId' }, { field: 'templateId' });
  const to = targetOf(template, format);
  const { content, rows } = await contentOf(context.db, formId, round, unitIds, {
    now: context.now(),
    publicUrl: context.config.publicUrl,
  });
  if (rows.length === 0) throw new Refusal('form_empty');
  const { profile, found, corrections, fileName, sha256 } = template;
  const mapped = await mappedRows(context.db, template.id, round.planId, profile);
  const standings = rows.map((row, i) => ({ ...row, unit: content.rows[i]!.unit }));
  const slots = await slotsOf(context, round.agencyId, profile, mapped.rows);
  const { stood, nowhere } = standIn(standings, slots, mapped.steps);
  if (stood.length === 0) throw new Refusal('template_rows_unmatched', { name: template.name });

  const contentById = new Map(content.rows.map(row => [row.rowId, row]));
  const { agencyName, period, issuedOn } = content;
  const order = {
    formId,
    profile,
    rows: stood.map(each => fillRowOf(each, contentById.get(each.rowId)!)),
    heading: { agencyName, period, issuedOn },
  };
  const filled = await withLocalCopy(context, { sha256, name: fileName }, file =>
    reading.read('fill', file, log, order),
  );
  if (!filled.ok) throw new Refusal('form_unfillable', { name: template.name }, { issue: filled.issue });
  const { notices } = filled.result;
  const asFilled = { ...filled.result, format: template.format, found, profile };
  const { bytes, answers, base, ...file } = to
    ? await converted(filled.result.bytes, template, { ...order, corrections }, to, log)
    : asFilled;
  const reportOf = new Map(rows.map(row => [row.rowId, row]));
  const baseOf = new Map(base.map(each => [each.rowId, each.answer]));
  return {
    bytes,
    format: file.format,
    name: `${content.agencyName}${content.roundTitle}_${template.name}`,
    rows: inOrder(rows, stood).map(each => {
      const { reportId, reportVersion } = reportOf.get(each.rowId)!;
      return { ...each, reportId, reportVersion, answer: baseOf.get(each.rowId)! };
    }),
    notices: cut([
      ...(to ? [notice('form_converted', { from: `.${template.format}`, to: `.${to}` })] : []),
      ...nowhereNotices(nowhere, contentById),
      ...unconfirmedNotices(mapped.rows, stood),
      ...notices,
    ]),
    templateId: template.id,
    issued: { found: file.found, profile: file.profile, corrections, answers },
  };
}

/** What the filled template is to be converted to; null where it keeps its format. */
function targetOf({ format }: Pick<Template, 'format'>, wanted: OwnFormat | undefined): ConversionTarget | null {
  if (wanted === undefined || wanted === format) return null;
  const to = convertedTo[format];
  if (wanted !== to) throw new Refusal('form_format_of_template', { to: `.${to}` });
  return to;
}

/** The filled template as LibreOffice saves it in another format, read anew, since a conversion may change what it says. */
async function converted(
  bytes: Uint8Array,
  { name, fileName }: Pick<Template, 'name' | 'fileName'>,
  order: InputOf<'filled'>[0],
  to: ConversionTarget,
  log: Log,
) {
  const made = await reading.convert({ bytes, name: fileName }, to, log);
  mustNotBeBusy(made);
  const refused = (details?: object): Refusal => new Refusal('form_unconverted', { name, to: `.${to}` }, details);
  if (!made.ok) throw refused({ issue: made.issue });
  const read = await reading.read('filled', { bytes: made.result, name: fileName }, log, order);
  if (!read.ok) throw refused({ issue: read.issue });
  if (read.result.lost > 0) throw refused({ lost: read.result.lost });
  return { ...read.result, bytes: made.result, format: to };
}

/** More than anybody reads; they are shown with every form of a list. */
const mostNotices = 200;

const cut = (notices: readonly Issue[]): readonly Issue[] =>
  notices.length <= mostNotices
    ? notices
    : [...notices.slice(0, mostNotices), notice('form_notices_more', { count: notices.length - mostNotices })];

const inOrder = (rows: readonly RowReport[], stood: readonly Stood[]): readonly Stood[] => {
  const byId = new Map(stood.map(each => [each.rowId, each]));
  return rows.flatMap(({ rowId }) => byId.get(rowId) ?? []);
};

const fillRowOf = ({ rowId, sheet, row, unit }: Stood, { answer, evidence }: FormRow): FillRow => ({
  rowId,
  sheet,
  row,
  unit,
  answer,
  evidence: evidence.map(({ name }) => name),
});

/** The rows of a template that stand for a step, with the units that they print. */
async function slotsOf(
  { db }: Pick<Context, 'db'>,
  agencyId: string,
  profile: FormProfile,
  rows: readonly TemplateRowMatch[],
): Promise<readonly Slot[]> {
  const found = await db
    .selectFrom('units')
    .select(['id', 'name', 'aliases', 'position', 'disabled'])
    .where('agencyId', '=', agencyId)
    .execute();
  const units = found.map(({ aliases, disabled, ...unit }) => ({
    ...unit,
    aliases: JSON.parse(aliases) as string[],
    disabled: Boolean(disabled),
  }));
  const printed = new Map(
    profile.sheets.flatMap(sheet => sheet.rows.map(row => [rowKey(sheet.name, row.row), row.units] as const)),
  );
  return rows
    .filter(row => row.planItemId !== null)
    .map(({ sheet, row, planItemId }) => ({
      sheet,
      row,
      planItemId,
      unitIds: new Set(resolveUnits(printed.get(rowKey(sheet, row)) ?? [], units).unitIds),
    }));
}

/** One for each step, however many units report on it. */
function nowhereNotices(
  nowhere: readonly string[],
  byId: ReadonlyMap<string, FormContent['rows'][number]>,
): readonly Issue[] {
  const rows = nowhere.map(rowId => byId.get(rowId)!);
  const bySteps = Map.groupBy(rows, ({ item, keyPoint, step }) => JSON.stringify([item, keyPoint, step]));
  return [...bySteps.values()].map(list => {
    const { step, keyPoint, item } = list[0]!;
    const text = (step.at(-1) ?? keyPoint ?? item)?.text ?? '';
    return notice('form_report_nowhere', { step: text.slice(0, 60), units: list.map(({ unit }) => unit).join('、') });
  });
}

function unconfirmedNotices(rows: readonly TemplateRowMatch[], stood: readonly Stood[]): readonly Issue[] {
  const used = new Set(stood.map(({ sheet, row }) => rowKey(sheet, row)));
  const open = rows.filter(row => !row.confirmed && used.has(rowKey(row.sheet, row.row)));
  return open.length > 0 ? [notice('form_rows_unconfirmed', { count: open.length })] : [];
}
