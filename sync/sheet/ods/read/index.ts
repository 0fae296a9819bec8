import { addressOf } from '../../address.ts';
import { listChoices } from '../../choices.ts';
import type { Reading } from '../../finding.ts';
import type { Limits } from '../../limits.ts';
import { corrupt, Refusal } from '../../refusal.ts';
import { indexSheet } from '../../sheet-index.ts';
import type { DefinedName, Sheet, Validation, Workbook, WorkbookFormat } from '../../workbook.ts';
import { DocumentReader } from './document.ts';
import type { PlacedRange } from './names.ts';
import type { Observer, SheetReader } from './sheet-reader.ts';
import type { Rule } from './validations.ts';

/** The XML of one part of a document, with its name for whoever must be told where it is damaged. */
export interface Part {
  readonly name: string;
  readonly xml: string;
}

export interface Document extends Reading {
  /** Cells that the program fills itself. */
  readonly pivots: readonly PlacedRange[];
}

export type { PlacedRange };

/**
 * Makes a workbook of the parts of an OpenDocument spreadsheet; the last part is the one with the sheets.
 * @throws Refusal
 */
export function readDocument(
  parts: readonly Part[],
  format: WorkbookFormat,
  signed: boolean,
  limits: Limits,
  observe: Observer | null = null,
): Document {
  const reader = new DocumentReader(limits, observe);
  for (const { xml, name } of parts) reader.read(xml, name);
  const content = parts.at(-1)!.name;
  if (!reader.isSpreadsheet) throw new Refusal('not_a_workbook');
  const own = reader.sheets.filter(({ external }) => !external);
  if (own.length === 0) throw corrupt(content);
  const rules = new Map<Validation, Rule>();
  const definedNames = [...reader.definedNames, ...own.flatMap(sheet => [...sheet.names, ...printTitles(sheet)])];
  const sheets: Sheet[] = [];
  for (const sheet of own) sheets.push(sheetOf(sheet, reader, content, rules, { sheets, definedNames }));
  const workbook: Workbook = {
    format,
    signed,
    date1904: reader.date1904,
    customProperties: reader.customProperties,
    sheets,
    definedNames,
  };
  return { workbook, findings: [], pivots: reader.pivots };
}

interface Source {
  readonly sheets: readonly Sheet[];
  readonly definedNames: readonly DefinedName[];
}

function sheetOf(
  sheet: SheetReader,
  reader: DocumentReader,
  part: string,
  rules: Map<Validation, Rule>,
  source: Source,
): Sheet {
  sheet.rows.finish();
  const { rows, merges, notes, links, validations } = sheet.rows;
  const found: Validation[] = [];
  for (const [name, ranges] of validations.ranges()) {
    const rule = reader.rules.byName.get(name);
    if (!rule) continue;
    const { base, ...rest } = rule;
    const validation = { ...rest, ...(base ? { base } : {}), ranges };
    rules.set(validation, rule);
    found.push(validation);
  }
  return indexSheet({
    name: sheet.name,
    state: sheet.state,
    part,
    rows,
    ordered: true,
    merges,
    columns: sheet.columns,
    validations: found,
    choicesAt: (validation, row, column) => choicesAt(validation, rules, sheet.name, row, column, source),
    tables: reader.tables.filter(table => table.sheet === sheet.name).map(({ sheet: _, ...table }) => table),
    notes: () => notes,
    links: () => links,
    protected: sheet.protected,
    drawnBoxes: () => sheet.boxes.all(),
  }).sheet;
}

/** A list that names a range is looked up as seen from the base cell of its rule. */
function choicesAt(
  validation: Validation,
  rules: ReadonlyMap<Validation, Rule>,
  sheet: string,
  row: number,
  column: number,
  source: Source,
): readonly string[] | null {
  if (validation.choices) return validation.choices;
  const base = rules.get(validation)?.base;
  const seen = base ? { ...validation, ranges: [base] } : validation;
  return listChoices(seen, sheet, { row, column }, source);
}

/** Rows that repeat on every page, as Excel names them, where the file says so by their place alone. */
function printTitles({ header, name, names }: SheetReader): readonly DefinedName[] {
  if (!header || names.some(known => known.name === '_xlnm.Print_Titles')) return [];
  const [first, last] = [addressOf(header.first, 1), addressOf(header.last, 1)].map(address => address.slice(1));
  return [{ name: '_xlnm.Print_Titles', sheet: name, refersTo: `'${name.replaceAll("'", "''")}'!$${first}:$${last}` }];
}
