import type { PageLine, Sketch } from './sketch.ts';

/** How much of a page's height, at its head and at its foot, can hold what is printed on every page. */
const margin = 0.12;
/** How many lines there. */
const mostLines = 3;
/** A line with so many parts, as large as the text, names the columns of a table that has no lines. */
const columns = 3;
/** The same place, in points. */
const samePlace = 4;

const pageNumber =
  /^[-–—─~～\s]*(?:第\s*|Page\s*|P\.?\s*)?[\d０-９]{1,4}\s*頁?(?:\s*(?:[/／,，、]|of)?\s*共?\s*[\d０-９]{1,4}\s*頁?)?[-–—─~～\s]*$/i;
const address = /^(?:https?|file):\/\//;

interface Running {
  readonly line: PageLine;
  readonly atHead: boolean;
  readonly distance: number;
}

/**
 * Leaves out page numbers and what is printed at the same place of many pages. A heading that is printed as large as the
 * text stays where it comes first: it may be the only place where the title stands.
 */
export function withoutFurniture(pages: readonly Sketch[]): readonly Sketch[] {
  const running = pages.flatMap(runningLines);
  const groups = Map.groupBy(running, ({ line, atHead }) => `${atHead} ${line.text.replace(/[\d０-９]+/g, '#')}`);
  const usual = usualSize(pages);
  const leave = new Set<PageLine>();
  const enough = Math.max(2, pages.length * 0.4);
  for (const group of groups.values()) {
    for (const { line, atHead, distance } of group) {
      const alike = group.filter(other => Math.abs(other.distance - distance) <= samePlace);
      if (new Set(alike.map(other => other.line.page)).size < enough) continue;
      const isTitle = atHead && line.size >= usual * 0.95 && alike.every(other => other.line.text === line.text);
      const isHeading = isTitle && line.runs.length >= columns;
      if (!isHeading && (!isTitle || alike[0]?.line !== line)) leave.add(line);
    }
  }
  for (const { lines } of pages) {
    const headings = lines.filter(line => line.runs.length >= columns && !leave.has(line));
    for (const line of lines) if (headings.some(heading => isBeside(line, heading))) leave.delete(line);
  }
  for (const { line } of running) if (pageNumber.test(line.text) || address.test(line.text)) leave.add(line);
  return pages.map(page => ({ ...page, lines: page.lines.filter(line => !leave.has(line)) }));
}

/** A line above or below it, as names of columns are that take two lines. */
const isBeside = (line: PageLine, heading: PageLine): boolean =>
  Math.abs(line.baseline - heading.baseline) < 1.6 * line.size;

/** The first and the last lines of a page, where they stand in its margins. */
function runningLines({ lines, tables, height }: Sketch): readonly Running[] {
  const above = Math.min(...tables.map(({ top }) => top), height * margin);
  const below = Math.max(...tables.map(({ bottom }) => bottom), height * (1 - margin));
  // Below the names of columns stand the rows of a table, which may say the same on several pages.
  const named = lines.findIndex(({ runs }) => runs.length >= columns);
  return [
    ...lines
      .slice(0, named < 0 ? mostLines : Math.min(mostLines, named + 1))
      .filter(({ baseline }) => baseline <= above)
      .map(line => ({ line, atHead: true, distance: line.baseline })),
    ...lines
      .slice(-mostLines)
      .filter(({ baseline }) => baseline >= below)
      .map(line => ({ line, atHead: false, distance: height - line.baseline })),
  ];
}

/** The size that most characters have. */
function usualSize(pages: readonly Sketch[]): number {
  const sizes = new Map<number, number>();
  for (const { lines, tables } of pages) {
    const inTables = tables.flatMap(({ cells }) => cells.flatMap(cell => cell.lines));
    for (const { size, text } of [...lines, ...inTables]) {
      const rounded = Math.round(size * 2) / 2;
      sizes.set(rounded, (sizes.get(rounded) ?? 0) + text.length);
    }
  }
  return [...sizes].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0] as [number, number])[0];
}
