import { type PacketField, type PacketRow, packetRowId } from '../../../sync/model/index.ts';
import { rocText } from '../../fields/index.ts';
import type { RowName, ShownPlan, ShownRow } from '../../merge-preview/shown.ts';

type Translate = (key: string, options?: object) => string;
type Value = PacketField['theirs'];
type Side = 'Base' | 'Ours' | 'Theirs';

const texts = (value: Value): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(texts);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(texts);
  return [];
};

/** Values that are too large or too opaque to be laid side by side are told by name. */
const opaque: Readonly<Record<string, string>> = { outline: 'outline', corrections: 'settings', sha256: 'workbook' };

/** Fields whose values are words of a list, and the branch of the catalogue that has them. */
const listed: Readonly<Record<string, string>> = {
  'reports result': 'results',
  'rounds kind': 'roundKinds',
  'assignments part': 'parts',
  'findings state': 'states.finding',
  'collections state': 'states.collection',
  'collectionFiles state': 'states.collectionFile',
};

const figureText = (value: Value): string =>
  Array.isArray(value) ? value.map(figure => texts(figure).join(' ')).join('\n') : '';

/** Score and remarks of a review; who reviewed when is not for the agency. */
const reviewText = (value: Value, translate: Translate): string | null => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { score, remarks } = value;
  const said = [typeof score === 'number' ? translate('packages.score', { score }) : '', ...texts(remarks ?? null)];
  return said.filter(Boolean).join('　') || null;
};

/** A value of a package as a person reads it. */
export function shownValue(
  { resource }: Pick<PacketRow, 'resource'>,
  field: string,
  value: Value,
  side: Side,
  translate: Translate,
): string | null {
  if (value === null || value === undefined) return null;
  const named = opaque[field];
  if (named) return translate(`packages.values.${named}${side}`);
  const branch = listed[`${resource} ${field}`];
  // Results are put into words by the preview itself.
  if (branch && field !== 'result' && typeof value === 'string') return translate(`${branch}.${value}`);
  if (field === 'first' || field === 'second') return reviewText(value, translate);
  if (field.endsWith('At') && typeof value === 'string') return rocText(value);
  if (field === 'figures') return figureText(value);
  return texts(value).join(field === 'sections' ? '\n' : '、');
}

const rowOf = (row: PacketRow, translate: Translate): ShownRow => ({
  rowId: packetRowId(row),
  status: 'matched',
  matchedBy: 'id',
  sheet: null,
  row: null,
  locked: row.fields.some(({ why }) => why === 'locked'),
  copies: [],
  fields: row.fields.map(({ field, base, ours, theirs, outcome, why, clearing }) => ({
    field,
    // What only they changed stands here as it was: the two are not told apart by their names.
    base: shownValue(row, field, base, outcome === 'theirs' ? 'Ours' : 'Base', translate),
    ours: shownValue(row, field, ours, 'Ours', translate),
    theirs: shownValue(row, field, theirs, 'Theirs', translate),
    outcome,
    why,
    clearing,
    cell: null,
  })),
});

/** The rows that a person may decide about, as the merge preview shows them. */
export const shownPlan = (rows: readonly PacketRow[], translate: Translate): ShownPlan => ({
  rows: rows.filter(({ status }) => status === 'changed').map(row => rowOf(row, translate)),
  strays: [],
  issues: [],
});

/** The same without words, for telling what can still be decided. */
export const plainPlan = (rows: readonly PacketRow[]): ShownPlan => shownPlan(rows, key => key);

/** Names of the rows, one object for each. */
export function namesOf(
  rows: readonly PacketRow[],
  translate: (key: string, options?: object) => string,
): ReadonlyMap<string, RowName> {
  return new Map(
    rows.map(row => [
      packetRowId(row),
      {
        title: row.text,
        path: translate(`resources.${row.resource}.name`, { smart_count: 1 }),
        unit: '',
        href: row.resource === 'reports' && row.localId ? `/reports/${row.localId}/show` : null,
      },
    ]),
  );
}
