import { choiceStyles, type ProfileDecision } from '../../../sync/model/index.ts';

type Translate = (key: string, params?: Readonly<Record<string, unknown>>) => string;

const columnOf = /^columns?\.(.+)$/;

/** Values that are names of something rather than places. */
const worded: Readonly<Record<string, (value: string, translate: Translate) => string>> = {
  choiceStyle: (value, translate) =>
    (choiceStyles as readonly string[]).includes(value) ? translate(`templates.choiceStyle.${value}`) : value,
};

/** What the finder decided, as a sentence without its reason. */
export function decisionText({ what, value }: ProfileDecision, translate: Translate): string {
  const field = columnOf.exec(what)?.[1];
  if (field !== undefined) {
    if (field.startsWith('resultTicks')) return translate('templates.decided.resultTicks', { value });
    return translate('templates.decided.column', { name: translate(`templates.part.${field}`, { _: field }), value });
  }
  const shown = worded[what]?.(value, translate) ?? value;
  return translate(`templates.decided.${what}`, {
    value: shown,
    _: translate('templates.decided.other', { value: shown }),
  });
}

/** Where it was read from: a few cells, and how many more. */
export function basisText({ cells }: ProfileDecision, translate: Translate): string {
  if (cells.length === 0) return '';
  const shown = cells.slice(0, 4).join(translate('fields.and'));
  return translate(cells.length > 4 ? 'templates.basisMore' : 'templates.basis', { cells: shown, count: cells.length });
}
