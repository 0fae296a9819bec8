/** How word processors count: a number as the text of one of their systems. */
export type Numeral = (n: number) => string;

const pick =
  (list: string): Numeral =>
  n =>
    [...list][n - 1] ?? `${n}`;

/** Numbers with their places named, up to 9999. */
function placed(digits: string, places: readonly string[], bareTen: boolean): Numeral {
  return n => {
    if (n < 1 || n > 9999) return `${n}`;
    let text = '';
    let gap = false;
    const printed = [...`${n}`].map(Number);
    for (const [i, digit] of printed.entries()) {
      if (digit === 0) gap = text !== '';
      else {
        text += (gap ? digits.charAt(0) : '') + digits.charAt(digit) + (places[printed.length - 1 - i] ?? '');
        gap = false;
      }
    }
    return bareTen && n >= 10 && n < 20 ? text.slice(1) : text;
  };
}

export const hanNumeral: Numeral = placed('零一二三四五六七八九', ['', '十', '百', '千'], true);
export const legalNumeral: Numeral = placed('零壹貳參肆伍陸柒捌玖', ['', '拾', '佰', '仟'], true);
export const simplifiedLegalNumeral: Numeral = placed('零壹贰叁肆伍陆柒捌玖', ['', '拾', '佰', '仟'], true);
export const hanDigits: Numeral = n => [...`${n}`].map(digit => '〇一二三四五六七八九'.charAt(Number(digit))).join('');

export const heavenlyStem = pick('甲乙丙丁戊己庚辛壬癸');
export const earthlyBranch = pick('子丑寅卯辰巳午未申酉戌亥');
export const stemAndBranch: Numeral = n => heavenlyStem(((n - 1) % 10) + 1) + earthlyBranch(((n - 1) % 12) + 1);

const from =
  (first: number, count: number): Numeral =>
  n =>
    n >= 1 && n <= count ? String.fromCodePoint(first + n - 1) : `${n}`;

export const circled: Numeral = n => (n > 20 && n <= 35 ? String.fromCodePoint(0x3251 + n - 21) : from(0x2460, 20)(n));
export const parenthesised = from(0x2474, 20);
export const dotted = from(0x2488, 20);
export const circledHan = from(0x3280, 10);
export const parenthesisedHan = from(0x3220, 10);

export const decimal: Numeral = n => `${n}`;
export const padded: Numeral = n => `${n}`.padStart(2, '0');
export const fullWidth: Numeral = n => [...`${n}`].map(d => String.fromCodePoint(0xff10 + Number(d))).join('');

/** A … Z, AA, BB …, as word processors go on after Z. */
export const upperLetter: Numeral = n =>
  n < 1 || n > 26 * 20 ? `${n}` : String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.ceil(n / 26));
export const lowerLetter: Numeral = n => upperLetter(n).toLowerCase();

const romans = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

export const upperRoman: Numeral = n => {
  if (n < 1 || n > 3999) return `${n}`;
  let left = n;
  let text = '';
  for (const [value, letters] of romans) {
    for (; left >= value; left -= value) text += letters;
  }
  return text;
};
export const lowerRoman: Numeral = n => upperRoman(n).toLowerCase();

export const none: Numeral = () => '';
