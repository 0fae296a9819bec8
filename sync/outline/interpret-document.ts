import { noSections, type PlanDocument } from '../model/index.ts';
import type { DocumentTable, OutlineDocument } from './document.ts';
import { readGrids } from './read-grids.ts';
import type { PlanDocumentReading } from './reading.ts';

/**
 * Understands a plan document, whatever format its blocks came from. Never throws on bad input: a document without a plan
 * gives no items and an error. Nothing is dropped in silence: what was not understood, guessed or left out is an issue
 * with its place and, where a node came of it, the node's path.
 * @param fileName stands in for a title that the document does not have
 */
export function interpretDocument({ blocks }: OutlineDocument, fileName: string): PlanDocumentReading {
  const tables = blocks.filter((block): block is DocumentTable => block.kind === 'table');
  const { title, agencyName, year, items, sources, issues } = readGrids(
    tables.map(({ grid }) => grid),
    fileName,
  );
  const plan: PlanDocument = { ...noSections, title, agency: agencyName, year, document: null, items };
  return { plan, sources, issues };
}
