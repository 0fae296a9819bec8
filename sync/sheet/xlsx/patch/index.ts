import type { Limits } from '../../limits.ts';
import type { CellPatch, PatchedCell, PatchOptions } from '../../patch.ts';
import { again, outcome, type Patched, pendingIn, refused, written } from '../../patched.ts';
import { Refusal } from '../../refusal.ts';
import type { Archive, ZipEntry } from '../../zip.ts';
import { replaceEntries } from '../../zip-write.ts';
import { isSigned } from '../main-part.ts';
import { type Book, openBook } from './book.ts';
import { type Deciding, decide, isOutside, type Writing } from './decide.ts';
import { fitRow } from './fit.ts';
import type { Edit } from './part-text.ts';
import { recalculation } from './recalculation.ts';
import { sheetEdits } from './sheet-edits.ts';
import { type Part, sourceOf } from './source.ts';
import type { Target } from './target.ts';
import { type Targets, targetsOver } from './targets.ts';

/*
 * How a workbook is filled: its parts are texts of which stretches are replaced, by positions that one scan found. No model
 * of the workbook is built and written back, since that is how programs lose what they do not know. Of a sheet only the rows
 * that get something are looked into. Texts go into the table of shared strings, since some readers do not know inline ones;
 * in a workbook without that table they stand in their cells, for a new part would need a relationship and a content type,
 * and every reader that meets such a workbook must know inline strings anyway.
 */

/** Writes cells into a workbook as it came, whatever was written into it before. @throws Refusal */
export type PatchXlsx = (patches: readonly CellPatch[], options: PatchOptions) => Patched;

/** Opens an Office Open XML workbook to write cells into it, as often as one likes. @throws Refusal */
export function openXlsx(bytes: Uint8Array, archive: Archive, limits: Limits): PatchXlsx {
  if (isSigned(archive)) throw new Refusal('workbook_signed');
  const source = sourceOf(archive, limits);
  const book = openBook(source);
  const targets = targetsOver(source, book);
  return (patches, options) => {
    const cells = new Map<CellPatch, PatchedCell>();
    const repeats = new Map<CellPatch, CellPatch>();
    const wanted = wantedOf(patches, book, targets, cells, repeats);
    const changes = changesOf(wanted, book, targets, cells, { options, pending: pendingIn(patches) });
    for (const [patch, first] of repeats) cells.set(patch, again(patch, first, cells.get(first)!));
    return {
      bytes: replaceEntries(bytes, archive, contentsOf(changes)),
      cells: patches.map(patch => cells.get(patch)!),
    };
  };
}

/** Decides on every cell, and gives the changes of each part. */
function changesOf(
  wanted: readonly Targeted[],
  book: Book,
  targets: Targets,
  cells: Map<CellPatch, PatchedCell>,
  asked: Pick<Deciding, 'options' | 'pending'>,
): ReadonlyMap<Part, readonly Edit[]> {
  const strings = targets.strings(wanted.map(({ target }) => target));
  const shared = strings && ((text: string) => strings.append(text));
  const changes = new Map<Part, readonly Edit[]>();
  const filled: CellPatch[] = [];
  let references = 0;
  const deciding: Deciding = { ...asked, book, strings: i => strings?.text(i) };
  for (const { target, rows } of wanted) {
    const edits = sheetEdits(target.map, shared);
    for (const [row, patches] of rows) {
      const writings = decideRow(patches, target, deciding, cells);
      if (writings.length === 0) continue;
      const { releaseHeight, tight } = fitRow(writings, target);
      edits.add({ row, writings, releaseHeight });
      references += moreReferences(writings);
      for (const writing of writings) {
        cells.set(writing.patch, became(writing, tight.has(writing.patch)));
        filled.push(writing.patch);
      }
    }
    changes.set(target.part, edits.all());
  }
  if (strings) changes.set(strings.part, strings.edits(references));
  if (filled.length > 0) changes.set(book.main, recalculation(book, filled));
  return changes;
}

/** Written, with what a person should look at first. */
function became({ patch, unchecked }: Writing, isTight: boolean): PatchedCell {
  if (unchecked !== null) return outcome(patch, 'written', 'cell_rule_unchecked', { allowed: unchecked });
  return isTight ? outcome(patch, 'written', 'cell_may_not_fit') : written(patch);
}

/** What of a row is written; of the rest `cells` tells why not. */
function decideRow(
  patches: readonly CellPatch[],
  target: Target,
  deciding: Deciding,
  cells: Map<CellPatch, PatchedCell>,
): readonly Writing[] {
  const writings: Writing[] = [];
  for (const patch of patches) {
    const decision = decide(patch, target, deciding);
    if ('status' in decision) cells.set(patch, decision);
    else writings.push(decision);
  }
  return writings;
}

interface Targeted {
  readonly target: Target;
  /** By ascending row, without those that name no cell or one that was named before. */
  readonly rows: ReadonlyMap<number, readonly CellPatch[]>;
}

/** Patches by their sheet and row. `repeats` tells the first patch of a cell that is named again. */
function wantedOf(
  patches: readonly CellPatch[],
  book: Book,
  targets: Targets,
  cells: Map<CellPatch, PatchedCell>,
  repeats: Map<CellPatch, CellPatch>,
): readonly Targeted[] {
  const bySheet = Map.groupBy(patches, ({ sheet }) => sheet);
  return [...bySheet].flatMap(([name, all]) => {
    const sheet = book.sheets.find(known => known.name === name);
    const own = all.filter(patch => {
      const wrong = sheet ? (isOutside(patch) ? 'cell_outside' : null) : 'cell_sheet_unknown';
      if (wrong) cells.set(patch, refused(patch, wrong));
      return wrong === null;
    });
    if (!sheet || own.length === 0) return [];
    const rows = byRow(own, repeats);
    return [{ target: targets.of(sheet, rows), rows }];
  });
}

function byRow(
  patches: readonly CellPatch[],
  repeats: Map<CellPatch, CellPatch>,
): ReadonlyMap<number, readonly CellPatch[]> {
  if (patches.every((patch, i) => i === 0 || follows(patches[i - 1]!, patch)))
    return Map.groupBy(patches, ({ row }) => row);
  const rows = new Map<number, Map<number, CellPatch>>();
  for (const patch of patches) {
    const cells = rows.get(patch.row) ?? new Map<number, CellPatch>();
    rows.set(patch.row, cells);
    const earlier = cells.get(patch.column);
    if (earlier) repeats.set(patch, earlier);
    else cells.set(patch.column, patch);
  }
  return new Map([...rows].sort(([a], [b]) => a - b).map(([row, cells]) => [row, [...cells.values()]]));
}

const follows = (before: CellPatch, { row, column }: CellPatch): boolean =>
  row > before.row || (row === before.row && column > before.column);

/** Cells that refer to the table of strings now, less those that did before. */
const moreReferences = (writings: readonly Writing[]): number =>
  writings.reduce((sum, { content, standing }) => {
    const replaced = content.kind === 'blank' ? standing.cells : standing.cells.slice(-1);
    return sum + (content.kind === 'text' ? 1 : 0) - replaced.filter(({ type }) => type === 's').length;
  }, 0);

function contentsOf(changes: ReadonlyMap<Part, readonly Edit[]>): ReadonlyMap<ZipEntry, Uint8Array> {
  const contents = new Map<ZipEntry, Uint8Array>();
  for (const [part, edits] of changes) if (edits.length > 0) contents.set(part.entry, part.splice(edits));
  return contents;
}
