import { realpathSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type ConsolidationFormat, consolidationFormats } from '../../collect/index.ts';
import { type Locale, say as sayCode } from '../../model/index.ts';
import { type Answer, type Command, FileFailed, type Input, WrongUsage } from '../command.ts';
import { readBook, refuseOut } from '../files.ts';
import { messageOf, say, words } from '../words.ts';
import { readAgencies } from './agencies.ts';
import { askedForm } from './form.ts';
import { isOpen, linesOf, reportOn } from './report.ts';
import { type Collected, Collecting, mustBeFolder, noFiles } from './run.ts';

const labels = {
  reading: words('已讀取 {done}/{of}', '{done}/{of} read'),
  watching: words('等候新檔案（Ctrl+C 結束）', 'waiting for files (Ctrl+C ends)'),
  format: words('OUT 須為 .xlsx 或 .ods。', 'OUT is .xlsx or .ods.'),
};

/** How often a watched folder is looked at; a share on another machine tells nobody when it changes. */
const lookEveryMs = 1000;

function formatOf(out: string, locale: Locale): ConsolidationFormat {
  const named = extname(out).slice(1).toLowerCase();
  const format = consolidationFormats.find(each => each === named);
  if (!format) throw new WrongUsage(say(labels.format, locale));
  return format;
}

/** Paths as the folder's files are known by; one that is not there yet is known by its folder. */
function known(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(known(dirname(resolve(path))), basename(path));
  }
}

async function run(input: Input): Promise<Answer> {
  const {
    operands: [folder = ''],
    options,
    locale,
    width,
    progress = () => {},
    signal,
  } = input;
  const { template = '', out = '', agencies, watch } = options;
  const format = formatOf(out, locale);
  await refuseOut(out, agencies === undefined ? [template] : [template, agencies], format, locale);
  await mustBeFolder(folder);
  const book = await readBook(template);
  const form = askedForm(book);
  if (!form) {
    const params = { sheets: book.workbook.sheets.map(({ name }) => name).join('、') };
    throw new FileFailed({
      code: 'form_not_found',
      severity: 'error',
      message: sayCode('form_not_found', 'zh-TW', params),
      params,
    });
  }
  const collecting = new Collecting({
    folder,
    form,
    recipients: agencies === undefined ? null : await readAgencies(agencies),
    out: resolve(out),
    format,
    leave: new Set([template, out, ...(agencies === undefined ? [] : [agencies])].map(known)),
    title: basename(template).replace(/\.\w{2,4}$/, ''),
    locale,
    progress: (done, of) => {
      if (of > 0 && (done === of || done % Math.ceil(of / 20) === 0))
        progress(say(labels.reading, locale, { done, of }));
    },
  });
  const answer = (collected: Collected): Answer => {
    const report = reportOn(collected, form);
    return {
      json: { out: basename(out), ...report },
      text: linesOf(report, basename(out), locale, width),
      issues: [],
      failed: isOpen(report),
    };
  };
  const told = (collected: Collected): void => {
    for (const text of answer(collected).text) progress(text);
  };
  try {
    if (watch === undefined) {
      const collected = await collecting.collect();
      if (!collected) throw noFiles(folder);
      return answer(collected);
    }
    await watched(collecting, { signal, told, say: progress, locale });
    return { json: {}, text: [], issues: [], failed: false };
  } finally {
    collecting.close();
  }
}

interface Watching extends Pick<Input, 'locale'> {
  readonly signal: AbortSignal | undefined;
  readonly told: (collected: Collected) => void;
  readonly say: (line: string) => void;
}

/** Until it is told to end. What fails, such as a workbook that is open in Excel or a share that is away, is told and tried again. */
async function watched(collecting: Collecting, { signal, told, say: tell, locale }: Watching): Promise<void> {
  let before = '';
  const wait = say(labels.watching, locale);
  while (!signal?.aborted) {
    const outcome = await collecting.collect().catch((error: unknown) => {
      if (error instanceof FileFailed) return error;
      throw error;
    });
    const now = outcome instanceof FileFailed ? messageOf(outcome.issue, locale) : wait;
    if (outcome !== null && !(outcome instanceof FileFailed)) told(outcome);
    if (now !== before || (outcome !== null && now === wait)) tell(now);
    before = now;
    await pause(lookEveryMs, undefined, signal ? { signal } : {}).catch(() => {});
  }
}

export const collect: Command = {
  name: 'form collect',
  about: words(
    '把一個資料夾中各機關寄回的表單彙整成一本',
    'consolidate the forms of a folder, as agencies returned them, into one workbook',
  ),
  operands: [
    {
      name: 'FOLDER',
      about: words(
        '放寄回檔案的資料夾（含子資料夾與 .zip）',
        'the folder of returned files, with the folders and .zip files in it',
      ),
    },
  ],
  options: {
    template: { value: 'T', required: true, about: words('發出的表單', 'the form that was sent out') },
    out: {
      value: 'OUT',
      required: true,
      about: words('彙整後的活頁簿（.xlsx 或 .ods）', 'the consolidated workbook (.xlsx or .ods)'),
    },
    agencies: {
      value: 'LIST.csv',
      about: words(
        '受查機關名單，每列一個機關，其後各欄為別名；省略時以檔案中的機關名稱為準',
        'the agencies that were asked, one a line with its other names behind; without it the files name them',
      ),
    },
    watch: { about: words('持續等候新檔案並更新 OUT', 'keep waiting for new files and update OUT') },
  },
  run,
};
