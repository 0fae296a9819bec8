import type { Limits } from '../../limits.ts';
import type { CellPatch, PatchedCell, PatchOptions, PatchValue } from '../../patch.ts';
import { again, pendingIn } from '../../patched.ts';
import { Refusal } from '../../refusal.ts';
import type { WorkbookFormat } from '../../workbook.ts';
import { type Part, readDocument } from '../read/index.ts';
import { type CellContent, contentOf } from './content.ts';
import { decide, elementAt } from './decide.ts';
import { type Located, locate } from './locate.ts';
import { prefixesOf } from './prefixes.ts';
import { rowsAfter, rowsWith } from './row-splice.ts';
import { withStaleFormulas } from './stale.ts';

export interface PatchedDocument {
  /** The last part with other cells in it; null when nothing was written. */
  readonly xml: string | null;
  readonly cells: readonly PatchedCell[];
}

/** A value for a cell that may be written. */
export interface Write {
  /** Which of the patches it is. */
  readonly index: number;
  readonly patch: CellPatch;
  readonly value: PatchValue;
}

/**
 * Writes cells into the part with the sheets, by cutting the text of their elements out of it and putting other text in: all
 * else stays letter by letter. An element that stands for several rows or cells is split around the target.
 * @throws Refusal
 */
export function patchDocument(
  parts: readonly Part[],
  format: WorkbookFormat,
  signed: boolean,
  patches: readonly CellPatch[],
  options: PatchOptions,
  limits: Limits,
): PatchedDocument {
  if (signed) throw new Refusal('workbook_signed');
  const located = locate(patches);
  const document = readDocument(parts, format, signed, limits, located.observe);
  const deciding = { located, options, lastColumn: limits.columns, pending: pendingIn(patches) };
  const writes: Write[] = [];
  const first = new Map<string, { readonly patch: CellPatch; readonly cell: PatchedCell }>();
  const cells = patches.map((patch, index) => {
    const key = JSON.stringify([patch.sheet, patch.row, patch.column]);
    const earlier = first.get(key);
    if (earlier) return again(patch, earlier.patch, earlier.cell);
    const { cell, value } = decide(patch, document, deciding);
    first.set(key, { patch, cell });
    if (value !== null) writes.push({ index, patch, value });
    return cell;
  });
  return {
    xml: writes.length === 0 ? null : spliced(parts.at(-1)!.xml, writes, located),
    cells: withStaleFormulas(cells, writes, document, located),
  };
}

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly xml: string;
}

function spliced(xml: string, writes: readonly Write[], located: Located): string {
  const prefixes = prefixesOf(xml);
  const splices: Splice[] = [];
  for (const [sheet, ofSheet] of Map.groupBy(writes, ({ patch }) => patch.sheet)) {
    const contents = new Map<number, Map<number, CellContent>>();
    for (const { patch, value } of ofSheet) {
      const element = elementAt(located.find(sheet, patch.row), patch.column);
      const cells = contents.get(patch.row) ?? new Map<number, CellContent>();
      cells.set(patch.column, contentOf(value, element?.format ?? null, prefixes));
      contents.set(patch.row, cells);
    }
    const byElement = Map.groupBy(contents, ([row]) => located.find(sheet, row));
    for (const [found, rows] of byElement) {
      const edits = new Map(rows);
      const last = located.last(sheet)!;
      if (found) splices.push({ start: found.row.start, end: found.row.end, xml: rowsWith(xml, found, edits) });
      else
        splices.push({
          start: last.end,
          end: last.end,
          xml: rowsAfter(xml, last, last.row + last.repeated - 1, edits),
        });
    }
  }
  return apply(xml, splices);
}

function apply(xml: string, splices: readonly Splice[]): string {
  const pieces: string[] = [];
  let copied = 0;
  for (const { start, end, xml: replacement } of splices.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(xml.slice(copied, start), replacement);
    copied = end;
  }
  pieces.push(xml.slice(copied));
  return pieces.join('');
}
