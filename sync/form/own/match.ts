import { type AskedRow, matchRows } from '../identify/index.ts';
import { asAsked, type QuestionRow, unitsOf } from './asked.ts';

/** A row that went out, as a row of a file may be it. */
export interface Likely {
  readonly rowId: string;
  /** 0–1. */
  readonly score: number;
}

export interface IssuedQuestion extends QuestionRow {
  readonly rowId: string;
}

/** What was made of a row of a file without ids. */
export interface OwnMatch {
  /** Null where it is not certain. */
  readonly rowId: string | null;
  /** Best first; the one alone where it is certain. */
  readonly candidates: readonly Likely[];
}

const keyOf = ({ sheet, row }: Pick<QuestionRow, 'sheet' | 'row'>): string => `${sheet}\n${row}`;

const speaksAgainst = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b;

/** What two rows of one text show does not keep them from being the same row. */
const mayBe = (a: AskedRow, b: AskedRow): boolean =>
  !speaksAgainst(a.units.join(), b.units.join()) &&
  !speaksAgainst(a.keyPoint.plain, b.keyPoint.plain) &&
  !speaksAgainst(a.item.plain, b.item.plain);

/**
 * Which issued row each row of a file is, by its question. A step that several units report on stands in as many rows: they are
 * told apart by unit and headings alone, never by their places, and what these leave open is left to a person.
 */
export function matchQuestions(
  returned: readonly QuestionRow[],
  issued: readonly IssuedQuestion[],
): readonly OwnMatch[] {
  const units = unitsOf(issued);
  const template = asAsked(issued, units);
  const rows = asAsked(returned, units);
  const idOf = new Map(issued.map(row => [keyOf(row), row.rowId]));
  const asked = new Map(template.map(row => [keyOf(row), row]));
  const twinsOf = Map.groupBy(template, ({ text }) => text);
  return matchRows(rows, template).rows.map((match, i): OwnMatch => {
    const { templateSheet, templateRow, candidates } = match;
    if (templateSheet === null || templateRow === null)
      return {
        rowId: null,
        candidates: candidates.map(({ score, ...at }) => ({ rowId: idOf.get(keyOf(at))!, score })),
      };
    const found = asked.get(keyOf({ sheet: templateSheet, row: templateRow }))!;
    const twins = twinsOf.get(found.text)!;
    const possible = twins.length === 1 ? twins : twins.filter(twin => mayBe(rows[i]!, twin));
    const score = match.score ?? 0;
    return {
      rowId: possible.length === 1 ? idOf.get(keyOf(found))! : null,
      candidates: possible.map(twin => ({ rowId: idOf.get(keyOf(twin))!, score })),
    };
  });
}
