import { evidenceNames, type NumberMark, numberMark, splitLine } from '../answers/index.ts';

/** How a form lists names of evidence. */
export interface EvidenceNotation {
  /** The first number as printed, such as `1.` or `(1)`; null where names are not numbered. */
  readonly first: NumberMark | null;
  readonly separator: string;
  /** A name that stands alone is numbered too. */
  readonly numbersOne: boolean;
}

const usual: EvidenceNotation = {
  first: { style: 'digit', literal: '1.', ordinal: 1 },
  separator: '\n',
  numbersOne: false,
};

/** Nothing in a name can be taken for this number. */
const enclosed: EvidenceNotation = {
  first: { style: 'paren', literal: '(1)', ordinal: 1 },
  separator: '\n',
  numbersOne: true,
};

interface Sample {
  readonly first: NumberMark | null;
  readonly separator: string | null;
  readonly count: number;
}

function sampleOf(text: string): Sample | null {
  const names = evidenceNames(text);
  const first = numberMark(text.trimStart());
  if (names.length === 0 && !first) return null;
  if (names.length < 2) return { first, separator: null, count: names.length };
  if (text.trim().includes('\n')) return { first, separator: '\n', count: names.length };
  if (!first) return { first, separator: splitLine(text).sign, count: names.length };
  const second = text.indexOf(names[1]!);
  const between = text.slice(text.indexOf(names[0]!) + names[0]!.length, second);
  return { first, separator: /^[；;、，,。\s]*/.exec(between)?.[0] ?? '', count: names.length };
}

/** Learns the notation from what stands in the evidence cells of a form already. */
export function learnEvidence(texts: readonly string[]): EvidenceNotation {
  const samples = texts.flatMap(text => sampleOf(text) ?? []);
  const lists = samples.filter(({ separator }) => separator !== null);
  const kinds = Map.groupBy(lists, ({ first, separator }) => `${first?.literal}|${separator}`);
  const [most] = [...kinds.values()].sort((a, b) => b.length - a.length);
  const model = most?.[0] ?? samples.find(({ first }) => first !== null);
  if (!model) return usual;
  const alone = samples.filter(({ count }) => count === 1);
  const plain = alone.filter(({ first }) => first === null).length;
  return {
    first: model.first && { ...model.first, ordinal: 1 },
    separator: model.separator ?? '\n',
    numbersOne: model.first !== null && plain * 2 <= alone.length,
  };
}

const han = '一二三四五六七八九';
const hanNumber = (n: number): string =>
  n < 10 ? han[n - 1]! : `${n >= 20 ? han[Math.floor(n / 10) - 1] : ''}十${n % 10 ? han[(n % 10) - 1] : ''}`;
const widened = (text: string): string =>
  text.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const numerals: readonly (readonly [RegExp, (n: number) => string | null])[] = [
  [/[０-９]+/, n => widened(String(n))],
  [/\d+/, n => String(n)],
  [/[\u2460-\u2473]/, n => (n <= 20 ? String.fromCodePoint(0x245f + n) : null)],
  [/[一二三四五六七八九十]+/, n => (n < 100 ? hanNumber(n) : null)],
  [/[A-Z]/, n => (n <= 26 ? String.fromCharCode(64 + n) : null)],
  [/[a-z]/, n => (n <= 26 ? String.fromCharCode(96 + n) : null)],
];

function numbered(first: NumberMark, n: number): string {
  for (const [pattern, print] of numerals) {
    if (pattern.test(first.literal)) return first.literal.replace(pattern, print(n) ?? String(n));
  }
  return `${n}.`;
}

const oneLine = (name: string): string =>
  name
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .join(' ');

function print(names: readonly string[], { first, separator, numbersOne }: EvidenceNotation): string {
  const plain = first === null || (names.length === 1 && !numbersOne);
  return names.map((name, i) => (plain ? name : `${numbered(first, i + 1)}${name}`)).join(separator);
}

const alike = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, i) => name === b[i]);

/** Names as they are listed in a cell. */
export interface PrintedEvidence {
  readonly text: string;
  /** Whether reading the text gives the same names. */
  readonly readsBack: boolean;
}

/**
 * Lists names in the notation of the form. Where that would not be read back as the same names, because a name holds the very
 * sign that sets names off, they are numbered line by line.
 */
export function printEvidence(names: readonly string[], notation: EvidenceNotation): PrintedEvidence {
  const lines = names.map(oneLine).filter(name => name !== '');
  if (lines.length === 0) return { text: '', readsBack: true };
  for (const each of [notation, usual, { ...usual, numbersOne: true }, enclosed]) {
    const text = print(lines, each);
    if (alike(evidenceNames(text), lines)) return { text, readsBack: true };
  }
  return { text: print(lines, notation), readsBack: false };
}
