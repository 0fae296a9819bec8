import { rmSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, resolve } from 'node:path';
import { type ConsolidationFormat, type Order, type RecipientName, writeConsolidation } from '../../collect/index.ts';
import { type Issue, type Locale, say as sayCode } from '../../model/index.ts';
import { FileFailed } from '../command.ts';
import { besideOf, fileFailure } from '../files.ts';
import { type Found, findFiles, type Source } from './find-files.ts';
import type { AskedForm } from './form.ts';
import { type Gathered, gather, type ReadFile } from './gather.ts';
import { type Answers, answersOf, sourceOf } from './source.ts';
import { openSpool, type Spool } from './spool.ts';
import { readAll } from './threads.ts';

export interface Wish {
  readonly folder: string;
  readonly form: AskedForm;
  readonly recipients: readonly RecipientName[] | null;
  readonly out: string;
  readonly format: ConsolidationFormat;
  /** Files in the folder that are no returned ones. */
  readonly leave: ReadonlySet<string>;
  readonly title: string;
  readonly locale: Locale;
  readonly progress: (done: number, of: number) => void;
}

export interface Collected extends Gathered {
  readonly answers: readonly Answers[];
  /** Archives that could not be looked into. */
  readonly problems: readonly { readonly name: string; readonly issue: Issue }[];
}

/**
 * Collects a folder over and over: only files that were not read yet, or changed since, are read. A file that is gone counts
 * no more.
 */
export class Collecting {
  readonly #wish: Wish;
  readonly #spool: Spool = openSpool();
  readonly #read = new Map<string, ReadFile & { readonly hasHistory: boolean }>();

  #hasWritten = false;

  constructor(wish: Wish) {
    this.#wish = wish;
  }

  /**
   * Null when nothing is other than at the last time, or nothing is there at all. A folder that lost all of its files is a share
   * that is not there, and takes nothing back.
   * @throws FileFailed
   */
  async collect(): Promise<Collected | null> {
    const { folder } = this.#wish;
    const { sources, problems } = this.#find();
    const keys = new Map(sources.map(source => [keyOf(source), source]));
    const fresh = [...keys].filter(([key]) => !this.#read.has(key)).map(([, source]) => source);
    const gone = [...this.#read.keys()].filter(key => !keys.has(key));
    const isEmpty = this.#read.size + problems.length === 0;
    if (fresh.length + gone.length === 0 && (this.#hasWritten || isEmpty)) return null;
    if (sources.length === 0 && this.#read.size > 0) throw noFiles(folder);
    this.#hasWritten = false;
    for (const key of gone) this.#read.delete(key);
    const answers = await this.#readAndMerge(fresh);
    await this.#write(answers.all);
    this.#hasWritten = true;
    return { ...answers.gathered, answers: answers.all, problems };
  }

  #find(): Found {
    const { folder, leave } = this.#wish;
    try {
      return findFiles(folder, leave);
    } catch (error) {
      throw fileFailure(error, folder);
    }
  }

  async #readAndMerge(fresh: readonly Source[]) {
    const { form, recipients, progress } = this.#wish;
    const order: Order = { collection: '', recipients: recipients ?? [], editions: [form.edition] };
    let done = 0;
    progress(0, fresh.length);
    try {
      await readAll(fresh, order, (source, { sha256, returned, rows, rowIds }) => {
        const hasHistory = rows.some(row => row.includes('"history":"'));
        this.#read.set(keyOf(source), { source, sha256, returned, kept: this.#spool.keep(rowIds, rows), hasHistory });
        progress(++done, fresh.length);
      });
      const gathered = gather(this.#read.values(), recipients);
      return { gathered, all: gathered.agencies.map(agency => answersOf(agency, form, this.#spool)) };
    } catch (error) {
      throw fileFailure(error, tmpdir());
    }
  }

  close(): void {
    this.#spool.close();
  }

  /** Beside its place first, and then there in one step. */
  async #write(answers: readonly Answers[]): Promise<void> {
    const { out, format, form, title, locale } = this.#wish;
    const beside = besideOf(out);
    const hasHistory = [...this.#read.values()].some(file => file.hasHistory);
    const madeAt = new Date().toISOString();
    const source = sourceOf(form, answers, this.#spool, { title, agencyName: '', madeAt, locale, hasHistory });
    // An exit by a signal waits for nothing.
    const sweep = (): void => rmSync(beside, { force: true });
    process.once('exit', sweep);
    try {
      const file = await open(beside, 'wx');
      try {
        await writeConsolidation(source, chunk => file.writeFile(chunk), format);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(beside, out);
    } catch (error) {
      await rm(beside, { force: true });
      throw fileFailure(error, out);
    } finally {
      process.off('exit', sweep);
    }
  }
}

const keyOf = ({ name, size, modifiedMs, packed }: Source): string =>
  `${name}\n${size}\n${modifiedMs}\n${packed?.crc ?? ''}`;

export function noFiles(folder: string): FileFailed {
  const params = { name: basename(resolve(folder)) };
  const message = sayCode('folder_no_files', 'zh-TW', params);
  return new FileFailed({ code: 'folder_no_files', severity: 'error', message, params });
}

/** @throws FileFailed when there is no such folder */
export async function mustBeFolder(path: string): Promise<void> {
  const found = await stat(path).catch((error: unknown) => {
    throw fileFailure(error, path);
  });
  if (found.isDirectory()) return;
  const params = { name: basename(path) };
  throw new FileFailed({
    code: 'path_no_folder',
    severity: 'error',
    message: sayCode('path_no_folder', 'zh-TW', params),
    params,
  });
}
