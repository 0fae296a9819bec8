/**
 * Radicals that fonts draw with the very glyph of a character, and that programs which print through such a font name
 * in place of the character; Unicode's own normalisation leaves those of this block alone.
 */
const radicals: ReadonlyMap<string, string> = new Map(
  [
    '⺁厂⺄乙⺈刀⺊卜⺌小⺍小⺎兀⺒巳⺓幺⺔彑⺗心⺜日⺝月⺠民⺡水⺣火⺤爪⺧牛⺨犬⺩王⺪疋⺫目⺬示⺮竹⺯糸⺰糹⺲网⺳网⺴网⺶羊⺷羊⺸羊',
    '⺺聿⺼肉⺽臼⻀艸⻁虎⻂衣⻃西⻄西⻅见⻆角⻈讠⻉贝⻊足⻋车⻍辵⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠',
    '⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟',
  ]
    .flatMap(row => [...row])
    .reduce<[string, string][]>((pairs, character, i, all) => {
      if (i % 2 === 0) pairs.push([character, all[i + 1]!]);
      return pairs;
    }, []),
);

/** Kangxi radicals, compatibility ideographs and Latin ligatures, which normalise to what a person reads. */
const compatible = /[\u2F00-\u2FDF\uF900-\uFAFF\uFB00-\uFB06]/;

const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;

/** The characters that a person reads, of those that a file names for a glyph. Empty for what nobody can read. */
export function readable(text: string): string {
  if (text >= ' ' && text <= '~' && text.length === 1) return text;
  if (/^\s+$/.test(text)) return ' ';
  const plain = text.replace(unseen, '');
  if (compatible.test(plain)) return plain.normalize('NFKC');
  return radicals.get(plain) ?? plain;
}

/** Without a code: a font's own numbering, or the mark for what could not be decoded. */
export const isUnreadable = (text: string): boolean => /[\uE000-\uF8FF\uFFFD]|[\u{F0000}-\u{10FFFF}]/u.test(text);

const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFF}]/u;

/** A character that fills a square of its own and needs no blank beside it. */
export const isWide = (text: string): boolean => wide.test(text);
