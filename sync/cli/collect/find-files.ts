import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Issue, say } from '../../model/index.ts';
import { Refusal } from '../../sheet/refusal.ts';
import { filesOfArchive, type Packed } from './archive.ts';

/** A file to be read. */
export interface Source {
  /** As people know it: below the folder, and behind the archive that it is in. */
  readonly name: string;
  readonly path: string;
  readonly packed: Packed | null;
  readonly modifiedMs: number;
  readonly size: number;
}

export interface Found {
  /** In the order of their names. */
  readonly sources: readonly Source[];
  /** Archives and folders that could not be looked into. */
  readonly problems: readonly { readonly name: string; readonly issue: Issue }[];
}

/** What systems and Office leave beside files, and nobody means to send. */
const leftover = /^(?:\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i;
const isLeftover = (name: string): boolean => name.split('/').some(part => leftover.test(part));
/** As many as a collection can have; a folder with more is another one than was meant. */
const mostFiles = 50_000;
const largestArchive = 1024 ** 3;

const problem = (
  name: string,
  code: string,
  params: Readonly<Record<string, string | number>> = {},
): Found['problems'][number] => {
  const all = { name, ...params };
  return { name, issue: { code, severity: 'error', message: say(code, 'zh-TW', all), params: all } };
};

/**
 * The files of a folder and of the folders and archives in it. A link that leads out of the folder is not followed.
 * @param leave files that are no returned ones, such as the template
 */
export function findFiles(folder: string, leave: ReadonlySet<string>): Found {
  const root = realpathSync(folder);
  const sources: Source[] = [];
  const problems: Found['problems'][number][] = [];
  const walk = (at: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, entry.name);
      if (leftover.test(entry.name)) continue;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile() && !leave.has(path)) addFile(path);
      if (sources.length > mostFiles) return;
    }
  };
  const addFile = (path: string): void => {
    const name = relative(root, path).split(sep).join('/');
    const { size, mtimeMs } = statSync(path);
    const whole: Source = { name, path, packed: null, modifiedMs: mtimeMs, size };
    if (!/\.zip$/i.test(name)) {
      sources.push(whole);
      return;
    }
    if (size > largestArchive) {
      problems.push(problem(name, 'workbook_too_large', { limit: `${largestArchive / 1024 ** 2} MB` }));
      return;
    }
    try {
      const packed = filesOfArchive(path);
      if (packed === null) sources.push(whole);
      for (const each of packed ?? [])
        if (!isLeftover(each.name))
          sources.push({ ...whole, name: `${name}/${each.name}`, packed: each, size: each.compressedSize });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(problem(name, error.code, error.params));
    }
  };
  walk(root);
  return { sources: sources.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)), problems };
}
