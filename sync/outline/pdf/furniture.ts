import type { Page, PageLine, Part } from './page.ts';

/** How much of a page's height, at its head and at its foot, can hold what is printed on every page. */
const margin = 0.12;
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
export function withoutFurniture(pages: readonly Page[]): readonly Page[] {
  const running = pages.map(runningLines);
  const places = Map.groupBy(
    running.flat(),
    ({ line, atHead }) => `${atHead} ${line.text.replace(/[\d０-９]+/g, '#')}`,
  );
  const usual = usualSize(pages);
  const leave = new Set<Part>();
  const enough = Math.max(2, pages.length * 0.4);
  for (const group of places.values()) {
    for (const { line, atHead, distance } of group) {
      const alike = group.filter(other => Math.abs(other.distance - distance) <= samePlace);
      if (new Set(alike.map(other => other.line.page)).size < enough) continue;
      const first = alike.every(other => other.line.page >= line.page);
      const isTitle = atHead && line.size >= usual * 0.95 && alike.every(other => other.line.text === line.text);
      if (!(first && isTitle && alike[0]?.line === line)) leave.add(line);
    }
  }
  for (const { line } of running.flat()) {
    if (pageNumber.test(line.text) || address.test(line.text)) leave.add(line);
  }
  return pages.map(page => ({ ...page, parts: page.parts.filter(part => !leave.has(part)) }));
}

function runningLines({ parts, height }: Page): readonly Running[] {
  return parts.flatMap((part): readonly Running[] => {
    if (part.kind !== 'line') return [];
    const { baseline } = part;
    if (baseline <= height * margin) return [{ line: part, atHead: true, distance: baseline }];
    return baseline >= height * (1 - margin) ? [{ line: part, atHead: false, distance: height - baseline }] : [];
  });
}

/** The size that most characters have. */
function usualSize(pages: readonly Page[]): number {
  const sizes = new Map<number, number>();
  for (const { parts } of pages) {
    const lines = parts.flatMap(part => (part.kind === 'line' ? [part] : part.cells.flatMap(cell => cell.lines)));
    for (const { size, text } of lines) {
      const rounded = Math.round(size * 2) / 2;
      sizes.set(rounded, (sizes.get(rounded) ?? 0) + text.length);
    }
  }
  return [...sizes].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0] as [number, number])[0];
}
