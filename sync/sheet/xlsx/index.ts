import { type ListSource, listChoices } from '../choices.ts';
import type { Finding, Reading } from '../finding.ts';
import type { Limits } from '../limits.ts';
import { corrupt } from '../refusal.ts';
import { indexSheet } from '../sheet-index.ts';
import type { Sheet, Validation, Workbook } from '../workbook.ts';
import type { Archive } from '../zip.ts';
import type { CellContext } from './cell.ts';
import { readCustomProperties } from './custom-properties.ts';
import { hasMacros, isSigned, mainPart } from './main-part.ts';
import { partText, type Relationship, relationshipsOf } from './package.ts';
import { noStrings, readSharedStrings } from './shared-strings.ts';
import { noStyles, readStyles } from './styles.ts';
import { surroundingsOf } from './surroundings.ts';
import { readWorkbookPart } from './workbook-part.ts';
import { type CellBudget, readWorksheet } from './worksheet.ts';

/** The first few of a kind tell enough; a damaged file may have millions. */
const mostFindings = 20;

/** Reads an Office Open XML workbook (ECMA-376, both editions), finding every part by its relationship. */
export function readXlsx(archive: Archive, limits: Limits): Reading {
  const main = mainPart(archive);
  const related = relationshipsOf(archive, main);
  const { date1904, entries, definedNames } = readWorkbookPart(requiredText(archive, main), main);
  const strings = optional(archive, related, 'sharedStrings', readSharedStrings) ?? noStrings;
  const context: CellContext = {
    date1904,
    strings: strings.texts,
    looks: strings.looks,
    inlineLooks: new WeakMap(),
    styles: optional(archive, related, 'styles', readStyles) ?? noStyles,
  };
  const findings: Finding[] = [];
  const budget: CellBudget = { cells: 0 };
  const sheets: Sheet[] = [];
  const lists: ListSource = { sheets, definedNames };
  for (const { name, state, id } of entries) {
    const relationship = related.find(r => r.id === id);
    if (relationship && relationship.kind !== 'worksheet') continue;
    const xml = relationship ? partText(archive, relationship.part) : null;
    if (!relationship || xml === null) {
      findings.push({ code: 'sheet_missing', sheet: name });
      continue;
    }
    const { part } = relationship;
    const { tableIds, links, lost, validations, ...content } = readWorksheet(xml, part, context, limits, budget);
    const around = surroundingsOf(archive, part, tableIds, links);
    const choicesAt = (validation: Validation, row: number, column: number) =>
      listChoices(validation, name, { row, column }, lists);
    const { sheet, repeated } = indexSheet({
      ...content,
      ...around,
      validations: validations.map(v => withChoices(v, () => listChoices(v, name, null, lists))),
      choicesAt,
      name,
      state,
      part,
    });
    sheets.push(sheet);
    const note = (code: Finding['code']) => (at: { row: number; column: number }) =>
      findings.push({ code, sheet: name, row: at.row, column: at.column });
    lost.slice(0, mostFindings).forEach(note('cell_text_missing'));
    repeated.slice(0, mostFindings).forEach(note('cell_repeated'));
  }
  if (sheets.length === 0) throw corrupt(main);
  const workbook: Workbook = {
    format: hasMacros(archive, main) ? 'xlsm' : 'xlsx',
    signed: isSigned(archive),
    date1904,
    customProperties: propertiesOf(archive),
    sheets,
    definedNames,
  };
  return { workbook, findings };
}

/** A range of choices may stand on a sheet that is read later, so that it is looked up when it is asked for. */
const withChoices = (validation: Validation, choices: () => readonly string[] | null): Validation =>
  validation.type !== 'list' || validation.choices
    ? validation
    : Object.defineProperty({ ...validation }, 'choices', { get: choices, enumerable: true });

function requiredText(archive: Archive, part: string): string {
  const xml = partText(archive, part);
  if (xml === null) throw corrupt(part);
  return xml;
}

function optional<T>(
  archive: Archive,
  related: readonly Relationship[],
  kind: string,
  read: (xml: string, part: string) => T,
): T | null {
  const part = related.find(r => r.kind === kind)?.part;
  const xml = part === undefined ? null : partText(archive, part);
  return part === undefined || xml === null ? null : read(xml, part);
}

function propertiesOf(archive: Archive): ReadonlyMap<string, string> {
  const related = relationshipsOf(archive, '');
  return (
    optional(archive, related, 'custom-properties', readCustomProperties) ??
    optional(archive, related, 'customProperties', readCustomProperties) ??
    new Map()
  );
}
