import { type Locale, type MessageCode, names, type Params } from '../../sync/model/index.ts';

/** A fault that the schema found, as Fastify hands it on: zod's issue, its code as `keyword` and the rest as `params`. */
export interface SchemaFault {
  readonly keyword: string;
  readonly instancePath: string;
  readonly message?: string | undefined;
  readonly params: Readonly<Record<string, unknown>>;
}

interface Wrong {
  readonly code: MessageCode;
  readonly params: Params;
}

/** `figures.0.name`, as the client wrote it; empty for the whole body. */
export const fieldOf = ({ instancePath }: SchemaFault): string => instancePath.replace(/^\//, '').replaceAll('/', '.');

/** The fields of a body that its schema does not have. */
export const unknownKeys = (faults: readonly SchemaFault[]): readonly string[] =>
  faults.flatMap(({ keyword, params }) => (keyword === 'unrecognized_keys' ? ((params.keys as string[]) ?? []) : []));

/** What people call a field of a resource, or its own name where the catalogue has none. */
export function labelOf(resource: string, field: string, locale: Locale): string {
  const things = [resource, resource.replace(/ies$/, 'y'), resource.replace(/s$/, '')];
  const entry = things.map(thing => names[`${thing}.field.${field}`]).find(Boolean);
  return entry?.[locale === 'en' ? 'en' : 'zh'] ?? (field || '-');
}

const bySize = (few: MessageCode, text: MessageCode, number: MessageCode, limitName: string) => {
  const codes: Readonly<Record<string, MessageCode>> = { string: text, array: few, set: few, number, int: number };
  return ({ params }: SchemaFault): Wrong => ({
    code: codes[String(params.origin)] ?? 'field_wrong',
    params: { limit: Number(params[limitName]) },
  });
};

const types: Readonly<Record<string, MessageCode>> = {
  string: 'field_not_text',
  number: 'field_not_number',
  int: 'field_not_whole',
  boolean: 'field_not_flag',
  array: 'field_not_list',
  object: 'field_not_object',
  record: 'field_not_object',
};

const formats: Readonly<Record<string, MessageCode>> = {
  date: 'field_not_date',
  datetime: 'field_not_date',
  url: 'field_not_url',
  email: 'field_not_email',
};

/** Faults that schemas of the vocabulary name themselves. */
const named = new Set<string>(['nul_character', 'months_unordered', 'account_shape']);

const kinds: Readonly<Record<string, (fault: SchemaFault) => Wrong>> = {
  too_small(fault) {
    const empty = fault.params.origin === 'string' && fault.params.minimum === 1;
    return empty ? { code: 'field_empty', params: {} } : tooSmall(fault);
  },
  too_big: bySize('field_too_many', 'field_too_long', 'field_too_great', 'maximum'),
  invalid_type({ params, message }) {
    const missing = message?.endsWith('received undefined') && params.expected !== 'int';
    return { code: missing ? 'field_missing' : (types[String(params.expected)] ?? 'field_wrong'), params: {} };
  },
  invalid_value: ({ params }) => ({
    code: 'field_choice',
    params: { values: ((params.values as unknown[]) ?? []).map(String).join(' / ') },
  }),
  invalid_format: ({ params }) => ({ code: formats[String(params.format)] ?? 'field_wrong', params: {} }),
};
const tooSmall = bySize('field_too_few', 'field_too_short', 'field_too_small', 'minimum');

/** What is wrong with a field, as a code of the catalogue. */
export function whatIsWrong(fault: SchemaFault): Wrong {
  if (named.has(fault.message ?? '')) return { code: fault.message as MessageCode, params: {} };
  return kinds[fault.keyword]?.(fault) ?? { code: 'field_wrong', params: {} };
}
