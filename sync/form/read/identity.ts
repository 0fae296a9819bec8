import type { QuestionField } from '../columns.ts';
import { digestOf, type Manifest, type ManifestRow, type WatchedField } from '../manifest.ts';

/** The question cells of a row as a person sees them; null for a column that the sheet does not have. */
export type Question = Readonly<Record<QuestionField, string | null>>;

const keyOf = (fields: readonly QuestionField[], digest: (field: QuestionField) => string): string =>
  fields.map(digest).join(' ');

/** Item and key point may be blank after unmerging, and wrong after sorting unmerged rows: step and unit tell rows apart by themselves. */
const whole: readonly QuestionField[] = ['item', 'keyPoint', 'step', 'unit'];
const own: readonly QuestionField[] = ['step', 'unit'];

type Index = ReadonlyMap<string, readonly string[]>;

const indexBy = (rows: readonly ManifestRow[], fields: readonly QuestionField[]): Index =>
  new Map(
    [...Map.groupBy(rows, row => keyOf(fields, field => row.digests[field]))].map(([key, list]) => [
      key,
      list.map(row => row.rowId),
    ]),
  );

/** Second and third step of the identity ladder, from what the hidden sheet remembers. */
export interface Identity {
  readonly knows: (rowId: string) => boolean;
  /** Issued rows whose question this is: by the whole question, else by step and unit. */
  readonly rowsAsking: (question: Question) => readonly string[];
  /** The question is that of other issued rows and not of this one. */
  readonly contradicts: (rowId: string, question: Question) => boolean;
  /** Whether a text differs from what was issued in that column of that row. */
  readonly edited: (rowId: string, field: WatchedField, text: string) => boolean;
}

export function identityOf(manifest: Manifest | null): Identity {
  const rows = manifest?.rows ?? [];
  const byId = new Map(rows.map(row => [row.rowId, row]));
  const byWhole = indexBy(rows, whole);
  const byOwn = indexBy(rows, own);
  const look = (index: Index, fields: readonly QuestionField[], question: Question): readonly string[] =>
    fields.some(field => question[field] === null)
      ? []
      : (index.get(keyOf(fields, field => digestOf(question[field] ?? ''))) ?? []);
  return {
    knows: rowId => byId.has(rowId),
    rowsAsking: question => {
      const exact = look(byWhole, whole, question);
      return exact.length > 0 ? exact : look(byOwn, own, question);
    },
    contradicts: (rowId, question) => {
      if (!byId.has(rowId)) return false;
      const asking = look(byOwn, own, question);
      return asking.length > 0 && !asking.includes(rowId);
    },
    edited: (rowId, field, text) => {
      const issued = byId.get(rowId);
      return issued !== undefined && issued.digests[field] !== digestOf(text);
    },
  };
}
