import { parseMark } from '../../model/index.ts';
import { type AskedRow, type Heading, plainOf } from '../identify/index.ts';
import type { Question } from '../read/identity.ts';

/** A row of our own form, or of one that went out, by what it asks. */
export interface QuestionRow {
  readonly sheet: string;
  /** 1-based. */
  readonly row: number;
  readonly question: Question;
}

const withoutMark = (line: string): string => parseMark(line)?.rest ?? line;

/** Each line of a path stands behind its own mark. */
const textOf = (cell: string | null): string =>
  (cell ?? '')
    .split('\n')
    .map(line => plainOf(withoutMark(line)))
    .join('');

const headingOf = (cell: string | null, title: string): Heading => {
  const plain = textOf(cell);
  return plain === '' || plain === title ? { plain: '', own: null } : { plain, own: true };
};

const monthsOf = (cell: string | null): readonly number[] => [...(cell ?? '').matchAll(/\d+(?=\s*月)/g)].map(Number);

const inBrackets = /[(（][^()（）]*[)）]\s*$/u;

/** Below a unit stands the name of its officer, who may be another by now. */
const unitOf = (cell: string | null): string => {
  const lines = (cell ?? '').trim().split('\n');
  const last = lines.at(-1) ?? '';
  const named = lines.length > 1 && last.replace(inBrackets, '').trim() === '';
  return (named ? lines.slice(0, -1) : lines).join('\n');
};

/** The unit that a cell names: a name of the form where it is one, with or without the officer behind it in one line. */
function unitIn(cell: string | null, known: ReadonlySet<string>): string {
  const whole = plainOf(unitOf(cell));
  const bare = plainOf(unitOf(cell).replace(inBrackets, ''));
  return !known.has(whole) && known.has(bare) ? bare : whole;
}

/** Units as they stand in a form that went out. */
export const unitsOf = (rows: readonly QuestionRow[]): ReadonlySet<string> =>
  new Set(rows.map(({ question }) => plainOf(unitOf(question.unit))));

/** Rows of our own form as rows are compared: what a step asks is what it is known by. */
export const asAsked = (rows: readonly QuestionRow[], units: ReadonlySet<string>): readonly AskedRow[] =>
  rows.map(({ sheet, row, question: { item, keyPoint, step, unit, checkMonths } }) => {
    const title = textOf(step) || textOf(keyPoint) || textOf(item);
    const named = unitIn(unit, units);
    return {
      sheet,
      row,
      text: title,
      title,
      item: headingOf(item, title),
      keyPoint: headingOf(keyPoint, title),
      label: parseMark(step ?? '')?.ordinal ?? null,
      number: '',
      units: named === '' ? [] : [named],
      checkMonths: monthsOf(checkMonths),
      plannedDate: '',
    };
  });
