import { z } from 'zod';
import { csvColumns, csvFields, objectFields } from '../data/fields.ts';
import { type Html, html } from '../html.ts';
import type { Language } from '../language.ts';
import { type Words, wordsIn } from '../words.ts';
import { frame } from './frame.ts';

interface Line {
  readonly name: string;
  readonly meaning: string;
  readonly type: string;
}

const sheet = (caption: string, lines: readonly Line[], words: Words): Html => html`<table class="list">
<caption>${caption}</caption>
<thead><tr><th scope="col">${words.field}</th><th scope="col">${words.meaning}</th><th scope="col">${words.type}</th></tr></thead>
<tbody>${lines.map(
  ({ name, meaning, type }) =>
    html`<tr><th scope="row"><code>${name}</code></th><td>${meaning}</td><td><code>${type}</code></td></tr>`,
)}</tbody>
</table>`;

/** The JSON type of a field, as people who write programs call it. */
function typeOf(schema: z.ZodType): string {
  if (schema instanceof z.ZodNullable) return `${typeOf(schema.unwrap() as z.ZodType)} | null`;
  if (schema instanceof z.ZodArray) return `${typeOf(schema.element as z.ZodType)}[]`;
  return schema.def.type === 'enum' ? 'string' : schema.def.type;
}

const shapeOf = (schema: z.ZodType): Readonly<Record<string, z.ZodType>> =>
  (schema as z.ZodObject).shape as Readonly<Record<string, z.ZodType>>;

/** What every field of the open data means, for people. */
export function fieldsPage({
  language,
  path,
  publicUrl,
}: {
  language: Language;
  path: string;
  publicUrl: string;
}): string {
  const words = wordsIn(language.locale);
  const tongue = language.locale === 'en' ? 'en' : 'zh';
  return frame({
    language,
    path,
    title: `${words.fields}－${words.index}`,
    description: words.fieldsText,
    canonical: publicUrl + path,
    main: html`<h1>${words.fields}</h1>
<p class="lead">${words.fieldsText}</p>
<ul><li><a href="/public/plan.table-schema.json">${words.tableSchema}</a></li>
<li><a href="/public/plan.schema.json">${words.jsonSchema}</a></li></ul>
<h2>CSV</h2>
<p>${words.csvText}</p>
${sheet(
  'plan.csv',
  csvColumns.map(name => ({ name, meaning: csvFields[name][tongue], type: 'string' })),
  words,
)}
<h2>JSON</h2>
<p>${words.jsonText}</p>
${[...objectFields].map(([schema, { name, fields }]) =>
  sheet(
    name[tongue],
    Object.entries(shapeOf(schema)).map(([field, type]) => ({
      name: field,
      meaning: fields[field]![tongue],
      type: typeOf(type),
    })),
    words,
  ),
)}`,
  });
}
