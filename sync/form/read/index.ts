import type { Issue, StrayRow } from '../../model/index.ts';
import type { Sheet, Workbook } from '../../sheet/index.ts';
import { evidenceSheetTitle, formIdProperty, manifestMark } from '../columns.ts';
import { type Manifest, parseManifest } from '../manifest.ts';
import { notice } from '../notice.ts';
import type { ReturnedForm } from '../returned.ts';
import { duplicateIssues } from './duplicates.ts';
import { type Identity, identityOf } from './identity.ts';
import { matchRows } from './match.ts';
import { readSheet, type SheetTable } from './sheet-table.ts';
import type { TableRow } from './table-row.ts';

const firstText = (sheet: Sheet): string => sheet.cell(1, 1)?.text.trim() ?? '';

/** Digests and the id, as the form was written with them; six columns and the row id. */
const manifestColumns = [1, 2, 3, 4, 5, 6, 7] as const;

/** What of a workbook a form is read from; a table of texts has that much too. */
export type FormBook = Pick<Workbook, 'customProperties' | 'sheets'>;

function manifestOf(workbook: FormBook): Manifest | null {
  const sheet = workbook.sheets.find(each => firstText(each) === manifestMark);
  if (!sheet) return null;
  return parseManifest(sheet.rows.map(({ row }) => manifestColumns.map(c => sheet.cell(row, c)?.text.trim() ?? '')));
}

/** The form id and what is to be said of it: from the document property, else from the hidden sheet, else from above the row ids. */
function formIdOf(workbook: FormBook, manifest: Manifest | null, tables: readonly SheetTable[]) {
  const property = workbook.customProperties.get(formIdProperty)?.trim() || null;
  const recovered = manifest?.formId || (tables.find(table => table.formId)?.formId ?? null);
  const formId = property ?? recovered;
  const issues: Issue[] = [];
  if (property === null) issues.push(notice(recovered === null ? 'form_id_lost' : 'form_id_recovered'));
  return { formId, issues };
}

/** The tables of a workbook before any row of them is matched. */
export interface OpenedForm {
  readonly formId: string | null;
  /** Whether any table of a form was found. */
  readonly found: boolean;
  readonly rows: readonly TableRow[];
  /** Rows whose cells are not known to be answers of anything. */
  readonly strays: readonly StrayRow[];
  readonly identity: Identity;
  readonly manifest: Manifest | null;
  /** Of the sheets as a whole. */
  readonly issues: readonly Issue[];
}

/** @param known what the rows of the form ask, where it is known otherwise than from the workbook */
export function openForm(workbook: FormBook, known?: Manifest): OpenedForm {
  const ownManifest = manifestOf(workbook);
  const manifest = known ?? ownManifest;
  const identity = identityOf(manifest);
  const sheets = workbook.sheets.filter(
    sheet => firstText(sheet) !== manifestMark && firstText(sheet) !== evidenceSheetTitle,
  );
  const tables = sheets.map(sheet => readSheet(sheet, manifest, identity));
  const sheetIssues = tables.flatMap(table => table.issues);
  const { formId, issues } = formIdOf(workbook, ownManifest, tables);
  const found = tables.some(table => table.found);
  const others = tables.flatMap((table, i) =>
    table.formId && formId && table.formId !== formId
      ? [notice('form_sheet_other', {}, { sheet: sheets[i]!.name })]
      : [],
  );
  return {
    formId,
    found,
    rows: tables.flatMap(table => table.rows),
    strays: tables.flatMap(table => table.strays),
    identity,
    manifest,
    issues: found
      ? [...issues, ...(manifest ? [] : [notice('form_manifest_lost')]), ...others, ...sheetIssues]
      : [notice('own_form_not_found'), ...sheetIssues],
  };
}

/**
 * Reads a self-check form that came back, however people arranged it: columns moved or inserted, rows sorted, deleted or copied,
 * cells unmerged, sheets renamed or copied. Pure, and never loses a text: what belongs to no issued row is among the strays,
 * and what cannot be taken as it stands is told by an issue.
 */
export function readForm(workbook: FormBook): ReturnedForm {
  const { formId, found, rows, strays, identity, issues } = openForm(workbook);
  if (!found) return { formId, rows: [], strays: [], issues };
  const matched = matchRows(rows, identity);
  return {
    formId,
    rows: matched.rows,
    strays: [...strays, ...matched.strays],
    issues: [...issues, ...duplicateIssues(matched.rows), ...matched.issues],
  };
}
