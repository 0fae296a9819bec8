import { z } from 'zod';

/** How a column compares: JSON columns are neither filtered nor sorted by. */
export type Kind = 'text' | 'number' | 'boolean' | 'json';
export interface Field {
  readonly kind: Kind;
  readonly nullable: boolean;
}
export type Fields = Readonly<Record<string, Field>>;

const kinds: Readonly<Record<string, Kind>> = { string: 'text', enum: 'text', number: 'number', boolean: 'boolean' };

function fieldOf(schema: z.ZodType): Field {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return { ...fieldOf(schema.unwrap() as z.ZodType), nullable: true };
  return { kind: kinds[schema.def.type] ?? 'json', nullable: false };
}

/** The columns of a resource, taken from its schema, so that they are written down once. */
export function fieldsOf(schema: z.ZodObject, without: readonly string[] = []): Fields {
  return Object.fromEntries(
    Object.entries(schema.shape)
      .filter(([name]) => !without.includes(name))
      .map(([name, field]) => [name, fieldOf(field as z.ZodType)]),
  );
}

/** A stored row as the model has it: JSON columns parsed, flags made true and false. */
export function fromRow<T>(fields: Fields, row: Readonly<Record<string, unknown>>): T {
  const out: Record<string, unknown> = {};
  for (const name in fields) {
    const value = row[name];
    const { kind } = fields[name]!;
    if (value === null || value === undefined) out[name] = null;
    else if (kind === 'json') out[name] = JSON.parse(value as string);
    else out[name] = kind === 'boolean' ? Boolean(value) : value;
  }
  return out as T;
}

/** The model's values as columns. */
export function toRow(fields: Fields, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      fields[name]?.kind === 'json' && value !== null ? JSON.stringify(value) : value,
    ]),
  );
}
