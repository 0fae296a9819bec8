import type { Report } from '../../../sync/model/index.ts';
import { isBlankFigure, type ReportForm, typedForm } from './form.ts';

/** What may be carried over from the report before; result and progress are facts of each round. */
export const copied = ['narrative', 'figures', 'remarks'] as const;
export type Copied = (typeof copied)[number];

const isBlank: { readonly [K in Copied]: (typed: ReportForm[K]) => boolean } = {
  narrative: text => text.trim() === '',
  figures: rows => rows.every(isBlankFigure),
  remarks: text => text.trim() === '',
};

const blank = (form: ReportForm, name: Copied): boolean => isBlank[name](form[name] as never);

/** Of what the last report has, the fields that are written in already. */
export const inTheWay = (form: ReportForm, last: Report): readonly Copied[] =>
  copied.filter(name => !blank(form, name) && last[name].length > 0);

/** The fields of the last report as they are put into this one. What the last one left blank is not copied. */
export const copyOf = (form: ReportForm, last: Report, how: 'replace' | 'blanksOnly'): Partial<ReportForm> =>
  Object.fromEntries(
    copied
      .filter(name => last[name].length > 0 && (how === 'replace' || blank(form, name)))
      .map(name => [name, typedForm(name, last[name] as never)]),
  );
