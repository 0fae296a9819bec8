import { basename } from 'node:path';
import { v7 as uuid } from 'uuid';
import { type Locale, type SheetQuestion, say as sayCode } from '../../model/index.ts';
import {
  backOff,
  cellText,
  type Google,
  previewSync,
  realPace,
  sheetSideOf,
  syncSheet,
  type Tabbing,
} from '../../sheet/google/index.ts';
import { type Answer, type Command, type Input, type Option, WrongUsage } from '../command.ts';
import { fieldName } from '../field-words.ts';
import { table } from '../table.ts';
import { say, words } from '../words.ts';
import { openAccount } from './account.ts';
import { failure, ofGoogle } from './failure.ts';
import { type FormFile, readFormFile } from './form-file.ts';
import { fileHome, type Told, toldOf, type Way } from './home.ts';
import { alone } from './lock.ts';
import { firstMemory, publish } from './publish.ts';
import { readMemory, type SheetMemory } from './state-file.ts';

const labels = {
  would: words(
    '（試跑，未變更任何內容）送出 {sent} 格，收回 {taken} 格，衝突 {conflicts} 格，補回 {missing} 列',
    '(dry run, nothing was changed) {sent} cells to send, {taken} to take, {conflicts} in conflict, {missing} rows to put back',
  ),
  wouldPublish: words(
    '（試跑，未變更任何內容）將發布 {rows} 列為新的試算表',
    '(dry run, nothing was changed) {rows} rows would be published as a new spreadsheet',
  ),
  did: words(
    '送出 {sent} 格，收回 {taken} 格，待處理 {conflicts} 格',
    '{sent} cells sent, {taken} taken, {conflicts} left to a person',
  ),
  asking: words(
    '試算表少了 {rows} 列（共 {ofRows} 列）、清空了 {cleared} 格、缺 {columns} 個填報欄、{unidentified} 列失去編號，未做任何事。加 --restore 補回，加 --leave 依試算表現況繼續。',
    'The spreadsheet lost {rows} of {ofRows} rows, {cleared} answers, {columns} answer columns and the ids of {unidentified} rows; nothing was done. Give --restore to put them back, or --leave to go on as it is.',
  ),
  row: words('步驟', 'Step'),
  field: words('欄位', 'Field'),
  file: words('檔案', 'File'),
  sheet: words('試算表', 'Spreadsheet'),
  oneAnswer: words('--restore 與 --leave 只能擇一。', 'Give --restore or --leave, not both.'),
  prefer: words('--prefer 只能是 ours 或 theirs。', '--prefer is ours or theirs.'),
  tabs: words('--tabs 只能是 one 或 unit。', '--tabs is one or unit.'),
};

interface Done {
  readonly published: boolean;
  readonly outcome: string;
  readonly sent: number;
  readonly taken: readonly Told[];
  readonly conflicts: readonly Told[];
  readonly missing: number;
  readonly question: SheetQuestion | null;
}

const shown = (field: Told['field'], value: string | null): string => cellText(field, value);

function linesOf(form: FormFile, list: readonly Told[], locale: Locale, width: number): readonly string[] {
  if (list.length === 0) return [];
  const steps = new Map(form.content.rows.map(({ rowId, texts }) => [rowId, texts.step]));
  const heads = [labels.row, labels.field, labels.file, labels.sheet].map(head => say(head, locale));
  const rows = list.map(({ rowId, field, ours, theirs }) => [
    steps.get(rowId) ?? rowId,
    fieldName(field, locale),
    shown(field, ours),
    shown(field, theirs),
  ]);
  return ['', ...table([heads, ...rows], width)];
}

