import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { type Issue, say } from '../../model/index.ts';
import { Refusal } from '../../sheet/refusal.ts';
import { fileFailure } from '../files.ts';
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
  /** Archives and folders that could not be looked into, and what is no file. */
  readonly problems: readonly { readonly name: string; readonly issue: Issue }[];
}

/** What systems and Office leave beside files, and nobody means to send. */
const leftover = /^(?:\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i;
/** As many as a collection can have; a folder with more is another one than was meant. */
const mostFiles = 50_000;

type Problem = Found['problems'][number];
const problem = (name: string, code: string, params: Readonly<Record<string, string | number>> = {}): Problem => {
  const all = { name, ...params };
  return { name, issue: { code, severity: 'error', message: say(code, 'zh-TW', all), params: all } };
};

/** A name in an archive is a name and no way out of it: what would lead elsewhere is left away. */
const below = (name: string): string =>
  name
    .split('/')
    .filter(part => part !== '' && part !== '.' && part !== '..')
    .join('/');

/**
 * The files of a folder and of the folders and archives in it. Links are not followed. What cannot be looked into is told, and
 * the rest is found all the same.
 * @param leave files that are no returned ones, such as the template
 * @throws what the system says of the folder itself
 */
export function findFiles(folder: string, leave: ReadonlySet<string>): Found {
  const root = realpathSync(folder);
  const sources: Source[] = [];
  const problems: Problem[] = [];
  const isFull = (): boolean => sources.length >= mostFiles;
  const nameOf = (path: string): string => relative(root, path).split(sep).join('/');
  const walk = (entries: readonly Dirent[], at: string): void => {
    for (const entry of entries) {
      const path = join(at, entry.name);
      if (leftover.test(entry.name) || leave.has(path)) continue;
      if (isFull()) return;
      attempt(nameOf(path), () => {
        if (entry.isDirectory()) walk(readdirSync(path, { withFileTypes: true }), path);
        else if (entry.isFile()) addFile(path);
        else problems.push(problem(nameOf(path), 'path_no_file'));
      });
    }
  };
  const attempt = (name: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      problems.push(
        error instanceof Refusal
          ? problem(name, refusals[error.code] ?? error.code, error.params)
          : { name, issue: fileFailure(error, name).issue },
      );
    }
  };
  const addFile = (path: string): void => {
    const name = nameOf(path);
    const { size, mtimeMs } = statSync(path);
    const whole: Source = { name, path, packed: null, modifiedMs: mtimeMs, size };
    const packed = /\.zip$/i.test(name) ? filesOfArchive(path) : null;
    if (packed === null) sources.push(whole);
    for (const each of packed ?? []) {
      const inside = below(each.name);
      if (inside === '' || inside.split('/').some(part => leftover.test(part))) continue;
      if (isFull()) return;
      const own = { ...whole, name: `${name}/${inside}`, packed: each, size: each.compressedSize };
      if (/\.zip$/i.test(inside)) problems.push(problem(own.name, 'archive_nested'));
      else sources.push(own);
    }
  };
  walk(readdirSync(root, { withFileTypes: true }), root);
  if (isFull()) problems.push(problem(basename(root), 'folder_too_many', { limit: mostFiles }));
  return { sources: sources.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)), problems };
}

/** What is said of a workbook in other words than of an archive. */
const refusals: Readonly<Record<string, string>> = {
  workbook_too_large: 'archive_too_large',
};
