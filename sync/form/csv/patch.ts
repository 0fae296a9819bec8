import type { CellPatch, PatchedCell } from '../../sheet/index.ts';
import { again, refused, same, written } from '../../sheet/patched.ts';
import { legible } from '../plain-text.ts';
import { encodeText } from './decode.ts';
import { guarded } from './guard.ts';
import type { CsvTable } from './open.ts';
import { quoted } from './records.ts';

/**
 * Writes fields into our own form as text; every other letter stays. A record that is too short gets the delimiters it lacks.
 * @returns the bytes, null when nothing was written, and what became of each patch, in their order
 */
export function patchCsv(
  table: CsvTable,
  patches: readonly CellPatch[],
): { readonly bytes: Uint8Array | null; readonly cells: readonly PatchedCell[] } {
  const { source, sheet } = table;
  const first = new Map<string, { readonly patch: CellPatch; readonly cell: PatchedCell }>();
  const fields = new Map<number, Map<number, string>>();
  const cells = patches.map((patch): PatchedCell => {
    const key = `${patch.sheet}!${patch.row}:${patch.column}`;
    const earlier = first.get(key);
    if (earlier) return again(patch, earlier.patch, earlier.cell);
    const cell = decide(table, patch);
    first.set(key, { patch, cell });
    if (cell.status !== 'written') return cell;
    const row = fields.get(patch.row) ?? new Map<number, string>();
    fields.set(patch.row, row.set(patch.column, fieldOf(patch)));
    return cell;
  });
  if (fields.size === 0) return { bytes: null, cells };
  let text = '';
  let at = 0;
  for (const row of [...fields.keys()].sort((a, b) => a - b)) {
    const start = startOf(table, row);
    const end = table.ends[row - 1]!.at(-1)!;
    text += source.text.slice(at, start) + recordWith(table, row, start, fields.get(row)!);
    at = end;
  }
  return { bytes: encodeText({ ...source, text: text + source.text.slice(at) }), cells };

  function decide({ ends }: CsvTable, patch: CellPatch): PatchedCell {
    if (patch.sheet !== sheet.name) return refused(patch, 'cell_sheet_unknown');
    if (!ends[patch.row - 1] || patch.column < 1 || patch.column > widest) return refused(patch, 'cell_outside');
    return (sheet.cell(patch.row, patch.column)?.text ?? '') === legible(textOf(patch)) ? same(patch) : written(patch);
  }
}

/** No form has more columns than a sheet of a spreadsheet program shows at first. */
const widest = 256;

const textOf = ({ value }: CellPatch): string => (value.kind === 'blank' ? '' : String(value.value));
const fieldOf = (patch: CellPatch): string => quoted(guarded(legible(textOf(patch))));

/** Behind the line end of the record above. */
function startOf({ source: { text }, ends }: CsvTable, row: number): number {
  if (row === 1) return 0;
  const end = ends[row - 2]!.at(-1)!;
  return end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
}

function recordWith(
  { source: { text }, ends, delimiter }: CsvTable,
  row: number,
  start: number,
  fields: ReadonlyMap<number, string>,
): string {
  const places = ends[row - 1]!;
  const count = Math.max(places.length, ...fields.keys());
  const texts = Array.from({ length: count }, (_, i) => {
    const from = i === 0 ? start : (places[i - 1] ?? 0) + 1;
    const end = places[i];
    return fields.get(i + 1) ?? (end === undefined ? '' : text.slice(from, end));
  });
  return texts.join(delimiter);
}