/** What would happen; neither side nor the memory is touched. */
async function lookedAt(google: Google, form: FormFile, memory: SheetMemory, way: Way): Promise<Done> {
  const home = fileHome(form, memory, { way, prefer: undefined });
  const found = await previewSync(sheetSideOf(google, memory.spreadsheetId ?? ''), home);
  if (found.kind !== 'read') throw failure(found.kind === 'empty' ? 'sheet_empty' : 'sheet_unreadable');
  const of = (outcome: string): readonly Told[] =>
    found.plan.changes.rows.flatMap(row =>
      row.fields.filter(each => each.outcome === outcome).map(each => toldOf(row, each)),
    );
  return {
    published: false,
    outcome: 'previewed',
    sent: way === 'pull' ? 0 : found.outgoing,
    taken: way === 'push' ? [] : of('theirs'),
    conflicts: of('conflict'),
    missing: way === 'pull' ? 0 : found.plan.missing.length,
    question: found.question,
  };
}

async function done(google: Google, form: FormFile, memory: SheetMemory, way: Way, wish: Wish): Promise<Done> {
  const published = !memory.isPublished;
  const known = await publish(google, form, memory, wish);
  const home = fileHome(form, known, { way, prefer: wish.prefer });
  const outcome = await syncSheet(sheetSideOf(google, known.spreadsheetId ?? ''), home, {
    newId: uuid,
    answer: wish.answer,
    readOnly: way === 'pull',
    pause: attempt => realPace.sleep(backOff(attempt, realPace.random)),
  });
  await home.keepMark('mark' in outcome ? outcome.mark : null);
  if (outcome.kind === 'empty' || outcome.kind === 'unreadable') throw failure(`sheet_${outcome.kind}`);
  if (outcome.kind === 'restless') throw failure('sheet_restless');
  const refused = home.issues.find(({ severity }) => severity === 'error');
  return {
    published,
    outcome: refused ? refused.code : outcome.kind,
    sent: 'sent' in outcome ? outcome.sent : 0,
    taken: home.taken,
    conflicts: home.conflicts,
    missing: 0,
    question: outcome.kind === 'asking' ? outcome.question : null,
  };
}

interface Wish {
  readonly folder: string | null;
  readonly tabbing: Tabbing;
  readonly prefer: 'ours' | 'theirs' | undefined;
  readonly answer: 'restore' | 'leave' | undefined;
}

function wishOf({ folder, tabs = 'one', prefer, restore, leave }: Input['options'], locale: Locale): Wish {
  if (restore !== undefined && leave !== undefined) throw new WrongUsage(say(labels.oneAnswer, locale));
  if (prefer !== undefined && prefer !== 'ours' && prefer !== 'theirs')
    throw new WrongUsage(say(labels.prefer, locale));
  if (tabs !== 'one' && tabs !== 'unit') throw new WrongUsage(say(labels.tabs, locale));
  const answer = restore !== undefined ? 'restore' : leave !== undefined ? 'leave' : undefined;
  return { folder: folder ?? null, tabbing: tabs, prefer, answer };
}

async function run(way: Way, { operands: [path = ''], options, locale, width, env = {} }: Input): Promise<Answer> {
  const wish = wishOf(options, locale);
  const isDry = options['dry-run'] !== undefined;
  const form = await readFormFile(path);
  const google = await openAccount(options.credentials, env);
  const work = async (): Promise<{ readonly did: Done; readonly url: string | null }> => {
    const memory = await readMemory(path, form.formId);
    if (!memory?.isPublished && way === 'pull') throw failure('sheet_not_pushed', { name: form.book.file });
    if (isDry && !memory?.isPublished) {
      await google.account();
      return { did: { ...nothing, outcome: 'unpublished' }, url: null };
    }
    const known = memory ?? firstMemory(form);
    const did = await (isDry ? lookedAt(google, form, known, way) : done(google, form, known, way, wish));
    return { did, url: (isDry ? known : await readMemory(path, form.formId))?.url ?? null };
  };
  const { did, url } = await (isDry ? work() : alone(path, work)).catch(ofGoogle);
  const counts = { sent: did.sent, taken: did.taken.length, conflicts: did.conflicts.length, missing: did.missing };
  const head =
    did.outcome === 'unpublished'
      ? say(labels.wouldPublish, locale, { rows: form.content.rows.length })
      : say(isDry ? labels.would : labels.did, locale, counts);
  const { question } = did;
  return {
    json: { file: basename(path), spreadsheet: url, dryRun: isDry, ...did },
    text: [
      head,
      ...(url === null ? [] : [url]),
      ...linesOf(form, [...did.taken, ...did.conflicts], locale, width),
      ...(question === null ? [] : ['', say(labels.asking, locale, { ...question, columns: question.columns.length })]),
    ],
    issues: [...form.unread].map(rowId => unreadResult(form, rowId)),
    failed: did.conflicts.length > 0 || question !== null || form.unread.size > 0 || !quiet.has(did.outcome),
  };
}

