import { isUnitGroup, parseMark } from '../model/index.ts';
import { fieldOf } from './headings.ts';

export interface PrintedUnits {
  /** As printed, in order, each once. */
  readonly units: readonly string[];
  /** A name that a line break had torn in two was put together again. */
  readonly rejoined: boolean;
}

/** How names of units end; a piece that ends otherwise is half of a name or no unit at all. */
const unitEnd =
  /(?:課|室|科|組|股|處|局|所|隊|部|院|館|會|廳|署|府|校|團|站|中心|單位|人員|幹事|主任|秘書|課室|窗口|專員|里長|同仁|機關|業者|承辦人)$/;
const endsAsUnit = (name: string): boolean => unitEnd.test(name.replace(/[(（][^()（）]*[)）]$/, ''));

/** Whether a name is like those that units have. */
export const isLikeUnit = (name: string): boolean => name.length <= 16 && (endsAsUnit(name) || isUnitGroup(name));

const role = /^(?:主辦|協辦|主協辦|主\(協\)辦|承辦|配合)(?:單位|課室)?[:：]/;
/** Where the next role begins in a cell whose lines ran together. */
const roleWithin = /(?<=\S)\s*(?=(?:主辦|協辦|承辦|配合)(?:單位|課室)?[:：])/g;
const roleBehind = /[(（](?:主辦|協辦|主責|主政|配合)[)）]$/;

/** What a piece of a cell calls a unit: without list numbers and without the word for its role. */
function nameOf(piece: string): string {
  const trimmed = piece.replace(/\s+/g, '');
  const name = (parseMark(trimmed)?.rest || trimmed).replace(role, '').replace(roleBehind, '');
  return name.replace(/^[•●■◎※‧·-]+|[。.;；,，、]+$/g, '');
}

const numerals = '一二三四五六七八九十';
const range =
  /^第?([一二三四五六七八九十]|\d{1,2})(\D{0,3}?)(?:至|到|~|～|-|—)第?([一二三四五六七八九十]|\d{1,2})(\D{1,3})$/;

/** 第一組至第七組 names seven units; anything else names itself. */
function spread(name: string): readonly string[] {
  const match = range.exec(name.normalize('NFKC'));
  if (!match) return [name];
  const [, from, , to, kind] = match as unknown as [string, string, string, string, string];
  const isHan = numerals.includes(from);
  const number = (text: string): number => (isHan ? numerals.indexOf(text) + 1 : Number(text));
  const [first, last] = [number(from), number(to)];
  if (!(first >= 1 && last > first && last - first < 60) || numerals.includes(to) !== isHan) return [name];
  return Array.from({ length: last - first + 1 }, (_, i) => `第${isHan ? numerals[first + i - 1] : first + i}${kind}`);
}

/** Splits a line at separators, but leaves groups such as 各課、室 whole, and words such as 及 alone unless units stand on both sides. */
function splitLine(line: string): readonly string[] {
  if (isUnitGroup(nameOf(line))) return [line];
  return line.split(/[、,，;；/／]|\s*[&＆]\s*/).flatMap(piece => {
    const both = /^(.+?)(?:及|與|和|暨|\s+)(.+)$/s.exec(piece.trim());
    const [left, right] = [nameOf(both?.[1] ?? ''), nameOf(both?.[2] ?? '')];
    return endsAsUnit(left) && endsAsUnit(right) ? [...splitLine(left), ...splitLine(right)] : [piece];
  });
}

/** Whether the line break between two pieces tore one name: the first is no unit, both together are one. */
function isTorn(before: string, after: string, known: ReadonlySet<string>): boolean {
  if (known.has(before + after)) return true;
  return !endsAsUnit(before) && endsAsUnit(before + after) && !known.has(before) && !known.has(after);
}

/**
 * The units that a cell names, separated by line breaks, 、 , / or as a range.
 * @param known names that stand alone in other cells; they tell a torn name (役政災/防課) from two (人事/主計室)
 */
export function unitsOf(text: string, known: ReadonlySet<string> = new Set()): PrintedUnits {
  let rejoined = false;
  const whole = nameOf(text);
  if (isUnitGroup(whole)) return { units: [whole], rejoined };
  const pieces: string[] = [];
  for (const line of text.replace(roleWithin, '\n').split('\n')) {
    const [first = '', ...others] = splitLine(line)
      .map(nameOf)
      .filter(name => name !== '');
    const before = pieces.at(-1);
    if (first !== '' && before !== undefined && isTorn(before, first, known)) {
      pieces[pieces.length - 1] = before + first;
      rejoined = true;
    } else if (first !== '') pieces.push(first);
    pieces.push(...others);
  }
  // Headings of a page that were taken for a line of the cell below them name no unit.
  const names = pieces.filter(name => fieldOf(name) === null);
  return { units: [...new Set(names.flatMap(spread))], rejoined };
}

/** Names that stand alone in their cells: what the document itself calls its units. */
export const namesIn = (cells: readonly string[]): ReadonlySet<string> =>
  new Set(cells.filter(text => !/[\n、,，;；/／]/.test(text.trim())).map(nameOf));

/** The units in parentheses at the end of a text, such as …（秘書室）; none when what stands there is no unit. */
export function unitsBehind(text: string): readonly string[] {
  const inside = /[(（]([^()（）]{2,40})[)）][。.]?\s*$/.exec(text)?.[1];
  const units = inside === undefined ? [] : unitsOf(inside).units;
  return units.every(name => endsAsUnit(name) || isUnitGroup(name)) ? units : [];
}
