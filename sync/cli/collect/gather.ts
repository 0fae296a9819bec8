import type { RecipientName } from '../../collect/index.ts';
import { agencyInFileName, canonical } from './agencies.ts';
import type { Source } from './find-files.ts';
import type { Read } from './reader.ts';
import type { Kept } from './spool.ts';

/** A file of the folder as it was read, its rows on disk. */
export interface ReadFile {
  readonly source: Source;
  readonly sha256: string;
  readonly returned: Read['returned'];
  readonly kept: Kept;
}

export interface Agency extends RecipientName {
  /** The earliest first; of what was saved at one moment, in the order of names. */
  readonly files: readonly ReadFile[];
}

/** What a folder holds, whatever the order in which its files were read. */
export interface Gathered {
  /** In the order of the list, else of their names. */
  readonly agencies: readonly Agency[];
  readonly unreadable: readonly ReadFile[];
  /** Nobody's of the list, or not certainly. */
  readonly unknown: readonly ReadFile[];
  /** The same bytes as another file, whose name comes first. */
  readonly repeated: readonly { readonly file: ReadFile; readonly of: ReadFile }[];
}

const byName = (a: ReadFile, b: ReadFile): number =>
  a.source.name < b.source.name ? -1 : a.source.name > b.source.name ? 1 : 0;

/** @param recipients null where no list says who was asked: then the files name their agencies */
export function gather(files: Iterable<ReadFile>, recipients: readonly RecipientName[] | null): Gathered {
  const sorted = [...files].sort(byName);
  const first = new Map<string, ReadFile>();
  const repeated: { file: ReadFile; of: ReadFile }[] = [];
  const kept = sorted.filter(file => {
    const same = file.sha256 === '' ? undefined : first.get(file.sha256);
    if (same) repeated.push({ file, of: same });
    else first.set(file.sha256, file);
    return !same;
  });
  const unreadable = kept.filter(({ returned }) => !returned.ok);
  const readable = kept.filter(({ returned }) => returned.ok);
  const idOf = recipients ? byList : byNameOf(readable);
  const groups = Map.groupBy(readable, idOf);
  const asked: readonly RecipientName[] =
    recipients ??
    [...groups.keys()]
      .filter(id => id !== null)
      .sort((a, b) => (a < b ? -1 : 1))
      .map(name => ({ id: name, name }));
  return {
    agencies: asked.map(agency => ({
      ...agency,
      files: (groups.get(agency.id) ?? []).toSorted(
        (a, b) => a.source.modifiedMs - b.source.modifiedMs || byName(a, b),
      ),
    })),
    unreadable,
    unknown: groups.get(null) ?? [],
    repeated,
  };
}

const byList = ({ returned }: ReadFile): string | null =>
  returned.ok ? (returned.recognised.recipient?.id ?? null) : null;

function byNameOf(files: readonly ReadFile[]): (file: ReadFile) => string | null {
  const nameOf = ({ returned, source }: ReadFile): string =>
    (returned.ok && returned.recognised.agencyName) || agencyInFileName(source.name);
  const names = canonical(files.map(nameOf));
  return file => names.get(nameOf(file)) ?? null;
}
