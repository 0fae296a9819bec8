import { plainOf } from '../form/identify/index.ts';
import type { RecipientName } from './order.ts';

/** The city or county that a name begins with; 竹北市公所 is the office of the city itself. */
const city = /^(\p{Script=Han}{2}[市縣])(?:政府)?(?=\p{Script=Han}{2})(?!公所|政府|民代表)/u;
const office = /(?:[鄉鎮市區](?:公所)?|公所)$/;

/** One name taken apart, in its compared form. */
export interface AgencyName {
  readonly whole: string;
  /** The city or county that it begins with; empty where it names none. */
  readonly city: string;
  /** Without the city. */
  readonly bare: string;
  /** Without the city and without 區公所 and the like; empty where less than two characters would be left. */
  readonly core: string;
}

export function agencyName(name: string): AgencyName {
  const written = name.normalize('NFKC').replace(/\s/g, '');
  const whole = plainOf(written);
  const place = plainOf(city.exec(written)?.[1] ?? '');
  const bare = place === '' ? whole : plainOf(written.replace(city, ''));
  const core = bare.replace(/公所$/, '').replace(office, '');
  return { whole, city: place, bare, core: core.length < 2 ? '' : core };
}

/** All that an agency is called; another name of it is of the same city, though it does not say so. */
export function namesOf({ name, aliases = [] }: RecipientName): readonly AgencyName[] {
  const own = agencyName(name);
  return [own, ...aliases.map(agencyName).map(alias => (alias.city === '' ? { ...alias, city: own.city } : alias))];
}

/** How surely two names are one agency's; two names of different cities never are. */
export type Sameness = 'whole' | 'bare' | 'core';
const ladder: readonly Sameness[] = ['whole', 'bare', 'core'];

export function sameAgency(a: AgencyName, b: AgencyName): Sameness | null {
  if (a.whole === b.whole && a.whole !== '') return 'whole';
  if (a.city !== '' && b.city !== '' && a.city !== b.city) return null;
  if (a.bare === b.bare && a.bare !== '') return 'bare';
  // 信義 and 信義鄉公所 may be one, 信義區公所 and 信義鄉公所 never are.
  const short = a.bare === a.core || b.bare === b.core || a.bare === `${b.bare}公所` || b.bare === `${a.bare}公所`;
  return short && a.core === b.core && a.core !== '' ? 'core' : null;
}

/** Recipients that a name may mean at the first step of the ladder at which it means any. */
export function agenciesNamed<Recipient extends RecipientName>(
  name: string,
  recipients: readonly (readonly [Recipient, readonly AgencyName[]])[],
): readonly Recipient[] {
  const wanted = agencyName(name);
  for (const step of ladder) {
    const found = recipients.filter(([, names]) => names.some(each => sameAgency(wanted, each) === step));
    if (found.length > 0) return found.map(([recipient]) => recipient);
  }
  return [];
}

const apart = /[^\p{Script=Han}]+/u;
const cityAlone = /^\p{Script=Han}{2}[市縣](?:政府)?$/u;

/** The words of a file name as they are written. */
export const wordsOfName = (fileName: string): readonly string[] => fileName.normalize('NFKC').split(apart);

/**
 * The parts of a file name that may name an agency. A city that one of them names belongs to all that the name says: 臺中市_大雅區公所
 * is no other 大雅區公所. A name of two cities tells nothing.
 */
export function partsOfName(fileName: string): readonly string[] {
  const words = wordsOfName(fileName);
  const cities = words.map(word => (cityAlone.test(word) ? plainOf(word.slice(0, 3)) : agencyName(word).city));
  const [only = '', ...others] = new Set(cities.filter(each => each !== ''));
  if (others.length > 0) return [];
  // As it is written where it stands by itself, since what is made of it may be shown.
  const city = words.find(word => cityAlone.test(word)) ?? only;
  return words.map((word, i) => (cities[i] === '' && word !== '' ? `${city}${word}` : word));
}
