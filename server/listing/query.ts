import { Refusal } from '../problems/refusal.ts';
import type { Field, Fields } from './fields.ts';

/** A list request, understood. The dialect is json-server 0.17's. */
export interface ListQuery {
  readonly filters: readonly Filter[];
  readonly search: string | null;
  readonly sort: readonly { readonly field: string; readonly descending: boolean }[];
  readonly start: number;
  readonly limit: number;
  readonly embed: readonly string[];
  readonly expand: readonly string[];
}

export interface Filter {
  readonly field: string;
  readonly operator: Operator;
  /** Alternatives, except for `ne`, which excludes every one of them. */
  readonly values: readonly string[];
}

const operators = ['gte', 'lte', 'ne', 'like'] as const;
export type Operator = 'eq' | (typeof operators)[number];

type Raw = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A list never answers more rows than this at once; what is beyond is asked for by range. */
export const maxRows = 5000;
const rowsWithoutRange = 1000;
const rowsPerPage = 10;

const control = new Set(['q', '_sort', '_order', '_start', '_end', '_page', '_limit', '_embed', '_expand']);

/** A column of that name, and not something every object has, such as `constructor`. */
const own = (fields: Fields, name: string): Field | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

const list = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;
const first = (value: string | readonly string[] | undefined): string | undefined => list(value)[0];
const commaList = (value: string | readonly string[] | undefined): readonly string[] =>
  list(value).flatMap(v => v.split(','));

/**
 * Understands a query string against the columns of a resource.
 * @throws Refusal `unknown_parameter` naming a parameter that is neither the dialect's nor a column, `range_too_large`
 */
export function parseListQuery(raw: Raw, fields: Fields): ListQuery {
  const sortable = (name: string): string => {
    const field = own(fields, name);
    if (!field || field.kind === 'json') throw new Refusal('unknown_parameter', { field: name });
    return name;
  };
  for (const [name, value] of Object.entries(raw))
    if (list(value).some(text => text.includes('\0')))
      throw new Refusal('invalid_input', { field: name, problem: '\\0' });
  const orders = commaList(raw._order).map(order => order.toLowerCase());
  return {
    filters: Object.entries(raw)
      .filter(([name]) => !control.has(name))
      .map(([name, value]) => {
        const { field, operator } = split(name, fields);
        return { field: sortable(field), operator, values: list(value) };
      }),
    search: first(raw.q) || null,
    // An order goes with the field at the same place, so blanks between commas count.
    sort: commaList(raw._sort).flatMap((name, i) =>
      name === '' ? [] : [{ field: sortable(name), descending: orders[i] === 'desc' }],
    ),
    ...range(raw),
    embed: commaList(raw._embed).filter(Boolean),
    expand: commaList(raw._expand).filter(Boolean),
  };
}

/** `dueDate_gte` is a comparison unless a column has that very name. */
function split(name: string, fields: Fields): { readonly field: string; readonly operator: Operator } {
  const operator = own(fields, name) ? undefined : operators.find(op => name.endsWith(`_${op}`));
  return operator ? { field: name.slice(0, -operator.length - 1), operator } : { field: name, operator: 'eq' };
}

function range(raw: Raw): { readonly start: number; readonly limit: number } {
  const number = (name: string): number | undefined => {
    const value = first(raw[name]);
    if (value === undefined || value === '') return undefined;
    if (!/^\d{1,9}$/.test(value)) throw new Refusal('invalid_input', { field: name, problem: value });
    return Number(value);
  };
  const [start, end, page, limit] = [number('_start') ?? 0, number('_end'), number('_page'), number('_limit')];
  const asked =
    page !== undefined
      ? { start: (Math.max(page, 1) - 1) * (limit || rowsPerPage), limit: limit || rowsPerPage }
      : end !== undefined
        ? { start, limit: Math.max(end - start, 0) }
        : limit !== undefined
          ? { start, limit }
          : // A start without an end is no range in this dialect.
            { start: 0, limit: rowsWithoutRange };
  if (asked.limit > maxRows) throw new Refusal('range_too_large', { limit: maxRows });
  return asked;
}
