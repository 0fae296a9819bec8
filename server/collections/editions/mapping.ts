import type { Edition, EditionRow, Question } from '../../../sync/collect/index.ts';
import { type AskedRow, matchRows, plainOf } from '../../../sync/form/identify/index.ts';
import { type EditionMapping, rowKey } from '../../../sync/model/index.ts';

/** A question of the collection as it stands now. */
export interface Known {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

/** What a person said of rows of a newer edition: by place, the question that it is, or none. */
export type Said = ReadonlyMap<string, string | null>;

export interface Mapped {
  /** The question that each row is, by place; a row that is not named is a new one. */
  readonly rowIds: ReadonlyMap<string, string>;
  readonly mapping: EditionMapping;
}

const keyOf = ({ sheet, row }: Pick<EditionRow, 'sheet' | 'row'>): string => rowKey(sheet, row);

/**
 * Which question of the collection each row of a newer edition is. The same question at the same number is itself without asking,
 * and so is one that only got another number, which is told; what else may be an earlier question is for a person to say.
 * @param earlier editions so far, newest first: a question may come back after an edition that left it out
 * @param asked the questions of the newer edition, in its order
 */
export function mapEdition(
  earlier: readonly Edition[],
  known: readonly Known[],
  next: Edition,
  asked: readonly Question[],
  said: Said,
): Mapped {
  const { found, candidates } = compared(earlier, next);
  const byId = new Map(known.map(question => [question.id, question]));
  const taken = new Set([...said.values()].filter(id => id !== null));
  const rowIds = new Map<string, string>();
  const used = new Set<string>();
  const mapping: { -readonly [K in keyof EditionMapping]: EditionMapping[K] } = {
    same: 0,
    renumbered: [],
    reworded: [],
    new: [],
    gone: [],
  };
  for (const question of asked) {
    const key = keyOf(question);
    const { sheet, row, label, text } = question;
    const place = { sheet, row, label, text };
    const chosen = said.get(key);
    const id = chosen === undefined ? found.get(key) : chosen;
    const isFree = (free: string): boolean => !used.has(free) && (chosen !== undefined || !taken.has(free));
    const was = id && isFree(id) ? byId.get(id) : undefined;
    if (!was) {
      const maybe = chosen === undefined ? (candidates.get(key) ?? []) : [];
      mapping.new.push({
        ...place,
        candidates: maybe.map(each => ({ ...each, text: byId.get(each.rowId)?.text ?? '' })),
      });
      continue;
    }
    rowIds.set(key, was.id);
    used.add(was.id);
    if (plainOf(was.text) !== plainOf(text)) mapping.reworded.push({ ...place, rowId: was.id, was: was.text });
    else if (plainOf(was.label) !== plainOf(label))
      mapping.renumbered.push({ ...place, rowId: was.id, was: was.label });
    else mapping.same++;
  }
  // What is a question of the newer edition already is no candidate for another one.
  mapping.new = mapping.new.map(row => ({
    ...row,
    candidates: row.candidates.filter(({ rowId }) => !used.has(rowId)),
  }));
  mapping.gone = known.filter(({ id }) => !used.has(id)).map(({ id, label, text }) => ({ rowId: id, label, text }));
  return { rowIds, mapping };
}

interface Likeness {
  readonly rowId: string;
  readonly score: number;
}

/** Rows whose whole question is an earlier one, and what the others may be. */
function compared(earlier: readonly Edition[], next: Edition) {
  const places = new Map<string, string>();
  const seen = new Set<string>();
  const asked = earlier.flatMap(({ edition, rows, asked }) =>
    rows.flatMap(({ rowId }, i) => {
      if (seen.has(rowId)) return [];
      seen.add(rowId);
      const row = { ...asked[i]!, sheet: `${edition} ${asked[i]!.sheet}` };
      places.set(keyOf(row), rowId);
      return [row];
    }),
  );
  const onlyRenumbered = renumberedIn(next, asked, places);
  const found = new Map<string, string>();
  const candidates = new Map<string, readonly Likeness[]>();
  for (const match of matchRows(next.asked, asked).rows) {
    const itself =
      match.templateSheet !== null && match.templateRow !== null && !match.duplicate
        ? places.get(rowKey(match.templateSheet, match.templateRow))
        : undefined;
    const again = onlyRenumbered(match);
    if (itself !== undefined && match.matchedBy === 'question') found.set(keyOf(match), itself);
    else if (again !== undefined) found.set(keyOf(match), again);
    else
      candidates.set(keyOf(match), [
        ...(itself === undefined ? [] : [{ rowId: itself, score: match.score ?? 0 }]),
        ...match.candidates.flatMap(({ sheet, row, score }) => {
          const rowId = places.get(rowKey(sheet, row));
          return rowId === undefined || rowId === itself ? [] : [{ rowId, score }];
        }),
      ]);
  }
  return { found, candidates };
}

/**
 * The earlier question that a row is in every word, headings included, where no other row of either edition reads like it: an
 * inserted row numbers all that follow it anew.
 */
function renumberedIn(next: Edition, asked: readonly AskedRow[], places: ReadonlyMap<string, string>) {
  const wording = ({ item, keyPoint, text }: AskedRow): string => JSON.stringify([item.plain, keyPoint.plain, text]);
  const before = Map.groupBy(asked, wording);
  const now = Map.groupBy(next.asked, wording);
  const byPlace = new Map(next.asked.map(row => [keyOf(row), row]));
  return (place: Pick<EditionRow, 'sheet' | 'row'>): string | undefined => {
    const row = byPlace.get(keyOf(place));
    if (!row || row.text === '') return undefined;
    const [was, ...others] = before.get(wording(row)) ?? [];
    return was && others.length === 0 && now.get(wording(row))!.length === 1 ? places.get(keyOf(was)) : undefined;
  };
}
