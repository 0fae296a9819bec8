import type { Limits } from '../../limits.ts';
import { corrupt } from '../../refusal.ts';
import { XmlScanner } from '../../xml-scanner.ts';
import type { Archive, ZipEntry } from '../../zip.ts';
import { type PartText, partTextOf } from './part-text.ts';

/** The parts of the package that is patched, each inflated once. */
export interface Source {
  readonly archive: Archive;
  readonly limits: Limits;
  readonly has: (part: string) => boolean;
  /** @throws Refusal when the part is missing or damaged */
  readonly part: (part: string) => Part;
  /** As `part`, but not kept, for large parts that are looked through once. */
  readonly peek: (part: string) => Part;
}

export interface Part extends PartText {
  readonly name: string;
  readonly entry: ZipEntry;
  readonly scan: () => XmlScanner;
}

export function sourceOf(archive: Archive, limits: Limits): Source {
  const known = new Map<string, Part>();
  const open = (name: string): Part => {
    const entry = archive.find(name);
    if (!entry) throw corrupt(name);
    const text = partTextOf(archive.inflate(entry), name);
    return { ...text, name, entry, scan: () => new XmlScanner(text.xml, name, text.decode) };
  };
  return {
    archive,
    limits,
    has: name => archive.find(name) !== undefined,
    part: name => {
      const key = name.toLowerCase();
      const part = known.get(key) ?? open(name);
      known.set(key, part);
      return part;
    },
    peek: name => known.get(name.toLowerCase()) ?? open(name),
  };
}
