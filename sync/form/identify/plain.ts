/** Characters that people and programs write either way without meaning another word. */
const variants: Readonly<Record<string, string>> = { 臺: '台', 〇: '零', 佈: '布', 佔: '占', 裏: '裡', 着: '著' };

/**
 * A text as it is compared: width, case, blanks, line breaks, punctuation and signs never make two texts differ, nor do variant
 * characters.
 */
export const plainOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\p{C}]/gu, '')
    .replace(/[臺〇佈佔裏着]/g, variant => variants[variant]!);

/** Words that turn a text into another task however small they are: numbers, before and after, and not. */
const tellingCharacters =
  /[0-9一二兩三四五六七八九十零百千半雙單上中下前後左右內外甲乙丙丁東西南北春夏秋冬不未無免非否年季月週日]/gu;

/** The numbers and the like of a plain text, in order: a text retyped with others asks something else. */
export const tellingOf = (plain: string): string => (plain.match(tellingCharacters) ?? []).join('');

const leadingMark = /^(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3}|[a-z])(?=\D)/u;

/** Without what may be a numbering mark whose dot or bracket was lost. */
export const withoutMark = (plain: string): string => plain.replace(leadingMark, '');
