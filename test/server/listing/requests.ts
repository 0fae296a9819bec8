import * as fc from 'fast-check';
import type { Fields, Kind } from '../../../server/listing/fields.ts';
import { pieces } from './rough-sample.ts';

/** What a list request may ask of a resource. */
export interface Askable {
  readonly name: string;
  readonly fields: Fields;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly embed: readonly string[];
  readonly expand: readonly string[];
  /** Fields that are worked out at each reading: a search of ours does not look into them, one of json-server does. */
  readonly computed: readonly string[];
}

type Parameters = readonly (readonly [name: string, value: string])[];

const nothing: fc.Arbitrary<Parameters> = fc.constant([]);
const maybe = (parameters: fc.Arbitrary<Parameters>): fc.Arbitrary<Parameters> => fc.oneof(nothing, parameters);
const join = (...parts: readonly fc.Arbitrary<Parameters>[]): fc.Arbitrary<Parameters> =>
  fc.tuple(...parts).map(all => all.flat());

const oddNumbers = ['', ' ', '0', '-1', '2.5', '1e1', '0x10', 'abc', 'Infinity', '99999999999'];
const odd: Readonly<Record<Kind, readonly string[]>> = {
  text: pieces,
  number: oddNumbers,
  boolean: ['true', 'false', '0', ''],
  json: [],
};

/** A value to filter a field by: mostly one that some row has, else an odd one. */
function valueFor({ rows, fields }: Askable, field: string): fc.Arbitrary<string> {
  const held = [...new Set(rows.map(row => row[field]).filter(value => value !== null))].map(String);
  const strange = fc.constantFrom(...odd[fields[field]!.kind]);
  return held.length === 0 ? strange : fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...held) }, strange);
}

/** A part of a value, as people type it into a search box, in either case. json-server would compile it as a regular expression. */
const partOf = (askable: Askable, field: string): fc.Arbitrary<string> =>
  fc
    .tuple(valueFor(askable, field), fc.nat(20), fc.integer({ min: 0, max: 6 }), fc.boolean())
    .map(([text, from, length, loud]) => {
      const part = [...text]
        .slice(from % Math.max(text.length, 1))
        .slice(0, length)
        .join('');
      return (loud ? part.toUpperCase() : part).replace(/[\\^$.*+?()[\]{}|]/g, '');
    });

const filterable = ({ fields }: Askable): readonly string[] =>
  Object.keys(fields).filter(name => fields[name]!.kind !== 'json');

function filter(askable: Askable): fc.Arbitrary<Parameters> {
  return fc.constantFrom(...filterable(askable)).chain(field => {
    const repeated = (name: string, value: fc.Arbitrary<string>) =>
      fc.array(value, { minLength: 1, maxLength: 3 }).map((values): Parameters => values.map(one => [name, one]));
    const value = valueFor(askable, field);
    const kinds = [
      repeated(field, value),
      repeated(`${field}_ne`, value),
      repeated(`${field}_like`, partOf(askable, field)),
    ];
    // A boolean has no order; json-server compares it by JavaScript's coercion.
    const ordered = [repeated(`${field}_gte`, value), repeated(`${field}_lte`, value)];
    return fc.oneof(...kinds, ...(askable.fields[field]!.kind === 'boolean' ? [] : ordered));
  });
}

/** The texts and numbers inside a value of any shape. */
const leavesOf = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [String(value)];

function search(askable: Askable): fc.Arbitrary<Parameters> {
  const inside = (names: readonly string[]) => [
    ...new Set(askable.rows.flatMap(row => names.flatMap(n => leavesOf(row[n])))),
  ];
  const computed = inside(askable.computed);
  const nested = inside(Object.keys(askable.fields).filter(name => askable.fields[name]!.kind === 'json'));
  const part = fc.constantFrom(...filterable(askable)).chain(field => partOf(askable, field));
  const texts =
    nested.length === 0
      ? part
      : fc.oneof({ weight: 2, arbitrary: part }, fc.constantFrom(...nested, 'name', '"', '[', ':'));
  return texts
    .filter(text => !computed.some(held => held.toLowerCase().includes(text.toLowerCase())))
    .map((text): Parameters => [['q', text]]);
}

const sort = (askable: Askable): fc.Arbitrary<Parameters> =>
  fc
    .array(fc.tuple(fc.constantFrom(...filterable(askable)), fc.constantFrom('asc', 'desc', 'DESC', '')), {
      minLength: 1,
      maxLength: 3,
    })
    .chain(by =>
      fc.nat(by.length).map((ordered): Parameters => {
        const orders = by.slice(0, ordered).map(([, order]) => order);
        return [
          ['_sort', by.map(([name]) => name).join(',')],
          ...(ordered > 0 ? [['_order', orders.join(',')] as const] : []),
        ];
      }),
    );

const number = (name: string, max: number): fc.Arbitrary<Parameters> =>
  fc.nat(max).map((value): Parameters => [[name, String(value)]]);

const range: fc.Arbitrary<Parameters> = fc.oneof(
  join(maybe(number('_start', 40)), number('_end', 60)),
  join(maybe(number('_start', 40)), number('_limit', 30)),
  join(number('_page', 12), maybe(number('_limit', 30))),
  join(number('_page', 3), number('_start', 5), number('_end', 9)),
  number('_start', 20),
);

const relations = ({ embed, expand }: Askable): fc.Arbitrary<Parameters> =>
  fc
    .tuple(fc.subarray([...embed]), fc.subarray([...expand]))
    .map(
      ([down, up]): Parameters => [
        ...down.map(name => ['_embed', name] as const),
        ...up.map(name => ['_expand', name] as const),
      ],
    );

/** Random list requests in json-server's dialect, as paths with their query. */
export const requestOf = (resources: readonly Askable[]): fc.Arbitrary<string> =>
  fc.constantFrom(...resources).chain(askable =>
    join(
      fc.array(filter(askable), { maxLength: 3 }).map(all => all.flat()),
      fc.oneof({ weight: 3, arbitrary: nothing }, search(askable)),
      maybe(sort(askable)),
      maybe(range),
      fc.oneof({ weight: 2, arbitrary: nothing }, relations(askable)),
    ).map(parameters => {
      const query = new URLSearchParams(parameters.map(([name, value]): [string, string] => [name, value]));
      return `/api/${askable.name}${query.size > 0 ? `?${query}` : ''}`;
    }),
  );