const quiet: ReadonlySet<string> = new Set(['settled', 'waiting', 'previewed', 'unpublished', 'asking']);
const nothing: Done = {
  published: false,
  outcome: 'settled',
  sent: 0,
  taken: [],
  conflicts: [],
  missing: 0,
  question: null,
};

function unreadResult(form: FormFile, rowId: string) {
  const step = form.content.rows.find(row => row.rowId === rowId)?.texts.step ?? rowId;
  const params = { name: form.book.file, step };
  return {
    code: 'sheet_result_unread',
    severity: 'error',
    message: sayCode('sheet_result_unread', 'zh-TW', params),
    params,
  } as const;
}

const everyWay: Readonly<Record<string, Option>> = {
  credentials: {
    value: 'KEY.json',
    about: words(
      '服務帳號金鑰或已授權使用者的憑證檔；省略時用 GOOGLE_CREDENTIALS',
      'the key of a service account, or the credentials of an authorised user; GOOGLE_CREDENTIALS without it',
    ),
  },
  'dry-run': { about: words('只顯示會做什麼', 'show what would be done and do nothing') },
};
const publishing: Readonly<Record<string, Option>> = {
  folder: {
    value: 'ID',
    about: words(
      '共用雲端硬碟資料夾的代碼（服務帳號必填）',
      'id of a shared drive’s folder (service accounts need one)',
    ),
  },
  tabs: { value: 'one|unit', about: words('全部一頁，或每個單位一頁', 'one tab for all, or one for each unit') },
};
const settling: Readonly<Record<string, Option>> = {
  restore: { about: words('大量遺失時補回試算表', 'where much is gone, put it back into the spreadsheet') },
  leave: { about: words('大量遺失時依試算表現況繼續', 'where much is gone, go on as the spreadsheet is') },
};
const preferring: Readonly<Record<string, Option>> = {
  prefer: {
    value: 'ours|theirs',
    about: words('衝突時採用檔案或試算表的內容', 'whose word counts in a conflict: the file’s or the spreadsheet’s'),
  },
};

const command = (way: Way, about: ReturnType<typeof words>, options: Readonly<Record<string, Option>>): Command => ({
  name: `sheets ${way}`,
  about,
  operands: [
    { name: 'FORM', about: words('本系統匯出的表單（.xlsx、.ods）', 'a form that the system exported (.xlsx, .ods)') },
  ],
  options: { ...everyWay, ...options },
  run: input => run(way, input),
});

/** Keeps a form file in step with a Google spreadsheet, without a server. */
export const sheetsCommands: readonly Command[] = [
  command(
    'push',
    words(
      '把表單發布為 Google 試算表，或送出檔案的變更',
      'publish a form as a Google spreadsheet, or send what changed in the file',
    ),
    { ...publishing, ...settling },
  ),
  command('pull', words('把試算表的變更收回檔案', 'take what changed in the spreadsheet into the file'), {
    ...settling,
    ...preferring,
  }),
  command('sync', words('雙向同步檔案與試算表', 'bring the file and the spreadsheet together both ways'), {
    ...publishing,
    ...settling,
    ...preferring,
  }),
];
