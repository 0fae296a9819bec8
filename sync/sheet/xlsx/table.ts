import { parseRange } from '../address.ts';
import type { Table } from '../workbook.ts';
import { walkXml } from '../xml.ts';
import { spreadsheet } from './namespaces.ts';

/** Reads a table part (ISO/IEC 29500-1, 18.5); null when it says no range. */
export function readTable(xml: string, part: string): Table | null {
  let table: Table | null = null;
  walkXml(xml, part, {
    open: tag => {
      if (tag.local !== 'table' || !spreadsheet.has(tag.uri)) return;
      const range = parseRange(tag.attribute('ref') ?? '');
      if (!range) return;
      const rows = Number(tag.attribute('headerRowCount') ?? 1);
      const header = rows > 0 ? { ...range, bottom: Math.min(range.bottom, range.top + rows - 1) } : null;
      table = { name: tag.attribute('displayName') ?? tag.attribute('name') ?? '', range, header };
    },
    text: () => {},
    close: () => {},
  });
  return table;
}
