import type { Limits } from '../limits.ts';
import { corrupt, Refusal } from '../refusal.ts';
import { indexSheet } from '../sheet-index.ts';
import type { Sheet, SheetState, Workbook } from '../workbook.ts';
import { walkXml } from '../xml.ts';
import type { Archive } from '../zip.ts';
import type { CellContext } from './cell.ts';
import { readCustomProperties } from './custom-properties.ts';
import { relationshipId, spreadsheet } from './namespaces.ts';
import { contentTypesOf, partText, type Relationship, relationshipsOf } from './package.ts';
import { readSharedStrings } from './shared-strings.ts';
import { isTrue, noStyles, readStyles } from './styles.ts';
import { type CellBudget, readWorksheet } from './worksheet.ts';

/** Something odd that did not keep the workbook from being read. */
export interface Finding {
  readonly code: 'sheet_missing' | 'cell_text_missing' | 'cell_repeated';
  readonly sheet: string;
  readonly row?: number;
  readonly column?: number;
}

/** The first few of a kind tell enough; a damaged file may have millions. */
const mostFindings = 20;

/** Reads an Office Open XML workbook (ECMA-376, both editions), finding every part by its relationship. */
export function readXlsx(archive: Archive, limits: Limits): { workbook: Workbook; findings: readonly Finding[] } {
  const main = mainPart(archive);
  const related = relationshipsOf(archive, main);
  const { date1904, entries } = readWorkbookPart(requiredText(archive, main), main);
  const context: CellContext = {
    date1904,
    strings: optional(archive, related, 'sharedStrings', readSharedStrings) ?? [],
    styles: optional(archive, related, 'styles', readStyles) ?? noStyles,
  };
  const findings: Finding[] = [];
  const budget: CellBudget = { cells: 0 };
  const sheets: Sheet[] = [];
  for (const { name, state, id } of entries) {
    const relationship = related.find(r => r.id === id);
    if (relationship && relationship.kind !== 'worksheet') continue;
    const xml = relationship ? partText(archive, relationship.part) : null;
    if (!relationship || xml === null) {
      findings.push({ code: 'sheet_missing', sheet: name });
      continue;
    }
    const content = readWorksheet(xml, relationship.part, context, limits, budget);
    const { sheet, repeated } = indexSheet({ ...content, name, state, part: relationship.part });
    sheets.push(sheet);
    const note = (code: Finding['code']) => (at: { row: number; column: number }) =>
      findings.push({ code, sheet: name, row: at.row, column: at.column });
    content.lost.slice(0, mostFindings).forEach(note('cell_text_missing'));
    repeated.slice(0, mostFindings).forEach(note('cell_repeated'));
  }
  if (sheets.length === 0) throw corrupt(main);
  return { workbook: { date1904, customProperties: propertiesOf(archive), sheets }, findings };
}

/** Where the package says its workbook is, or, when it lost that, the part of a workbook's content type. */
function mainPart(archive: Archive): string {
  const types = contentTypesOf(archive);
  const named = relationshipsOf(archive, '').find(r => r.kind === 'officeDocument')?.part;
  const typed = [...types].find(([, type]) => workbookType.test(type))?.[0];
  const part = named ?? typed;
  if (part === undefined) throw new Refusal('not_a_workbook');
  const type = types.get(part.toLowerCase()) ?? '';
  if (/sheet\.binary/i.test(type)) throw new Refusal('workbook_xlsb');
  if (type !== '' && !workbookType.test(type) && !/xml$/i.test(type.split(';')[0]!))
    throw new Refusal('not_a_workbook');
  if (/wordprocessingml|presentationml|visio/i.test(type)) throw new Refusal('not_a_workbook');
  return part;
}

const workbookType = /(?:spreadsheetml|ms-excel)\.(?:sheet|template|addin)\S*main\+xml/i;

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

interface SheetEntry {
  readonly name: string;
  readonly state: SheetState;
  readonly id: string;
}

function readWorkbookPart(xml: string, part: string) {
  const entries: SheetEntry[] = [];
  let date1904 = false;
  walkXml(xml, part, {
    open: tag => {
      if (!spreadsheet.has(tag.uri)) return;
      if (tag.local === 'workbookPr') date1904 = isTrue(tag.attribute('date1904'));
      if (tag.local !== 'sheet') return;
      const state = tag.attribute('state');
      entries.push({
        name: tag.attribute('name') ?? '',
        state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
        id: tag.attributeOf(relationshipId, 'id') ?? '',
      });
    },
    text: () => {},
    close: () => {},
  });
  return { date1904, entries };
}
