import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AskedRow, askedRows, matchRows } from '../../../../sync/form/identify/index.ts';
import { profileForm } from '../../../../sync/form/profile/index.ts';
import type { FormProfile, ProfileRow } from '../../../../sync/model/index.ts';
import { readWorkbook } from '../../../../sync/sheet/index.ts';

const corpus = process.env.CORPUS_DIR;

interface TrueRow extends ProfileRow {
  readonly templateSheet: string;
  readonly templateRow: number;
  readonly duplicate?: boolean;
}
interface Returned {
  readonly file: string;
  readonly template: string;
  readonly sheets: readonly { readonly name: string; readonly rows: readonly TrueRow[] }[];
}

describe.runIf(corpus)('forms of agencies', () => {
  const folder = join(corpus ?? '', 'forms');
  const named = (pattern: RegExp) => (corpus ? readdirSync(folder).filter(name => pattern.test(name)) : []);
  const expected = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
  const rowsOf = (name: string): readonly AskedRow[] => {
    const reading = readWorkbook(readFileSync(join(folder, name)), name);
    if (!reading.ok) throw new Error(reading.issue.message);
    return askedRows(profileForm(reading.workbook), reading.workbook);
  };

  test.each(named(/\.returned-.*\.expected\.json$/))('%s: every row came back is identified, none wrongly', name => {
    const truth = expected<Returned>(name);
    const right = new Map(
      truth.sheets.flatMap(sheet => sheet.rows.map(row => [`${sheet.name}!${row.row}`, row] as const)),
    );
    const { rows, missing } = matchRows(rowsOf(truth.file), rowsOf(truth.template));
    const outcomes = rows.map(row => {
      const is = right.get(`${row.sheet}!${row.row}`);
      if (row.templateRow === null) return 'listed';
      const same = row.templateSheet === is?.templateSheet && row.templateRow === is?.templateRow;
      return same && row.duplicate === (is?.duplicate ?? false) ? 'identified' : 'wrong';
    });
    const count = (outcome: string) => outcomes.filter(each => each === outcome).length;
    process.stdout.write(
      `${truth.file}: ${count('identified')} of ${right.size} rows identified, ${count('listed')} listed, ${count('wrong')} wrong; ${missing.length} did not come back\n`,
    );
    expect(count('wrong')).toBe(0);
    expect(count('identified')).toBe(right.size);
    const back = new Set([...right.values()].map(row => row.templateRow));
    expect(missing).toEqual(
      rowsOf(truth.template).flatMap(({ sheet, row }) => (back.has(row) ? [] : [{ sheet, row }])),
    );
  });

  test.each(named(/^t\d+\.expected\.json$/))('%s: shuffled, cut and copied, no row is taken for another', name => {
    const template = askedRows(expected<FormProfile>(name));
    const heading = fc.constantFrom('kept', 'lost', 'taken over');
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...template], { minLength: 12 }),
        fc.nat(),
        heading,
        fc.boolean(),
        (kept, copied, headings, looked) => {
          const rows = [...kept, kept[copied % kept.length]!];
          const own = looked ? headings === 'kept' : null;
          const returned = rows.map((row, i): AskedRow => {
            const from = headings === 'taken over' ? rows[Math.max(0, i - 1)]! : row;
            const plain = (field: 'item' | 'keyPoint') => (headings === 'lost' ? '' : from[field].plain);
            return {
              ...row,
              row: 1000 + i,
              label: headings === 'lost' ? null : row.label,
              item: { plain: plain('item'), own },
              keyPoint: { plain: plain('keyPoint'), own },
            };
          });
          const matches = matchRows(returned, template).rows;
          expect(matches.filter(({ templateRow }, i) => templateRow !== null && templateRow !== rows[i]!.row)).toEqual(
            [],
          );
          const found = matches.filter(({ templateRow }) => templateRow !== null).length;
          expect(found / matches.length).toBeGreaterThan(0.9);
          const copy = matches.at(-1)!;
          expect(copy.duplicate || copy.candidates.length > 0).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
