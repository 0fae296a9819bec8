import { isUnitGroup, parseMark } from '../../model/index.ts';
import { solid } from './width.ts';

const unitEnd = /(?:課|室|科|組|股|處|局|所|隊|部|館|廳|署|府|站|中心|單位|課室|窗口|分局|機關)$/;
const unitWord = /(?:人員|幹事|主任|秘書|專員|里長|同仁|承辦人|主管)$/;
const apart = /[\s、,，/／;；及]+/;

/** Whether a short text can be nothing but names of units. */
export function looksLikeUnits(text: string): boolean {
  const plain = text.trim();
  if (plain === '' || plain.length > 24 || /[。：:！？「」]|^[0-9０-９]+\p{Script=Han}$/u.test(plain)) return false;
  if (isUnitGroup(plain)) return true;
  return plain
    .split(apart)
    .every(name => name.length >= 2 && name.length <= 8 && (isUnitGroup(name) || unitEnd.test(name)));
}

/**
 * The unit names of a table: a plan names its few units again and again, each alone in its cell. A name that ends like
 * a person (主任, 幹事) is one only where it is repeated; one that only ever follows a stump is the rest of a torn name.
 */
export function unitNamesIn(texts: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, { all: number; afterStump: number }>();
  for (const [i, text] of texts.entries()) {
    const name = solid(text);
    if (name.length < 2 || name.length > 12) continue;
    const entry = counts.get(name) ?? { all: 0, afterStump: 0 };
    entry.all++;
    if (isStump(texts[i - 1] ?? '')) entry.afterStump++;
    counts.set(name, entry);
  }
  const names = [...counts].filter(([name, { all, afterStump }]) => {
    if (name.length <= 3 && all === afterStump) return false;
    const isDoubtful = name.length === 2 || name.length > 5 || /(?:政府|機關)$/.test(name);
    if (all === 1 && isDoubtful && !isUnitGroup(name)) return false;
    return looksLikeUnits(name) || (all >= 3 && unitWord.test(name) && !/[，。、：]/.test(name));
  });
  return new Set([...names.map(([name]) => name), ...tornNamesIn(texts, counts)]);
}

/** Names that never stand in one line: two short lines that come together again and again, the second no name itself. */
function tornNamesIn(texts: readonly string[], counts: ReadonlyMap<string, unknown>): readonly string[] {
  const pairs = new Map<string, number>();
  for (const [i, text] of texts.entries()) {
    const [first, second] = [solid(text), solid(texts[i + 1] ?? '')];
    const name = first + second;
    if (!tornHalf.test(first) || !tornRest.test(second) || counts.has(name) || !looksLikeUnits(name)) continue;
    pairs.set(name, (pairs.get(name) ?? 0) + 1);
  }
  return [...pairs].filter(([, count]) => count > 1).map(([name]) => name);
}

const tornHalf = /^\p{Script=Han}{2,6}$/u;
const tornRest = /^\p{Script=Han}{1,2}$/u;

const tellingRepeats = 3;

/** Whether units stand in the table again and again, so that it must have a column of them though none is headed so. */
export function repeatedUnits(texts: readonly string[], units: ReadonlySet<string>): boolean {
  return texts.filter(text => units.has(solid(text))).length >= tellingRepeats;
}

/** A line so short that it may be the beginning of a torn name. */
const isStump = (text: string): boolean =>
  /^\p{Script=Han}{1,4}$/u.test(solid(text)) && !looksLikeUnits(text) && parseMark(text) === null;

const months =
  /^[自從]?(?:(?:每年|當年度?|次年|翌年|隔年|(?:中華民國|民國)?[0-9０-９]{2,3}年度?)?\s*[0-9０-９]{1,2}(?:[、,，及和][0-9０-９]{1,2})*\s*月(?:[底初中]|中旬|上旬|下旬|份|[0-9０-９]{1,2}日)?(?:以?前|起)?\s*[、,，;；及和.至到~～–-]?\s*)+止?$/;
/** 114.03.31, 6/30; 第一季、第三季; 上半年; 每月5日前. */
const day = String.raw`\d{2,4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}/(?:[12]\d|3[01])|\d{2,4}年\d{1,2}月\d{1,2}日|1\d{6}`;
const stretch =
  '第?[一二三四1-4]季[末底]?|[上下]半年度?|(?:每年|當?年度?)[底終]|每[週月季年](?:初|中|底|末|\\d{1,2}日)';
const until = '[、,，;；及至~～–-]';
const due = new RegExp(`^(?:(?:${day}|${stretch})(?:以?前|止)?${until}?)+$`);
const cadence = /^(?:每(?:日|天|週|周|月|季|年|半年)|不?定期|隨時|適時|全年(?:度)?|經常性?|持續(?:辦理)?|即時|即日起)$/;

/** Whether a text says when a step is checked and nothing else. */
export function looksLikeDeadline(text: string): boolean {
  const plain = solid(text);
  return (
    plain !== '' &&
    plain.length <= 24 &&
    (months.test(plain) || cadence.test(plain) || due.test(plain.normalize('NFKC')))
  );
}
