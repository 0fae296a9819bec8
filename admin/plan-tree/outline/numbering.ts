/** The marks that number the levels of a plan from the top: 一 (一) 1 (1) ○1 A. */
const digits = '零一二三四五六七八九';

/** 1–99 as Chinese numerals: 十, 十一, 二十, 二十一. */
function toChinese(value: number): string {
  if (value < 10) return digits[value]!;
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens === 1 ? '' : digits[tens]}十${ones === 0 ? '' : digits[ones]}`;
}

function fromChinese(text: string): number {
  const [tens, ones] = text.includes('十') ? (text.split('十') as [string, string]) : ['', text];
  const ten = text.includes('十') ? (tens === '' ? 1 : digits.indexOf(tens)) : 0;
  return ten * 10 + (ones === '' ? 0 : digits.indexOf(ones));
}

interface Style {
  readonly name: string;
  readonly pattern: RegExp;
  readonly read: (mark: string) => number;
  readonly write: (value: number) => string;
  /** The mark with the stop that is printed after it. */
  readonly print: (label: string) => string;
}

const same = (label: string): string => label;
const letter = (value: number): string => String.fromCharCode(64 + Math.min(value, 26));

/** In the order of the levels that usually carry them. */
const styles: readonly Style[] = [
  { name: '一', pattern: /^([一二三四五六七八九十]{1,3})$/, read: fromChinese, write: toChinese, print: l => `${l}、` },
  {
    name: '(一)',
    pattern: /^\(([一二三四五六七八九十]{1,3})\)$/,
    read: fromChinese,
    write: value => `(${toChinese(value)})`,
    print: same,
  },
  { name: '1', pattern: /^(\d{1,3})$/, read: Number, write: String, print: l => `${l}.` },
  { name: '(1)', pattern: /^\((\d{1,3})\)$/, read: Number, write: value => `(${value})`, print: same },
  { name: '○1', pattern: /^○(\d{1,3})$/, read: Number, write: value => `○${value}`, print: same },
  { name: 'A', pattern: /^([A-Z])$/, read: mark => mark.charCodeAt(0) - 64, write: letter, print: l => `${l}.` },
];

const styleOf = (label: string): Style | undefined => styles.find(style => style.pattern.test(label));

/** How deep a label's kind of numbering usually stands (一 0, (一) 1, 1 2, …), or null when it is none of them. */
export function rankOf(label: string): number | null {
  const rank = styles.findIndex(style => style.pattern.test(label));
  return rank < 0 ? null : rank;
}

/** The label as documents print it: 一、 (一) 1. (1) ○1 A. */
export const printedLabel = (label: string): string => styleOf(label)?.print(label) ?? label;

/**
 * The label of the row after one labelled `previous`, or of the first row at a depth. Null where the sibling before has none.
 * @param previous the label of the sibling before; undefined when there is none
 */
export function nextLabel(previous: string | null | undefined, depth: number): string | null {
  if (previous === null) return null;
  if (previous === undefined) return styles[Math.min(depth, styles.length - 1)]!.write(1);
  const style = styleOf(previous);
  return style ? style.write(style.read(style.pattern.exec(previous)![1]!) + 1) : null;
}

/** The labels that siblings should carry, counted from 1 in the kind of numbering that the first labelled one has. */
export function renumbered(labels: readonly (string | null)[]): readonly (string | null)[] {
  const first = labels.find(label => label !== null && styleOf(label));
  const style = first ? styleOf(first) : undefined;
  if (!style) return labels;
  let value = 0;
  return labels.map(label => {
    if (label === null) return null;
    value += 1;
    return style.write(value);
  });
}

const leading =
  /^\s*(?:([一二三四五六七八九十]{1,3})\s*[、.]|([(][一二三四五六七八九十]{1,3}[)])[、.]?|(\d{1,3})\s*[.、](?!\d)|([(]\d{1,3}[)])[、.]?|○\s*(\d{1,2})[、.]?|([A-Z])\s*[.、])\s*/;
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const halfWidth = (mark: string): string =>
  mark.replace(/[０-９Ａ-Ｚ（）．]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0));

/** Parts the numbering at the start of a text from the text. Only the mark is brought to half width; the text stays as it is. */
export function splitLabel(text: string): { readonly label: string | null; readonly text: string } {
  const trimmed = text.trim();
  const ring = circled.indexOf(trimmed.charAt(0));
  if (trimmed !== '' && ring >= 0) return { label: `○${ring + 1}`, text: trimmed.slice(1).trim() };
  const head = halfWidth(trimmed.slice(0, 8));
  const match = leading.exec(head);
  if (!match) return { label: null, text: trimmed };
  const [whole, chinese, inBrackets, digit, digitInBrackets, ringed, alpha] = match;
  const label = chinese ?? inBrackets ?? digit ?? digitInBrackets ?? (ringed ? `○${ringed}` : alpha) ?? null;
  return { label, text: trimmed.slice(whole.length).trim() };
}
