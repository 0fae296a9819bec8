import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { askedRows, matchRows } from '../../../../sync/form/identify/index.ts';
import type { FormProfile, ProfileRow } from '../../../../sync/model/index.ts';

const corpus = process.env.CORPUS_DIR;

interface TrueRow extends ProfileRow {
  readonly templateSheet: string;
  readonly templateRow: number;
  readonly duplicate?: boolean;
}
interface Returned {
  readonly template: string;
  readonly kind: string;
  readonly sheets: readonly { readonly name: string; readonly rows: readonly TrueRow[] }[];
}

describe.runIf(corpus)('forms that came back from agencies', () => {
  const folder = join(corpus ?? '', 'forms');
  const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
  const variants = corpus ? readdirSync(folder).filter(name => /\.returned-.*\.expected\.json$/.test(name)) : [];

  test.each(variants)('%s: every row is identified or listed, none wrongly', name => {
    const returned = read<Returned & FormProfile>(name);
    const template = read<FormProfile>(`${name.split('.')[0]}.expected.json`);
    const { rows, missing } = matchRows(askedRows(returned), askedRows(template));
    const truth = returned.sheets.flatMap(sheet => sheet.rows.map(row => ({ sheet: sheet.name, ...row })));
    const outcomes = rows.map((row, i) => {
      const right = truth[i]!;
      if (row.templateRow === null) return 'listed';
      const same = row.templateSheet === right.templateSheet && row.templateRow === right.templateRow;
      return same && row.duplicate === (right.duplicate ?? false) ? 'identified' : 'wrong';
    });
    const count = (outcome: string) => outcomes.filter(each => each === outcome).length;
    process.stdout.write(
      `${name}: ${count('identified')} of ${truth.length} rows identified, ${count('listed')} listed, ${count('wrong')} wrong, ${missing.length} missing\n`,
    );
    expect(count('wrong')).toBe(0);
    expect(count('identified')).toBe(truth.length);
    const gone = new Set(truth.map(row => row.templateRow));
    const issued = template.sheets.flatMap(sheet => sheet.rows.map(({ row }) => ({ sheet: sheet.name, row })));
    expect(missing).toEqual(issued.filter(({ row }) => !gone.has(row)));
  });
});
