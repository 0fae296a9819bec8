import type { Formula } from './parse.ts';

/** Null is a blank cell. */
export type Value = number | string | boolean | null;

/** Looks up what formulas refer to. Undefined: it cannot be known, such as the result of another formula. */
export interface Cells {
  readonly valueOf: (reference: Formula & { kind: 'reference' }) => Value | undefined;
  /** Values of a range, blank ones left out. */
  readonly valuesOf: (reference: Formula & { kind: 'reference' }) => readonly Exclude<Value, null>[] | undefined;
}

/** What a formula needs cannot be known, or it uses more than is understood here. */
class Unknown extends Error {}
const unknown = (): never => {
  throw new Unknown();
};

const numberOf = (value: Value): number => {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const number = value === null ? 0 : value.trim() === '' ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : unknown();
};
const textOf = (value: Value): string =>
  value === null ? '' : typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
const truthOf = (value: Value): boolean => (typeof value === 'string' ? unknown() : Boolean(value));

const rank = (value: Value): number => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);

/** As Excel sorts: numbers before texts before truths; letters in either case are one; a blank is what the other side is. */
function compare(a: Value, b: Value): number {
  const [left, right] = [a ?? blankLike(b), b ?? blankLike(a)];
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (typeof left !== 'string' || typeof right !== 'string') return Number(left) - Number(right);
  const [x, y] = [left.toLowerCase(), right.toLowerCase()];
  return x < y ? -1 : x > y ? 1 : 0;
}
const blankLike = (other: Value): Value => (typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0);

const operations: Readonly<Record<string, (a: Value, b: Value) => Value>> = {
  '=': (a, b) => compare(a, b) === 0,
  '<>': (a, b) => compare(a, b) !== 0,
  '<': (a, b) => compare(a, b) < 0,
  '<=': (a, b) => compare(a, b) <= 0,
  '>': (a, b) => compare(a, b) > 0,
  '>=': (a, b) => compare(a, b) >= 0,
  '&': (a, b) => textOf(a) + textOf(b),
  '+': (a, b) => numberOf(a) + numberOf(b),
  '-': (a, b) => numberOf(a) - numberOf(b),
  '*': (a, b) => numberOf(a) * numberOf(b),
  '/': (a, b) => (numberOf(b) === 0 ? unknown() : numberOf(a) / numberOf(b)),
};

type Evaluate = (formula: Formula | undefined) => Value;
type Call = (inputs: readonly Formula[], evaluate: Evaluate, cells: Cells) => Value;

const all = (inputs: readonly Formula[], evaluate: Evaluate): readonly Value[] => inputs.map(input => evaluate(input));

/** The values that a function over ranges takes. */
const listed = (inputs: readonly Formula[], evaluate: Evaluate, cells: Cells): readonly Value[] =>
  inputs.flatMap((input): readonly Value[] =>
    input.kind === 'reference' ? (cells.valuesOf(input) ?? unknown()) : [evaluate(input)],
  );
const numbers = (...of: Parameters<Call>): readonly number[] =>
  listed(...of).filter(value => typeof value === 'number');

const criterion = /^(<=|>=|<>|[=<>])?(.*)$/s;

/** What COUNTIF counts: equal values, or those that a sign in front of the wanted one asks for. */
function countIf(inputs: readonly Formula[], evaluate: Evaluate, cells: Cells): number {
  const [range, wanted] = inputs;
  if (range?.kind !== 'reference' || inputs.length !== 2) return unknown();
  const values = cells.valuesOf(range) ?? unknown();
  const given = evaluate(wanted);
  const [, sign = '=', rest = ''] = criterion.exec(textOf(given))!;
  if (rest === '' || /[*?~]/.test(rest)) return unknown();
  const number = Number(rest);
  const limit = rest.trim() !== '' && Number.isFinite(number) ? number : rest;
  const alike = (value: Value): Value =>
    typeof limit === 'number' && value !== null && Number(value) === limit ? limit : value;
  return values.filter(value => {
    if (sign !== '=' && sign !== '<>' && rank(value) !== rank(limit)) return false;
    return operations[sign]!(alike(value), limit) === true;
  }).length;
}

const part =
  (take: (text: string, count: number) => string): Call =>
  ([text, count], evaluate) =>
    take(textOf(evaluate(text)), count ? Math.max(0, Math.trunc(numberOf(evaluate(count)))) : 1);

const calls: Readonly<Record<string, Call>> = {
  AND: (inputs, evaluate) => all(inputs, evaluate).map(truthOf).every(Boolean),
  OR: (inputs, evaluate) => all(inputs, evaluate).map(truthOf).some(Boolean),
  NOT: ([input], evaluate) => !truthOf(evaluate(input)),
  IF: ([test, yes, no], evaluate) => (truthOf(evaluate(test)) ? evaluate(yes) : no ? evaluate(no) : false),
  LEN: ([input], evaluate) => textOf(evaluate(input)).length,
  TRIM: ([input], evaluate) => textOf(evaluate(input)).trim().replace(/ +/g, ' '),
  EXACT: ([a, b], evaluate) => textOf(evaluate(a)) === textOf(evaluate(b)),
  LEFT: part((text, count) => text.slice(0, count)),
  RIGHT: part((text, count) => (count === 0 ? '' : text.slice(-count))),
  ISNUMBER: ([input], evaluate) => typeof evaluate(input) === 'number',
  ISTEXT: ([input], evaluate) => typeof evaluate(input) === 'string',
  ISBLANK: ([input], evaluate) => evaluate(input) === null,
  INT: ([input], evaluate) => Math.floor(numberOf(evaluate(input))),
  MOD: ([a, b], evaluate) => {
    const by = numberOf(evaluate(b));
    return by === 0 ? unknown() : numberOf(evaluate(a)) - by * Math.floor(numberOf(evaluate(a)) / by);
  },
  SUM: (...of) => numbers(...of).reduce((sum, number) => sum + number, 0),
  MIN: (...of) => numbers(...of).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
  MAX: (...of) => numbers(...of).reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
  COUNTIF: countIf,
};

/** The value of a formula; undefined where it cannot be known. */
export function evaluateFormula(formula: Formula, cells: Cells): Value | undefined {
  const evaluate: Evaluate = node => {
    if (!node) return unknown();
    if (node.kind === 'value') return node.value;
    if (node.kind === 'operation') return operations[node.sign]!(evaluate(node.left), evaluate(node.right));
    if (node.kind === 'call')
      return (Object.hasOwn(calls, node.name) ? calls[node.name]! : unknown)(node.inputs, evaluate, cells);
    const value = cells.valueOf(node);
    return value === undefined ? unknown() : value;
  };
  try {
    const value = evaluate(formula);
    return typeof value === 'number' && !Number.isFinite(value) ? undefined : value;
  } catch (error) {
    if (error instanceof Unknown) return undefined;
    throw error;
  }
}
