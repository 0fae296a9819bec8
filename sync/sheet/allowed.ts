import type { PatchValue } from './patch.ts';
import type { CellIssueCode } from './patched.ts';
import type { Validation } from './workbook.ts';

/** What a value is to a validation, which knows numbers only as numbers and days only as days counted from an epoch. */
export interface Candidate {
  readonly value: PatchValue;
  /** The day number of a date in the workbook's own count. */
  readonly serial: number | null;
}

export interface Forbidden {
  readonly code: Extract<CellIssueCode, 'cell_not_in_list' | 'cell_number_not_allowed' | 'cell_length_not_allowed'>;
  /** What would be accepted: the choices, or bounds such as `1–10`. */
  readonly allowed: string;
}

/**
 * Whether a validation keeps a person from typing the value. One that only warns forbids nothing, nor does one whose limits
 * are computed: what a program would say cannot be known, and it says so itself when the file is opened.
 */
export function forbids(validation: Validation, { value, serial }: Candidate): Forbidden | null {
  if (!validation.strict || value.kind === 'blank') return null;
  const rule = Object.hasOwn(rules, validation.type) ? rules[validation.type] : undefined;
  return rule?.(validation, value, serial) ?? null;
}

type Rule = (
  validation: Validation,
  value: Exclude<PatchValue, { kind: 'blank' }>,
  serial: number | null,
) => Forbidden | null;

const shownChoices = 12;

const inList: Rule = ({ choices }, value) => {
  if (!choices || choices.includes(String(value.value).trim())) return null;
  const shown = choices.slice(0, shownChoices).join('、');
  return { code: 'cell_not_in_list', allowed: choices.length > shownChoices ? `${shown}…` : shown };
};

const number =
  (whole: boolean): Rule =>
  (validation, value, serial) => {
    const given = value.kind === 'number' ? value.value : value.kind === 'date' ? serial : null;
    const bounds = boundsOf(validation);
    const accepted = given !== null && (!whole || Number.isInteger(given)) && isWithin(bounds, given);
    return accepted ? null : { code: 'cell_number_not_allowed', allowed: wording(bounds) };
  };

const length: Rule = (validation, value) => {
  const bounds = boundsOf(validation);
  if (isWithin(bounds, String(value.value).length)) return null;
  return { code: 'cell_length_not_allowed', allowed: wording(bounds) };
};

const rules: Readonly<Record<string, Rule>> = {
  list: inList,
  whole: number(true),
  decimal: number(false),
  date: number(false),
  time: number(false),
  textLength: length,
};

interface Bounds {
  readonly operator: string;
  /** Null where the limit is computed from other cells. */
  readonly first: number | null;
  readonly second: number | null;
}

const boundsOf = ({ operator, formula1, formula2 }: Validation): Bounds => ({
  operator,
  first: constant(formula1),
  second: constant(formula2),
});

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
