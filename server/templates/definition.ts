import { type ProfileCorrection, type Template, template } from '../../sync/model/index.ts';
import type { Definition } from '../listing/definition.ts';
import { fieldsOf } from '../listing/fields.ts';

const stored = {
  name: 'templates',
  singular: 'template',
  table: 'templates',
  fields: fieldsOf(template),
  reach: { agency: 'templates.agencyId' },
} satisfies Definition<Template>;

export const templates: Definition<Template> = stored;

/** A template with what people said of it; the profiles are large and are read only where they are needed. */
export interface CorrectedTemplate extends Template {
  readonly corrections: ProfileCorrection;
}

/** For editing. */
export const correctedTemplates: Definition<CorrectedTemplate> = {
  ...stored,
  fields: { ...stored.fields, corrections: { kind: 'json', nullable: false } },
};
