import { rocText } from '../fields/roc-text.ts';

type Translate = (key: string, options?: Record<string, unknown>) => string;

const dayOrInstant = /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/;

/** Any stored value as a person reads it: dates in ROC form, yes and no, lists with commas, blanks named as such. */
export function readable(value: unknown, translate: Translate): string {
  if (value === null || value === undefined || value === '') return translate('shell.stale.blank');
  if (typeof value === 'boolean') return translate(`ra.boolean.${value}`);
  if (typeof value === 'string') return dayOrInstant.test(value) ? rocText(value) : value;
  if (Array.isArray(value))
    return value.length === 0 ? translate('shell.stale.blank') : value.map(one => readable(one, translate)).join('、');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, one]) => `${key}: ${readable(one, translate)}`)
      .join('\n');
  return String(value);
}
