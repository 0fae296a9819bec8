import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { profileForm, similarity } from '../../../../sync/form/profile/index.ts';
import type { FormProfile } from '../../../../sync/model/index.ts';
import { readWorkbook } from '../../../../sync/sheet/index.ts';

const corpus = process.env.CORPUS_DIR;

/** What the corpus says of a sheet beside what a finder finds: where the row stands in a plan and what was answered. */
const notTheFinders = new Set([
  'planRow',
  'planPath',
  'templateSheet',
  'templateRow',
  'answers',
  'duplicate',
  'originalText',
]);
const absent: Readonly<Record<string, unknown>> = {
  keyPoint: null,
  history: [],
  subSteps: [],
  otherColumns: {},
  totalRows: [],
  noteRows: [],
  sectionRows: [],
  repeatedHeaderRows: [],
  blankRows: [],
  spareRows: [],
  hiddenRows: [],
  hiddenColumns: [],
};

interface Expected {
  readonly file: string;
  readonly agencyName: string | null;
  readonly period: unknown;
  readonly sheets: readonly (Readonly<Record<string, unknown>> & {
    readonly name: string;
    readonly rows: readonly (Readonly<Record<string, unknown>> & { readonly row: number })[];
  })[];
}

interface Figures {
  readonly right: Map<string, number>;
  readonly wrong: string[];
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

function compare(expected: Expected, found: FormProfile): Figures {
  const right = new Map<string, number>();
  const wrong: string[] = [];
  const check = (field: string, want: unknown, got: unknown, where: string): void => {
    const missing = absent[field.replace(/^.*\./, '')];
    if (canonical(want ?? missing ?? null) === canonical(got ?? missing ?? null)) {
      right.set(field, (right.get(field) ?? 0) + 1);
    } else wrong.push(`${where} ${field}: expected ${canonical(want)}, found ${canonical(got)}`);
  };
  check('agencyName', expected.agencyName, found.agencyName, expected.file);
  check('period', expected.period, found.period, expected.file);
  check(
    'sheets',
    expected.sheets.map(({ name }) => name),
    found.sheets.map(({ name }) => name),
    expected.file,
  );
  for (const sheet of expected.sheets) {
    const other = found.sheets.find(({ name }) => name === sheet.name) as Readonly<Record<string, unknown>> | undefined;
    const rows = new Map(
      (other?.rows as FormProfile['sheets'][number]['rows'] | undefined)?.map(row => [row.row, row]),
    );
    const keys = new Set([...Object.keys(sheet), ...Object.keys(other ?? {})]);
    for (const key of keys) {
      if (['name', 'rows', 'decisions', 'choiceStyle'].includes(key)) continue;
      check(key, sheet[key], other?.[key], sheet.name);
    }
    check(
      'row numbers',
      sheet.rows.map(({ row }) => row),
      [...rows.keys()],
      sheet.name,
    );
    for (const row of sheet.rows) {
      const got = (rows.get(row.row) ?? {}) as Readonly<Record<string, unknown>>;
      for (const key of new Set([...Object.keys(row), ...Object.keys(got)])) {
        if (!notTheFinders.has(key)) check(`row.${key}`, row[key], got[key], `${sheet.name}!${row.row}`);
      }
    }
  }
  return { right, wrong };
}

describe.runIf(corpus)('forms of the corpus', () => {
  const folder = join(corpus ?? '', 'forms');
  const names = corpus ? readdirSync(folder).filter(name => name.endsWith('.expected.json')) : [];
  it.each(names)('%s is found exactly', name => {
    const expected = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Expected;
    const path = join(folder, expected.file);
    expect(existsSync(path)).toBe(true);
    const reading = readWorkbook(readFileSync(path), expected.file);
    if (!reading.ok) throw new Error(reading.issue.message);
    const { right, wrong } = compare(expected, profileForm(reading.workbook));
    const sum = [...right.values()].reduce((a, b) => a + b, 0);
    const fields = [...right].map(([field, count]) => `${field.replace('row.', '')} ${count}`).join(', ');
    process.stdout.write(`${expected.file}: ${sum} of ${sum + wrong.length} figures right (${fields})\n`);
    expect(wrong).toEqual([]);
  });

  const templates = names.map(name => name.replace('.expected.json', '')).filter(name => /^t\d+$/.test(name));
  it.each(templates)('%s is the same form when it is filled in', name => {
    const profiles = readdirSync(folder)
      .filter(file => file.startsWith(`${name}.`) && !file.includes('returned') && !file.endsWith('.json'))
      .map(file => {
        const reading = readWorkbook(readFileSync(join(folder, file)), file);
        if (!reading.ok) throw new Error(reading.issue.message);
        return profileForm(reading.workbook);
      });
    expect(profiles.length).toBeGreaterThan(1);
    for (const profile of profiles) {
      const { sheets } = profile;
      expect(sheets.map(sheet => ({ ...sheet, decisions: [] }))).toEqual(
        profiles[0]!.sheets.map(sheet => ({ ...sheet, decisions: [] })),
      );
      expect(similarity(profile, profiles[0]!)).toBe(1);
    }
  });
});
