import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CellPatch, parseAddress, patchWorkbook, readWorkbook, type Workbook } from '../../../sync/sheet/index.ts';
import { defaultLimits } from '../../../sync/sheet/limits.ts';
import { openArchive } from '../../../sync/sheet/zip.ts';
import { workbookIn } from './ods-files.ts';

const corpus = process.env.CORPUS_DIR ?? '';

interface Answers {
  readonly file: string;
  readonly template: string;
  readonly sheets: readonly {
    readonly name: string;
    readonly rows: readonly { readonly cells?: Readonly<Record<string, string | number>> }[];
  }[];
}

const patchesOf = ({ sheets }: Answers): readonly CellPatch[] =>
  sheets.flatMap(({ name, rows }) =>
    rows.flatMap(({ cells = {} }) =>
      Object.entries(cells).map(([address, value]) => ({
        sheet: name,
        ...parseAddress(address)!,
        value: typeof value === 'number' ? ({ kind: 'number', value } as const) : ({ kind: 'text', value } as const),
      })),
    ),
  );

/** All that a workbook says, but for where it stands in the file. */
const said = ({ sheets }: Workbook) =>
  sheets.map(({ name, rows, merges, columns }) => ({
    name,
    merges,
    columns,
    rows: rows.map(({ row, height, hidden, cells }) => ({
      row,
      height,
      hidden,
      cells: cells.map(({ address, text, value, formula, locked, numberFormat, styleIndex }) => ({
        address,
        text,
        value,
        formula,
        locked,
        numberFormat,
        styleIndex,
      })),
    })),
  }));

/** Each entry as it is packed, in the order of the file. */
const packed = (bytes: Uint8Array): readonly (readonly [string, string])[] =>
  openArchive(bytes, defaultLimits).entries.map(({ name, offset, compressedSize }) => [
    name,
    Buffer.from(bytes.subarray(offset, offset + 30 + name.length + compressedSize)).toString('base64'),
  ]);
const others = (bytes: Uint8Array) => packed(bytes).filter(([name]) => name !== 'content.xml');

describe.runIf(corpus)('forms as .ods', () => {
  const folder = join(corpus, 'forms');
  const all = corpus ? readdirSync(folder).filter(name => name.endsWith('.answers.json')) : [];
  const forms = all
    .map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Answers)
    .filter(({ template }) => template.endsWith('.ods'));

  it.each(forms)('$template filled is $file, cell by cell, with all else identical', answers => {
    const template = new Uint8Array(readFileSync(join(folder, answers.template)));
    const patches = patchesOf(answers);
    const filled = patchWorkbook(template, answers.template, patches);
    if (!filled.ok) throw new Error(filled.issue.code);
    expect(filled.cells.filter(({ status }) => status === 'refused')).toEqual([]);
    expect(said(workbookIn(filled.bytes))).toEqual(said(workbookIn(readFileSync(join(folder, answers.file)))));
    expect(others(filled.bytes)).toEqual(others(template));
    const again = patchWorkbook(filled.bytes, answers.template, patches);
    expect(again.ok && again.bytes).toBe(filled.bytes);
    process.stdout.write(`${answers.template}: ${patches.length} cells as in ${answers.file}\n`);
  });
});

describe.runIf(corpus)('public and plan workbooks as .ods', () => {
  const files = corpus
    ? ['workbooks', 'plans'].flatMap(folder =>
        readdirSync(join(corpus, folder))
          .filter(name => name.endsWith('.ods'))
          .map(name => join(corpus, folder, name)),
      )
    : [];
  const unreadable: Readonly<Record<string, string>> = {
    'calamine-pass_protected.ods': 'workbook_encrypted',
    'calamine-issue_594_dos.ods': 'workbook_too_large',
  };

  it('are read or refused for what they are, and take a text in the place of any other', () => {
    let [written, merged] = [0, 0];
    for (const file of files) {
      const name = file.slice(file.lastIndexOf('/') + 1);
      const bytes = new Uint8Array(readFileSync(file));
      const read = readWorkbook(bytes, name);
      expect({ name, outcome: read.ok ? 'read' : read.issue.code }).toEqual({
        name,
        outcome: unreadable[name] ?? 'read',
      });
      if (!read.ok) continue;
      const texts = read.workbook.sheets.flatMap(sheet =>
        sheet.rows.flatMap(({ cells }) =>
          cells
            .filter(({ value, formula }) => value.kind === 'text' && formula === null)
            .map(({ row, column, text }) => ({
              sheet: sheet.name,
              row,
              column,
              value: { kind: 'text', value: `${text} 改` } as const,
            })),
        ),
      );
      const result = patchWorkbook(bytes, name, texts);
      if (!result.ok) throw new Error(`${name}: ${result.issue.code}`);
      const refused = result.cells.filter(({ status }) => status === 'refused');
      expect(refused.filter(({ issue }) => issue?.code !== 'cell_merged')).toEqual([]);
      expect(others(result.bytes)).toEqual(others(bytes));
      const after = workbookIn(result.bytes);
      texts.forEach(({ sheet, row, column, value }, i) => {
        const cell = after.sheets.find(each => each.name === sheet)!.cell(row, column)!;
        if (result.cells[i]!.status === 'written') expect(cell.text).toBe(value.value);
      });
      written += result.cells.length - refused.length;
      merged += refused.length;
    }
    process.stdout.write(
      `${files.length} .ods files: ${written} texts written, ${merged} under merged cells refused\n`,
    );
  });
});
