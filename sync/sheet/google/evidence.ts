import { sameText } from '../../form/plain-text.ts';
import type { Readable } from './reading.ts';
import { type CellData, gridRange, type Request } from './requests.ts';
import type { SheetRow } from './rows.ts';

/** Only web addresses become links. */
function safeUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return (protocol === 'https:' || protocol === 'http:') && href.length <= 2000 ? href : null;
}

/**
 * The names of evidence, a line each and each with its own link. The links are part of the cell's look, not a formula. The
 * names must be those that the text prints, or no link has a place.
 */
export function evidenceCell({ texts, evidence }: Pick<SheetRow, 'texts' | 'evidence'>): CellData {
  const text = texts.evidence;
  if (text === '') return {};
  const cell: CellData = { userEnteredValue: { stringValue: text } };
  const lines = text.split('\n');
  if (lines.length !== evidence.length) return cell;
  const starts = lines.map((_, i) => lines.slice(0, i).reduce((sum, line) => sum + line.length + 1, 0));
  const runs = evidence.map(({ url }, i) => {
    const uri = safeUrl(url);
    return { startIndex: starts[i] ?? 0, format: uri === null ? {} : { link: { uri } } };
  });
  return runs.some(({ format }) => 'link' in format) ? { ...cell, textFormatRuns: runs } : cell;
}

/**
 * Lets the evidence column, which is ours alone, say which evidence there is now. A row that moved while this was under way says
 * something wrong until the next sync compares it again.
 */
export function evidenceRequests(
  { returned, tables }: Readable,
  rows: ReadonlyMap<string, SheetRow>,
): readonly Request[] {
  const byTab = new Map(tables.map(table => [table.sheet, table]));
  const copies = Map.groupBy(returned.rows, row => row.rowId);
  return returned.rows.flatMap(({ rowId, sheet, row, matchedBy }): Request[] => {
    const ours = rows.get(rowId);
    const table = byTab.get(sheet);
    const column = table?.columns.at.get('evidence');
    if (!ours || !table || column === undefined || matchedBy !== 'id' || copies.get(rowId)?.length !== 1) return [];
    const says = table.cells.cell(row, column)?.text ?? '';
    if (sameText(says, ours.texts.evidence) || table.cells.mergeAt(row, column)) return [];
    return [
      {
        updateCells: {
          range: gridRange(table.sheetId, { top: row, left: column, bottom: row, right: column }),
          rows: [{ values: [evidenceCell(ours)] }],
          fields: 'userEnteredValue,textFormatRuns',
        },
      },
    ];
  });
}
