import { parseMark } from '../../model/index.ts';
import { findHeadings, type Heading, type SectionKind } from './headings.ts';
import type { Piece, Text } from './piece.ts';

export interface Section {
  readonly kind: SectionKind;
  readonly heading: Text;
  readonly title: string;
  readonly pieces: readonly Piece[];
}

/** A document taken apart at its headings. */
export interface Parts {
  /** What stands above the first section: title, letter, agency. */
  readonly front: readonly Piece[];
  readonly sections: readonly Section[];
  readonly annex: readonly Piece[];
}

export function splitSections(pieces: readonly Piece[]): Parts {
  const { list, end } = findHeadings(pieces);
  const sections = list.map((heading, i) => sectionOf(pieces, heading, Math.min(list[i + 1]?.at ?? end, end)));
  const last = sections.at(-1);
  // A last section that is a mere sentence says how the plan comes into force.
  if (last?.kind === 'other' && last.title === '') sections[sections.length - 1] = { ...last, kind: 'closing' };
  return { front: pieces.slice(0, list[0]?.at ?? end), sections, annex: pieces.slice(end) };
}

function sectionOf(pieces: readonly Piece[], { at, kind, title, body }: Heading, until: number): Section {
  const heading = pieces[at] as Text;
  const rest: Piece[] = body === '' ? [] : [{ ...heading, text: body, mark: parseMark(body) }];
  return { kind, heading, title, pieces: [...rest, ...pieces.slice(at + 1, until)] };
}
