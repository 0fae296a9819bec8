import { choiceStyles, type ProfileDecision } from '../../../sync/model/index.ts';
import { columnLetters, columnNumber } from '../grid/places.ts';

type Translate = (key: string, params?: Readonly<Record<string, unknown>>) => string;

interface Parts {
  /** Up to the first blank: a column letter, a row, the name of a style. */
  readonly head: string;
  readonly rest: string;
  readonly cell: string;
  readonly word: (key: string, params?: Readonly<Record<string, unknown>>) => string;
}

const placed = ({ cell, word }: Parts, name: string): string => word('cell', { name, cell });

/** A range of one, such as `A–A`, is that one. */
const once = (range: string): string => range.replace(/^(\w+)–\1$/, '$1');

/** How each kind of decision is said. */
const sentences: Readonly<Record<string, (parts: Parts, translate: Translate) => string>> = {
  headerRows: ({ head, word }) => word('headerRows', { value: once(head) }),
  'column.resultTicks': ({ head, rest, word }) => word('resultTicks', { column: head, choice: rest }),
  choiceStyle: ({ head, rest, word }, translate) =>
    word(rest === '' ? 'choiceStyle' : 'choiceStyleOf', {
      value: (choiceStyles as readonly string[]).includes(head) ? translate(`templates.choiceStyle.${head}`) : head,
      choices: rest,
    }),
  agencyCell: (parts, translate) => placed(parts, translate('templates.part.agencyCell')),
  periodCell: (parts, translate) => placed(parts, translate('templates.part.periodCell')),
  dateCell: (parts, translate) => placed(parts, translate('templates.part.dateCell')),
  signOffRow: ({ head, word }) => word('signOffRow', { value: head }),
  rows: ({ head, word }) => word('rows', { value: head }),
};

/** Column `E` of the profile is row 5 of the sheet, its header row 1 is column A. */
export function seenAcross(what: string, told: string): string {
  if (what.startsWith('column.')) return String(columnNumber(told));
  return what === 'headerRows' ? told.replace(/\d+/g, row => columnLetters(Number(row))) : told;
}

const fieldOf = (what: string): string | undefined => /^column\.(.+)$/.exec(what)?.[1];

/** Sentences that speak of rows where others speak of columns, when the titles stand below each other. */
const acrossWords: ReadonlySet<string> = new Set(['column', 'resultTicks', 'headerRows', 'rows']);

/** What the finder decided, as a sentence without its reason. */
export function decisionText(
  { what, value, cells }: ProfileDecision,
  translate: Translate,
  { turned = false }: { readonly turned?: boolean | undefined },
): string {
  const [told = '', ...rest] = value.split(' ');
  const word: Parts['word'] = (key, params = {}) =>
    translate(turned && acrossWords.has(key) ? `templates.across.${key}` : `templates.decided.${key}`, params);
  const head = turned ? seenAcross(what, told) : told;
  const parts: Parts = { head, rest: rest.join(' '), cell: cells[0] ?? value, word };
  const field = fieldOf(what);
  const known = sentences[what];
  if (known) return known(parts, translate);
  if (field === undefined) return word('other', { value });
  return word('column', { name: translate(`templates.part.${field}`, { _: field }), column: head });
}

/** Where it was read from: a few cells, and how many more. */
export function basisText({ cells }: ProfileDecision, translate: Translate): string {
  if (cells.length === 0) return '';
  const shown = cells.slice(0, 4).join(translate('fields.and'));
  return translate(cells.length > 4 ? 'templates.basisMore' : 'templates.basis', { cells: shown, count: cells.length });
}
