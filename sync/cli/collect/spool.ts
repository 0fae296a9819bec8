import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileFailure } from '../files.ts';

/** Rows kept on disk, so that memory does not grow with the number of agencies; gone when it is closed. */
export interface Spool {
  /** Keeps the rows of a file. */
  readonly keep: (rowIds: readonly string[], rows: readonly string[]) => Kept;
  readonly row: (kept: Kept, rowId: string) => string | null;
  /** All rows of a file, by one read. */
  readonly rows: (kept: Kept) => ReadonlyMap<string, string>;
  readonly close: () => void;
}

/** Where the rows of a file stand: for each its start, and the end of the last. */
export interface Kept {
  readonly rowIds: readonly string[];
  readonly places: Float64Array;
}

/** An open file stays usable without its name, so that nothing is left however the program ends; Windows keeps the name till the end. */
function openedIn(folder: string): { readonly file: number; readonly isNameless: boolean } {
  const file = openSync(join(folder, 'rows'), 'wx+', 0o600);
  try {
    rmSync(folder, { recursive: true });
    return { file, isNameless: true };
  } catch {
    return { file, isNameless: false };
  }
}

function newFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'guankao-collect-'));
  } catch (error) {
    throw fileFailure(error, tmpdir());
  }
}

/** @throws FileFailed where the folder for temporary files cannot be written */
export function openSpool(): Spool {
  const folder = newFolder();
  const { file, isNameless } = openedIn(folder);
  let at = 0;
  const part = (start: number, end: number): Buffer => {
    const buffer = Buffer.allocUnsafe(end - start);
    let read = 0;
    while (read < buffer.length) read += readSync(file, buffer, read, buffer.length - read, start + read);
    return buffer;
  };
  return {
    keep: (rowIds, rows) => {
      const places = new Float64Array(rows.length + 1);
      const pieces = rows.map(row => Buffer.from(row));
      places[0] = at;
      for (const [i, piece] of pieces.entries()) places[i + 1] = places[i]! + piece.length;
      const whole = Buffer.concat(pieces);
      let written = 0;
      while (written < whole.length) written += writeSync(file, whole, written, whole.length - written, at + written);
      at += whole.length;
      return { rowIds, places };
    },
    row: ({ rowIds, places }, rowId) => {
      const i = rowIds.indexOf(rowId);
      return i < 0 ? null : part(places[i]!, places[i + 1]!).toString();
    },
    rows: ({ rowIds, places }) => {
      const start = places[0]!;
      const whole = part(start, places.at(-1)!);
      return new Map(rowIds.map((id, i) => [id, whole.toString('utf8', places[i]! - start, places[i + 1]! - start)]));
    },
    close: () => {
      closeSync(file);
      if (!isNameless) rmSync(folder, { recursive: true, force: true });
    },
  };
}
