import type { Result } from '../../model/index.ts';
import { tidy } from '../plain-text.ts';

/** What one of several units that share a row says in it. */
export interface UnitText {
  readonly unit: string;
  readonly text: string;
}

const line = (unit: string): string => `【${unit}】`;
const indent = '　';

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');

/** A line of somebody's text that could be taken for the line before a unit's section, behind any number of indents. */
const looksLikeLine = (text: string, units: readonly string[]): boolean =>
  units.some(unit => plain(text) === plain(line(unit)));

const shielded = (text: string, units: readonly string[]): readonly string[] =>
  text.split('\n').map(each => (looksLikeLine(each, units) ? indent + each : each));

/**
 * One text for a cell that several units share: a section for each, below a line `【民政課】`. The text of a single unit stands
 * as it is. A line of theirs that looks like such a line is indented, so that `splitUnits` tells them apart.
 */
export function joinUnits(parts: readonly UnitText[]): string {
  const [only, ...others] = parts;
  if (!only || others.length === 0) return only?.text ?? '';
  const units = parts.map(({ unit }) => unit);
  return parts
    .map(({ unit, text }) => [line(unit), ...(text === '' ? [] : shielded(text, units))].join('\n'))
    .join('\n');
}

/**
 * Takes a shared text apart again. Blanks and width around the lines that name the units do not matter, nor does their order;
 * a blank text is blank for all.
 * @returns the text of each unit, or null where the sections are damaged: a line is missing or there twice, or something stands
 * above the first
 */
export function splitUnits(text: string, units: readonly string[]): ReadonlyMap<string, string> | null {
  const [only, ...others] = units;
  if (only === undefined) return new Map();
  if (others.length === 0) return new Map([[only, text]]);
  if (text.trim() === '') return new Map(units.map(unit => [unit, '']));
  const unitOf = new Map(units.map(unit => [plain(line(unit)), unit]));
  const sections = new Map<string, string[]>();
  let section: string[] | undefined;
  for (const each of text.split('\n')) {
    const unit = each.startsWith(indent) ? undefined : unitOf.get(plain(each));
    if (unit !== undefined) {
      if (sections.has(unit)) return null;
      section = [];
      sections.set(unit, section);
    } else if (section) section.push(each.startsWith(indent) && looksLikeLine(each, units) ? each.slice(1) : each);
    else if (each.trim() !== '') return null;
  }
  return sections.size === units.length ? new Map(units.map(unit => [unit, sections.get(unit)!.join('\n')])) : null;
}

/** The result of a row that several units share: the one that all have, null where none has one, else work in progress. */
export function joinResults(each: readonly (Result | null)[]): Result | null {
  const [first = null] = each;
  return each.every(result => result === first) ? first : 'ongoing';
}

/** Remarks stand in a shared cell as narratives do, but a cell without any stays blank. */
export const joinRemarks = (parts: readonly UnitText[]): string =>
  parts.every(({ text }) => tidy(text) === '') ? '' : joinUnits(parts);
