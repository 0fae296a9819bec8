import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { allCommands } from '../../../sync/cli/commands.ts';
import { readBook } from '../../../sync/cli/files.ts';
import { runCommand } from '../../../sync/cli/run.ts';
import { type OwnFormat, readForm, writeForm } from '../../../sync/form/index.ts';
import { type AnswerField, answerFields } from '../../../sync/model/index.ts';
import { parseAddress, patchWorkbook } from '../../../sync/sheet/index.ts';
import { newServiceAccount, oauthClient } from '../../support/google/key.ts';
import { type People, peopleAt } from '../../support/google/people.ts';
import { type Emulator, openEmulator } from '../../support/google/server.ts';
import { formOf } from '../sheet/google/forms.ts';

const commands = await allCommands();

describe('guankao sheets', () => {
  let google: Emulator;
  let folder: string;
  let form: string;
  let count = 0;
  const at = (name: string) => join(folder, name);
  const guankao = async (words: string, ...args: string[]) => {
    const env = { GOOGLE_ROOT_URL: google.root };
    const { code, out, err } = await runCommand(commands, ['sheets', words, form, '--json', '--lang', 'en', ...args], {
      env,
      width: 120,
      version: '0',
    });
    return { code, err, json: out === '' ? null : JSON.parse(out) };
  };
  const withKey = (way: string, ...args: string[]) => guankao(way, '--credentials', at('key.json'), ...args);
  const push = (...args: string[]) => withKey('push', '--folder', 'shared', ...args);
  const people = (): People => peopleAt([...google.cloud.books.values()].at(-1)!);
  const read = async () => {
    const { bytes, workbook } = await readBook(form);
    return { bytes, rows: readForm({ customProperties: new Map(), ...workbook }).rows };
  };
  const says = async (rowId: string, field: AnswerField) =>
    (await read()).rows.find(row => row.rowId === rowId)?.cells[field]?.text;
  const write = async (rowId: string, field: AnswerField, value: string) => {
    const { bytes, rows } = await read();
    const row = rows.find(each => each.rowId === rowId)!;
    const patch = {
      sheet: row.sheet,
      ...parseAddress(row.cells[field]!.cell)!,
      value: { kind: 'text' as const, value },
    };
    const patched = patchWorkbook(bytes, 'form', [patch]);
    if (patched.ok) await writeFile(form, patched.bytes);
  };
  const newForm = async (format: OwnFormat = 'xlsx') => {
    form = at(`表${++count}.${format}`);
    const written = await writeForm(
      { ...formOf(5, i => ({ narrative: `原本${i}` })), formId: `form-${count}` },
      format,
    );
    if (written.ok) await writeFile(form, written.bytes);
  };

  beforeAll(async () => {
    google = await openEmulator();
    google.cloud.quota = 100_000;
    google.cloud.folders.add('shared');
    folder = await mkdtemp(join(tmpdir(), 'guankao-sheets-'));
    await writeFile(at('key.json'), newServiceAccount(google.cloud));
    await writeFile(at('client.json'), oauthClient);
  });
  beforeEach(() => newForm());
  afterAll(async () => {
    await google?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  it.each([
    'xlsx',
    'ods',
  ] as const)('publishes a form (.%s), and keeps it and the spreadsheet in step', async format => {
    await newForm(format);
    expect(await push()).toMatchObject({ code: 0, json: { published: true, outcome: 'settled', conflicts: [] } });
    expect(people().says('row-1', 'narrative')).toBe('原本1');
    people().sort('辦理情形', true);
    people().type('row-0', 'narrative', '線上改的');
    people().type('row-2', 'result', '已完成');
    await write('row-3', 'narrative', '檔案改的');
    expect(await withKey('sync')).toMatchObject({ code: 0, json: { published: false, sent: 1, outcome: 'settled' } });
    expect([await says('row-0', 'narrative'), await says('row-2', 'result')]).toEqual(['線上改的', '已完成']);
    expect(people().says('row-3', 'narrative')).toBe('檔案改的');
    const { bytes } = await read();
    expect(await withKey('sync')).toMatchObject({ code: 0, json: { sent: 0, taken: [] } });
    expect((await read()).bytes).toEqual(bytes);
  });

  it('shows what it would do, and does nothing', async () => {
    const books = google.cloud.books.size;
    expect(await push('--dry-run')).toMatchObject({ code: 0, json: { dryRun: true, outcome: 'unpublished' } });
    expect(google.cloud.books.size).toBe(books);
    await push();
    people().type('row-0', 'narrative', '線上改的');
    people().type('row-1', 'narrative', '線上說');
    await write('row-1', 'narrative', '檔案說');
    await write('row-2', 'narrative', '檔案改的');
    const before = [await readFile(form), await readFile(`${form}.sheets.json`)];
    const { version } = [...google.cloud.books.values()].at(-1)!;
    expect(await withKey('sync', '--dry-run')).toMatchObject({
      code: 1,
      json: { dryRun: true, sent: 1, taken: [{ rowId: 'row-0' }], conflicts: [{ rowId: 'row-1', ours: '檔案說' }] },
    });
    expect([await readFile(form), await readFile(`${form}.sheets.json`)]).toEqual(before);
    expect([...google.cloud.books.values()].at(-1)!.version).toBe(version);
  });

  it('pushes without taking, pulls without sending, and leaves conflicts to a person', async () => {
    await push();
    people().type('row-0', 'narrative', '線上改的');
    people().type('row-1', 'narrative', '線上說');
    await write('row-1', 'narrative', '檔案說');
    await write('row-2', 'narrative', '檔案改的');
    expect(await push()).toMatchObject({ json: { sent: 1, taken: [] } });
    expect(await says('row-0', 'narrative')).toBe('原本0');
    await write('row-3', 'narrative', '還沒送的');
    expect(await withKey('pull')).toMatchObject({ code: 1, json: { sent: 0, conflicts: [{ rowId: 'row-1' }] } });
    expect([await says('row-0', 'narrative'), await says('row-1', 'narrative')]).toEqual(['線上改的', '檔案說']);
    expect(people().says('row-3', 'narrative')).toBe('原本3');
    expect(await withKey('sync', '--prefer', 'ours')).toMatchObject({ code: 0, json: { outcome: 'settled' } });
    expect(people().says('row-1', 'narrative')).toBe('檔案說');
    people().type('row-1', 'narrative', '線上再說');
    await write('row-1', 'narrative', '檔案再說');
    expect(await withKey('sync', '--prefer', 'theirs')).toMatchObject({ code: 0 });
    expect(await says('row-1', 'narrative')).toBe('線上再說');
  });

  it('asks where much is gone, and sends nothing twice when an answer is lost', async () => {
    await push();
    for (const id of ['row-0', 'row-1', 'row-2', 'row-3']) people().deleteRow(id);
    expect(await withKey('sync')).toMatchObject({ code: 1, json: { outcome: 'asking', question: { rows: 4 } } });
    expect(people().rowIds).toHaveLength(1);
    google.cloud.troubles.push({ on: 'write', when: 'after', status: 503 });
    expect(await withKey('sync', '--restore')).toMatchObject({ code: 0 });
    expect(people().rowIds.toSorted()).toEqual(['row-0', 'row-1', 'row-2', 'row-3', 'row-4']);
    for (const field of answerFields) expect(await says('row-0', field)).toBe(people().says('row-0', field));
  });

  it('writes what looks like a formula as text, on either side', async () => {
    await push();
    await write('row-0', 'narrative', '=1+1');
    people().type('row-1', 'narrative', "'=2+2");
    expect(await withKey('sync')).toMatchObject({ code: 0 });
    expect([people().says('row-0', 'narrative'), await says('row-1', 'narrative')]).toEqual(['=1+1', '=2+2']);
    expect((await read()).rows.flatMap(row => answerFields.flatMap(each => row.cells[each]?.formula ?? []))).toEqual(
      [],
    );
  });

  it('says what is missing or wrong, and does nothing', async () => {
    const code = ({ json }: Awaited<ReturnType<typeof guankao>>) => json?.error?.code;
    expect(await guankao('push')).toMatchObject({ code: 1, err: expect.stringContaining('GOOGLE_CREDENTIALS') });
    expect(code(await guankao('push', '--credentials', at('client.json')))).toBe('sheet_credentials_wrong');
    expect(code(await guankao('push', '--credentials', at('none.json')))).toBe('path_missing');
    expect(code(await withKey('pull'))).toBe('sheet_not_pushed');
    expect(code(await withKey('push'))).toBe('google_storage');
    expect((await withKey('sync', '--restore', '--leave')).code).toBe(2);
    expect((await withKey('sync', '--prefer', 'mine')).code).toBe(2);
    await push();
    await writeFile(`${form}.sheets.lock`, '');
    expect(code(await withKey('sync'))).toBe('sheet_form_in_use');
    await rm(`${form}.sheets.lock`);
    await writeFile(`${form}.sheets.json`, '{"format":1}');
    expect(code(await withKey('sync'))).toBe('sheet_state_damaged');
    form = at('key.json');
    expect((await withKey('push')).code).toBe(1);
  });
});
