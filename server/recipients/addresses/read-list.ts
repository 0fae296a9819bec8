import { z } from 'zod';
import { agenciesNamed, namesOf } from '../../../sync/collect/index.ts';
import type { AddressProblem } from '../../../sync/model/index.ts';

/** An agency that may be named. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface ListRead {
  /** Address by agency. */
  readonly addresses: ReadonlyMap<string, string>;
  readonly problems: readonly { readonly line: number; readonly text: string; readonly why: AddressProblem }[];
}

const address = z.email().max(254);
/** As mail programs write them: 王小明 <desk@example.org>. */
const bracketed = /<([^<>]*)>\s*$/;
const longestShown = 200;

/**
 * Reads lines of agency and address, in either order and however they are separated, other columns between them or not. Nothing is
 * guessed: a name that no agency or several have, and an agency that is given two addresses, are told.
 */
export function readList(text: string, agencies: readonly Named[]): ListRead {
  const known = agencies.map(agency => [agency, namesOf(agency)] as const);
  const problems: ListRead['problems'][number][] = [];
  const said = new Map<string, { readonly line: number; readonly text: string; readonly address: string }[]>();
  for (const { line, text: written, cells } of linesIn(text)) {
    const at = cells.findIndex(cell => /[@＠]/.test(cell));
    const found = cells.map((cell, i) => (i === at ? [] : agenciesNamed(cell, known)));
    const sure = new Map(found.flatMap(list => (list.length === 1 ? [[list[0]!.id, list[0]!] as const] : [])));
    const [agency] = sure.size === 1 ? sure.values() : [];
    // A heading, as every exported list has one.
    if (at < 0 && sure.size === 0 && line === 1) continue;
    const given = at < 0 ? null : addressIn(cells[at]!);
    const tell = (why: AddressProblem) => problems.push({ line, text: written.slice(0, longestShown), why });
    if (!agency) tell(found.some(list => list.length > 0) ? 'ambiguous' : 'unknown');
    else if (given === null) tell('invalid');
    else said.set(agency.id, [...(said.get(agency.id) ?? []), { line, text: written, address: given }]);
  }
  const addresses = new Map<string, string>();
  for (const [id, list] of said)
    if (new Set(list.map(each => each.address.toLowerCase())).size === 1) addresses.set(id, list[0]!.address);
    else
      problems.push(
        ...list.map(({ line, text }) => ({ line, text: text.slice(0, longestShown), why: 'twice' as const })),
      );
  return { addresses, problems: problems.toSorted((a, b) => a.line - b.line) };
}

function addressIn(cell: string): string | null {
  const plain = cell.normalize('NFKC').trim();
  const read = address.safeParse((bracketed.exec(plain)?.[1] ?? plain).replace(/^mailto:/i, '').trim());
  return read.success ? read.data : null;
}

/** Cells are separated by tabs, commas or semicolons, and may stand in quotes, as in .csv (RFC 4180). */
const cellPattern = /\s*(?:"((?:[^"]|"")*)"|([^\t,;，；、]*))\s*(?:[\t,;，；、]|$)/gy;

function* linesIn(text: string) {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const cells = [...line.matchAll(cellPattern)].map(([, quoted, plain]) =>
      (quoted?.replaceAll('""', '"') ?? plain ?? '').trim(),
    );
    yield { line: i + 1, text: line.trim(), cells: cells.filter(cell => cell !== '') };
  }
}
