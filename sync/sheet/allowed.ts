import { evaluateFormula, parseFormula, type Value } from './formula/index.ts';
import type { PatchValue } from './patch.ts';
import type { CellIssueCode } from './patched.ts';
import { cellsFor, type RulePlace } from './rule-cells.ts';
import type { Validation } from './workbook.ts';

/** What a value is to a validation, which knows numbers only as numbers and days only as days counted from an epoch. */
export interface Candidate {
  readonly value: PatchValue;
  /** The day number of a date in the workbook's own count. */
  readonly serial: number | null;
}

export interface Forbidden {
  readonly code: Extract<
    CellIssueCode,
    'cell_not_in_list' | 'cell_number_not_allowed' | 'cell_length_not_allowed' | 'cell_rule_not_met'
  >;
  /** What would be accepted: the choices, bounds such as `1–10`, or the formula that must hold. */
  readonly allowed: string;
}

/** The rule is computed from what is not known here: a person should look whether the program accepts the value. */
export interface Unchecked {
  readonly code: 'cell_rule_unchecked';
  readonly allowed: string;
}

/**
 * Whether a validation keeps a person from typing the value; one that only warns forbids nothing. Limits and conditions that
 * are computed in a simple way from other cells are worked out; of all others the verdict is that they were not checked.
 * @param place where the value is to stand; without it nothing is computed
 */
export function forbids(
  validation: Validation,
  { value, serial }: Candidate,
  place: RulePlace | null = null,
): Forbidden | Unchecked | null {
  if (!validation.strict || value.kind === 'blank') return null;
  const rule = Object.hasOwn(rules, validation.type) ? rules[validation.type] : undefined;
  const compute = (formula: string): Value | undefined => {
    const parsed = place && parseFormula(formula);
    return parsed ? evaluateFormula(parsed, cellsFor(validation, value, place)) : undefined;
  };
  return rule?.(validation, value, serial, compute) ?? null;
}

type Rule = (
  validation: Validation,
  value: Exclude<PatchValue, { kind: 'blank' }>,
  serial: number | null,
  compute: (formula: string) => Value | undefined,
) => Forbidden | Unchecked | null;

const unchecked = (...formulas: readonly string[]): Unchecked => ({
  code: 'cell_rule_unchecked',
  allowed: formulas.filter(formula => formula !== '').join('、'),
});

const shownChoices = 12;

const inList: Rule = ({ choices, formula1 }, value) => {
  if (!choices) return unchecked(formula1);
  if (choices.includes(String(value.value).trim())) return null;
  const shown = choices.slice(0, shownChoices).join('、');
  return { code: 'cell_not_in_list', allowed: choices.length > shownChoices ? `${shown}…` : shown };
};

const number =
  (whole: boolean): Rule =>
  (validation, value, serial, compute) => {
    const given = value.kind === 'number' ? value.value : value.kind === 'date' ? serial : null;
    const bounds = boundsOf(validation, compute);
    const accepted = given !== null && (!whole || Number.isInteger(given)) && isWithin(bounds, given);
    if (!accepted) return { code: 'cell_number_not_allowed', allowed: wording(bounds) };
    return isKnown(validation, bounds) ? null : unchecked(validation.formula1, validation.formula2);
  };

const length: Rule = (validation, value, _, compute) => {
  const bounds = boundsOf(validation, compute);
  if (!isWithin(bounds, String(value.value).length))
    return { code: 'cell_length_not_allowed', allowed: wording(bounds) };
  return isKnown(validation, bounds) ? null : unchecked(validation.formula1, validation.formula2);
};

/** As a condition, a number holds unless it is 0. */
const custom: Rule = ({ formula1 }, _, __, compute) => {
  if (formula1 === '') return null;
  const holds = compute(formula1);
  if (holds === undefined || typeof holds === 'string') return unchecked(formula1);
  return holds ? null : { code: 'cell_rule_not_met', allowed: formula1 };
};

const rules: Readonly<Record<string, Rule>> = {
  list: inList,
  whole: number(true),
  decimal: number(false),
  date: number(false),
  time: number(false),
  textLength: length,
  custom,
};

interface Bounds {
  readonly operator: string;
  /** Null where the limit is computed from what is not known. */
  readonly first: number | null;
  readonly second: number | null;
}

const boundsOf = ({ operator, formula1, formula2 }: Validation, compute: Parameters<Rule>[3]): Bounds => {
  const limit = (formula: string): number | null => {
    const value = constant(formula) ?? (formula.trim() === '' ? null : compute(formula));
    return typeof value === 'number' ? value : null;
  };
  return { operator, first: limit(formula1), second: limit(formula2) };
};

/** All limits that the validation names are there. */
const isKnown = ({ formula1, formula2 }: Validation, { first, second }: Bounds): boolean =>
  (first !== null || formula1.trim() === '') && (second !== null || formula2.trim() === '');

const constant = (formula: string): number | null => {
  const value = formula.trim() === '' ? Number.NaN : Number(formula);
  return Number.isFinite(value) ? value : null;
};

interface Comparison {
  readonly holds: (given: number, bounds: Bounds) => boolean;
  readonly wording: (bounds: { readonly first: number | string; readonly second: number | string }) => string;
}

const against = (sign: string, holds: (given: number, limit: number) => boolean): Comparison => ({
  holds: (given, { first }) => first === null || holds(given, first),
  wording: ({ first }) => `${sign} ${first}`,
});

const between: Comparison = {
  holds: (given, { first, second }) => (first === null || given >= first) && (second === null || given <= second),
  wording: ({ first, second }) => `${first}–${second}`,
};

const comparisons: Readonly<Record<string, Comparison>> = {
  between,
  notBetween: {
    holds: (given, { first, second }) => first === null || second === null || given < first || given > second,
    wording: ({ first, second }) => `< ${first}, > ${second}`,
  },
  equal: against('=', (given, limit) => given === limit),
  notEqual: against('≠', (given, limit) => given !== limit),
  greaterThan: against('>', (given, limit) => given > limit),
  greaterThanOrEqual: against('≥', (given, limit) => given >= limit),
  lessThan: against('<', (given, limit) => given < limit),
  lessThanOrEqual: against('≤', (given, limit) => given <= limit),
};

const comparisonOf = ({ operator }: Bounds): Comparison =>
  Object.hasOwn(comparisons, operator) ? comparisons[operator]! : between;
const isWithin = (bounds: Bounds, given: number): boolean => comparisonOf(bounds).holds(given, bounds);
const wording = (bounds: Bounds): string =>
  comparisonOf(bounds).wording({ first: bounds.first ?? '…', second: bounds.second ?? '…' });
