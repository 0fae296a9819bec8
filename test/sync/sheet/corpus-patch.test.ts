import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type CellPatch,
  contains,
  patchWorkbook,
  readWorkbook,
  type Sheet,
  type Workbook,
} from '../../../sync/sheet/index.ts';
import { changedEntries } from './patches.ts';

const corpus = process.env.CORPUS_DIR;
const office = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find(existsSync);
const written = '管考寫入 <&> 測試\n第二行';

interface Written {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly patch: CellPatch;
  readonly sheetIndex: number;
  readonly changed: readonly string[];
  /** The cell reads as written, every other one as before, and writing again changes nothing. */
  readonly sound: boolean;
  readonly ms: number;
}

/** A cell that holds plain text and that a person could type into. */
const isFree = (sheet: Sheet, row: number, column: number): boolean => {
  const merge = sheet.mergeAt(row, column);
  const cell = sheet.cell(row, column);
  return (
    cell?.value.kind === 'text' &&
    cell.formula === null &&
    (!merge || (merge.top === row && merge.left === column)) &&
    !sheet.tables.some(({ header }) => header && contains(header, row, column)) &&
    !(sheet.protected && cell.locked)
  );
};

function freeCell({ sheets }: Workbook): { readonly sheetIndex: number; readonly patch: CellPatch } | null {
  for (const [sheetIndex, sheet] of sheets.entries()) {
    for (const { row, cells } of sheet.rows) {
      for (const { column } of cells) {
        if (!isFree(sheet, row, column)) continue;
        return { sheetIndex, patch: { sheet: sheet.name, row, column, value: { kind: 'text', value: written } } };
      }
    }
  }
  return null;
}

const texts = ({ sheets }: Workbook, but: CellPatch): readonly string[] =>
  sheets.flatMap(({ name, rows }) =>
    rows.flatMap(({ row, cells }) =>
      cells
        .filter(({ column }) => name !== but.sheet || row !== but.row || column !== but.column)
        .map(({ address, text, formula, styleIndex }) => `${name}!${address}=${text}|${formula}|${styleIndex}`),
    ),
  );

function write(name: string, file: Uint8Array): Written | 'unread' | 'no text' | 'refused' {
  const read = readWorkbook(file, name);
  if (!read.ok) return 'unread';
  const free = freeCell(read.workbook);
  if (!free) return 'no text';
  const { patch } = free;
  const started = performance.now();
  const result = patchWorkbook(file, name, [patch]);
  const ms = performance.now() - started;
  if (!result.ok || result.cells[0]?.status !== 'written') return 'refused';
  const back = readWorkbook(result.bytes, name);
  const again = patchWorkbook(result.bytes, name, [patch]);
  const sound =
    back.ok &&
    back.workbook.sheets[free.sheetIndex]?.cell(patch.row, patch.column)?.text === written &&
    texts(back.workbook, patch).join('\n') === texts(read.workbook, patch).join('\n') &&
    again.ok &&
    again.bytes === result.bytes;
  return { ...free, name, bytes: result.bytes, changed: changedEntries(file, result.bytes), sound, ms };
}

/** What LibreOffice reads in each file, by its own saving of it as .ods; names are made unlike, since it drops the ending. */
function readByOffice(files: readonly Written[]): readonly (string | undefined)[] {
  const folder = mkdtempSync(join(tmpdir(), 'guankao-corpus-'));
  try {
    mkdirSync(join(folder, 'out'));
    const names = files.map(({ name }, i) => `${i}${name.slice(name.lastIndexOf('.'))}`);
    for (const [i, { bytes }] of files.entries()) writeFileSync(join(folder, names[i]!), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const args = ['--headless', profile, '--convert-to', 'ods:calc8', '--outdir', 'out', ...names];
    execFileSync(office!, args, { cwd: folder, stdio: 'ignore', timeout: 240_000 });
    return files.map(({ patch, sheetIndex }, i) => {
      const saved = join(folder, 'out', `${i}.ods`);
      const read = existsSync(saved) ? readWorkbook(readFileSync(saved), saved) : null;
      return read?.ok ? read.workbook.sheets[sheetIndex]?.cell(patch.row, patch.column)?.text : undefined;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.runIf(corpus)('public workbooks that are written into', () => {
  const folder = join(corpus ?? '', 'workbooks');
  const outcomes = corpus
    ? readdirSync(folder)
        .filter(name => /\.(?:xlsx|xlsm|xltx)$/.test(name))
        .map(name => write(name, readFileSync(join(folder, name))))
    : [];
  const files = outcomes.filter(outcome => typeof outcome !== 'string');

  it('take a text, keep every other entry as it is, and give the text back', () => {
    const refused = outcomes.filter(outcome => outcome === 'refused').length;
    const slowest = Math.max(...files.map(({ ms }) => ms));
    process.stdout.write(
      `${files.length} public workbooks written, ${refused} refused, ${outcomes.filter(o => o === 'no text').length} without text; slowest ${slowest.toFixed(0)} ms\n`,
    );
    expect(files.length / (files.length + refused)).toBeGreaterThanOrEqual(0.98);
    expect(files.filter(({ sound }) => !sound).map(({ name }) => name)).toEqual([]);
    const touched = files
      .flatMap(({ changed }) => changed)
      .filter(part => !/sheets?\/|sheet\d*\.xml|sharedStrings|workbook\.xml/i.test(part));
    expect(touched).toEqual([]);
    expect(slowest).toBeLessThan(5000);
  });

  it.runIf(office)('are read by LibreOffice with the new text', { timeout: 300_000 }, () => {
    const some = files.filter((_, i) => i % 8 === 0);
    const texts = readByOffice(some);
    const known = texts.filter(text => text !== undefined);
    process.stdout.write(`${known.length} of ${some.length} opened by LibreOffice as well\n`);
    // A cell that holds a link shows its lines joined.
    expect(known.map(text => text.replaceAll('\n', ' '))).toEqual(known.map(() => written.replaceAll('\n', ' ')));
    expect(known.length / some.length).toBeGreaterThanOrEqual(0.9);
  });
});
