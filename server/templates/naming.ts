import type { FormProfile, Template } from '../../sync/model/index.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';

const longest = 255;
/** Years have three digits or four, so `（114）` is no counter. */
const counter = /（\d{1,2}）$/;
/** A longer period says more than a name can hold. */
const longestPeriod = 24;

/** What people take for the same name: full or half width, capitals and blanks do not tell templates apart. */
const folded = (name: string): string => name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();

const withEnd = (name: string, end: string): string => `${name.slice(0, longest - end.length).toWellFormed()}${end}`;

/**
 * The name that was wished for, if no other template bears it; else with the period that the form is about, which people know
 * editions by, else with a counter.
 */
export function freeName(wished: string, taken: readonly string[], period: string | null): string {
  const others = new Set(taken.map(folded));
  const isFree = (name: string) => !others.has(folded(name));
  if (isFree(wished)) return wished;
  const stem = wished.replace(counter, '') || wished;
  const tellsMore = period !== null && period.length <= longestPeriod && !folded(stem).includes(folded(period));
  const ends = Array.from({ length: others.size + 1 }, (_, at) => `（${at + 2}）`);
  return [...(tellsMore ? [`（${period}）`] : []), ...ends].map(end => withEnd(stem, end)).find(isFree) ?? wished;
}

/** The names of an agency's other templates. Until the change ends, nobody else names one of that agency. */
async function namesOf({ tx, engine }: Change, agencyId: string, but: string): Promise<readonly string[]> {
  // Not against those who only refer to the agency, which every new row does.
  if (engine === 'postgres')
    await tx.selectFrom('agencies').select('id').where('id', '=', agencyId).forNoKeyUpdate().execute();
  const rows = await tx
    .selectFrom('templates')
    .select('name')
    .where('agencyId', '=', agencyId)
    .where('id', '<>', but)
    .execute();
  return rows.map(({ name }) => name);
}

type Named = Pick<Template, 'id' | 'agencyId' | 'name'>;

const periodOf = ({ period }: Pick<FormProfile, 'period'>): string | null => period?.text ?? null;

/** What a new template is called, so that no other of its agency is called the same. */
export const nameOfNew = async (work: Change, { id, agencyId, name }: Named, profile: FormProfile): Promise<string> =>
  freeName(name, await namesOf(work, agencyId, id), periodOf(profile));

/** @throws Refusal `template_name_taken` with a name that is free in its details */
export async function mustBeFree(
  work: Change,
  { id, agencyId, name: present }: Named,
  name: string,
  profile: FormProfile,
): Promise<void> {
  if (folded(name) === folded(present)) return;
  const free = freeName(name, await namesOf(work, agencyId, id), periodOf(profile));
  if (free !== name) throw new Refusal('template_name_taken', { name, free }, { free });
}
