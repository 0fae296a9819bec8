import type { DefinedName, SheetState } from '../workbook.ts';
import { walkXml } from '../xml.ts';
import { relationshipId, spreadsheet } from './namespaces.ts';
import { isTrue } from './styles.ts';

export interface SheetEntry {
  readonly name: string;
  readonly state: SheetState;
  /** Of the relationship that leads to its part. */
  readonly id: string;
}

export interface WorkbookPart {
  readonly date1904: boolean;
  readonly entries: readonly SheetEntry[];
  readonly definedNames: readonly DefinedName[];
}

/** Reads the part that names the sheets in the order of their tabs. */
export function readWorkbookPart(xml: string, part: string): WorkbookPart {
  const entries: SheetEntry[] = [];
  const names: { name: string; localSheet: string | undefined; refersTo: string }[] = [];
  let date1904 = false;
  let inName = false;
  walkXml(xml, part, {
    open: tag => {
      if (!spreadsheet.has(tag.uri)) return;
      if (tag.local === 'workbookPr') date1904 = isTrue(tag.attribute('date1904'));
      if (tag.local === 'definedName') {
        inName = true;
        names.push({ name: tag.attribute('name') ?? '', localSheet: tag.attribute('localSheetId'), refersTo: '' });
      }
      if (tag.local !== 'sheet') return;
      const state = tag.attribute('state');
      entries.push({
        name: tag.attribute('name') ?? '',
        state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
        id: tag.attributeOf(relationshipId, 'id') ?? '',
      });
    },
    text: text => {
      if (inName) names.at(-1)!.refersTo += text;
    },
    close: () => {
      inName = false;
    },
  });
  const definedNames = names.map(({ name, localSheet, refersTo }) => ({
    name,
    sheet: localSheet === undefined ? null : (entries[Number(localSheet)]?.name ?? null),
    refersTo: refersTo.trim(),
  }));
  return { date1904, entries, definedNames };
}
