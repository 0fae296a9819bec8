import { formLikeness, plainOf } from '../identify/index.ts';
import type { Question } from '../read/identity.ts';
import { type FormBook, openForm } from '../read/index.ts';
import { asAsked, type QuestionRow, unitsOf } from './asked.ts';

/** A form of ours that went out, as far as a file without ids can be compared with it. */
export interface OwnIssued {
  readonly formId: string;
  /** What it says above its table of its round alone. */
  readonly round: string;
  readonly rows: readonly { readonly question: Question; readonly narrative: string }[];
}

export interface FormScore {
  readonly formId: string;
  /** 0–1. */
  readonly score: number;
}

/** Comparing row by row is dear; forms that share few questions with the file need none. */
const mostCompared = 12;

/** Forms that ask the same: those of one plan, sent round after round. */
interface Kind {
  readonly rows: readonly QuestionRow[];
  readonly forms: readonly OwnIssued[];
  readonly shared: number;
}

/**
 * How alike a file without ids is to each of the forms: by its questions, and among forms that ask the same by the round that it
 * names and by the narratives that still stand there. Empty where the file holds no table of a form of ours.
 */
export function ownLikeness(book: FormBook, forms: readonly OwnIssued[]): readonly FormScore[] {
  const { found, rows } = openForm(book);
  if (!found || rows.length === 0) return [];
  const steps = new Set(rows.map(row => plainOf(row.question.step ?? '')));
  const said = new Set(rows.flatMap(({ cells }) => cells.narrative?.text || []));
  const above = plainOf(
    book.sheets.flatMap(sheet => sheet.rows.flatMap(({ cells }) => cells.map(({ text }) => text))).join(''),
  );
  return kindsOf(forms, steps).flatMap(kind => {
    const units = unitsOf(kind.rows);
    const alike = formLikeness(asAsked(rows, units), asAsked(kind.rows, units));
    return kind.forms.map(({ formId, round, rows: issued }) => {
      const left = issued.flatMap(({ narrative }) => narrative || []);
      const kept = left.length === 0 ? 0 : left.filter(text => said.has(text)).length / left.length;
      const named = round !== '' && above.includes(plainOf(round)) ? 1 : 0;
      return { formId, score: Math.round((0.8 * alike + 0.1 * kept + 0.1 * named) * 1000) / 1000 };
    });
  });
}

function kindsOf(forms: readonly OwnIssued[], steps: ReadonlySet<string>): readonly Kind[] {
  const kinds = Map.groupBy(forms, ({ rows }) => JSON.stringify(rows.map(({ question }) => question)));
  return [...kinds.values()]
    .map((list): Kind => {
      const rows = list[0]!.rows.map(({ question }, i) => ({ sheet: '', row: i + 1, question }));
      const asked = rows.filter(({ question }) => steps.has(plainOf(question.step ?? ''))).length;
      return { rows, forms: list, shared: rows.length === 0 ? 0 : asked / rows.length };
    })
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, mostCompared);
}
