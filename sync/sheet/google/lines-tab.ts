import { gridRange, type Request, textCell } from './requests.ts';
import type { SheetState } from './state.ts';

/** Ids of tabs are chosen by who makes them. */
const linesTabId = 720_412;
const width = 720;

/**
 * A tab of its own behind the others with lines of text that nobody else may change; one that was written before is replaced. A batch
 * is done whole or not at all, so that sending it again is as good as once.
 */
export function linesTab(
  { tabs }: Pick<SheetState, 'tabs'>,
  title: string,
  lines: readonly string[],
): readonly Request[] {
  const others = tabs.filter(({ sheetId }) => sheetId !== linesTabId);
  const titles = new Set(others.map(tab => tab.title));
  const free = [title, ...others.map((_, i) => `${title} ${i + 2}`)].find(each => !titles.has(each)) ?? title;
  const rows = lines.length;
  const range = gridRange(linesTabId, { top: 1, left: 1, bottom: rows, right: 1 });
  return [
    ...(others.length < tabs.length ? [{ deleteSheet: { sheetId: linesTabId } }] : []),
    {
      addSheet: {
        properties: {
          sheetId: linesTabId,
          title: free,
          index: others.length,
          gridProperties: { rowCount: rows, columnCount: 1 },
        },
      },
    },
    {
      updateCells: {
        range,
        rows: lines.map(line => ({ values: [{ ...textCell(line), userEnteredFormat: { wrapStrategy: 'WRAP' } }] })),
        fields: 'userEnteredValue,userEnteredFormat.wrapStrategy',
      },
    },
    {
      updateDimensionProperties: {
        range: { sheetId: linesTabId, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 },
        properties: { pixelSize: width },
        fields: 'pixelSize',
      },
    },
    { addProtectedRange: { protectedRange: { range: { sheetId: linesTabId }, warningOnly: false } } },
  ];
}
