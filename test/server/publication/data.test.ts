import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { planCsv } from '../../../server/publication/data/csv.ts';
import { csvColumns, csvFields, objectFields } from '../../../server/publication/data/fields.ts';
import { jsonSchema, tableSchema } from '../../../server/publication/data/schemas.ts';
import { html } from '../../../server/publication/html.ts';
import { planDocument } from '../../../sync/model/index.ts';
import { sampleDocument } from './build.ts';

const document = sampleDocument('青田區公所');

describe('the description of the JSON file', () => {
  const schema = jsonSchema('https://example.org/plan.schema.json') as z.core.JSONSchema.JSONSchema;
  const fits = (value: unknown) => z.fromJSONSchema(schema).safeParse(value).success;

  it('fits what is published, and nothing else', () => {
    expect(fits(document)).toBe(true);
    expect(fits({ ...document, items: [{ ...document.items[0], units: 'one' }] })).toBe(false);
    expect(fits({ ...document, closing: undefined })).toBe(false);
    expect(fits({ ...document, officer: 'someone' })).toBe(false);
  });

  it('says in both languages what every field means', () => {
    for (const [described, { fields }] of objectFields)
      expect(Object.keys(fields).toSorted()).toEqual(Object.keys((described as z.ZodObject).shape).toSorted());
    expect(JSON.stringify(schema)).toContain('民國年，114 為西元 2025 年\\nROC year; 114 is 2025');
    expect(planDocument.safeParse(document).success).toBe(true);
  });
});

describe('the CSV file', () => {
  it('has the columns that its description names', () => {
    const { fields } = tableSchema() as { readonly fields: readonly { readonly name: string }[] };
    expect(fields.map(field => field.name)).toEqual(csvColumns);
    expect(Object.keys(csvFields)).toEqual([...csvColumns]);
  });

  it('holds nothing that a spreadsheet program takes for a formula, whatever a plan says', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '＝'), fc.string(), (sign, rest) => {
        const text = `${sign}${rest}`;
        const [, row] = planCsv({ ...document, items: [{ ...document.items[0]!, text, children: [] }] }).split('一,');
        expect(row).toMatch(/^"?'/);
      }),
    );
  });
});

describe('a piece of a page', () => {
  it('shows any text as it is, and never as markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', '字', ' ') }), text => {
        const { markup } = html`<p title="${text}">${[text]}</p>`;
        expect(markup.match(/[<>"]/g)?.join('')).toBe('<""><>');
      }),
    );
  });
});
