import { z } from 'zod';
import { planDocument } from '../../../sync/model/index.ts';
import { csvColumns, csvFields, type FieldText, objectFields } from './fields.ts';

const both = ({ zh, en }: FieldText): string => `${zh}\n${en}`;

/** What the JSON file looks like, as JSON Schema (draft 2020-12), every field with its meaning in both languages. */
export const jsonSchema = (address: string): object => ({
  $id: address,
  ...z.toJSONSchema(planDocument, {
    io: 'output',
    override({ zodSchema, jsonSchema: described }) {
      const known = objectFields.get(zodSchema as unknown as z.ZodType);
      if (!known || !described.properties) return;
      described.title = both(known.name);
      for (const [name, property] of Object.entries(described.properties))
        if (typeof property === 'object') property.description = both(known.fields[name]!);
    },
  }),
});

/** What the CSV file looks like, as Table Schema (Frictionless Data), which programs that read tables know. */
export const tableSchema = (): object => ({
  fields: csvColumns.map(name => ({
    name,
    type: 'string',
    title: csvFields[name].zh,
    description: csvFields[name].en,
    ...(name === 'path' || name === 'level' || name === 'text' ? { constraints: { required: name !== 'text' } } : {}),
  })),
  primaryKey: 'path',
  missingValues: [''],
});
