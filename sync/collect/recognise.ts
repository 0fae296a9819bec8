import { alike, pairsOf } from '../form/identify/index.ts';
import { type FormProfile, type Issue, type MessageCode, type Params, say } from '../model/index.ts';
import type { Workbook } from '../sheet/index.ts';
import { type AgencyName, agenciesNamed, agencyName, namesOf, partsOfName, wordsOfName } from './agency-names.ts';
import { type Opened, openReturned } from './opened.ts';
import type { Edition, Order, RecipientName, Recognised } from './order.ts';
import { readStamp } from './stamp.ts';

/** A returned workbook as far as it tells whose it is. */
export interface ReturnedBook {
  readonly workbook: Workbook;
  readonly profile: FormProfile;
  readonly fileName: string;
}

type Named = readonly (readonly [RecipientName, readonly AgencyName[]])[];

/** Names are taken apart once for all files of a collection. */
const known = new WeakMap<Order['recipients'], Named>();
function namedIn(recipients: Order['recipients']): Named {
  const found = known.get(recipients) ?? recipients.map(each => [each, namesOf(each)] as const);
  known.set(recipients, found);
  return found;
}

const mostCandidates = 5;
/** Names less alike than this are no help to a person. */
const leastAlike = 0.3;

const warning = (code: MessageCode, params: Params = {}): Issue => ({
  code,
  severity: 'warning',
  message: say(code, 'zh-TW', params),
  params,
});

/**
 * Whose file it is: by the ids that it was issued with, else by the agency that it names in its agency cell, above its table or
 * in its file name. What is not certain is left to a person, with whoever it may be: two names that contradict each other, a name
 * that two agencies share, and one that only resembles an agency's.
 */
export const recogniseFile = (book: ReturnedBook, order: Order): Recognised =>
  recognised(book, openReturned({ ...book, file: book.fileName }), order);

/** What `recogniseFile` tells, of a workbook that is open. */
export function recognised(book: ReturnedBook, opened: Opened, order: Order): Recognised {
  const marks = readStamp(book.workbook);
  const foreign = marks !== null && marks.collection !== order.collection;
  const { edition, editionBy, issues } = editionOfFile(opened, order, foreign ? null : (marks?.edition ?? null));
  const named = namedIn(order.recipients);
  const told = namesIn(book);
  const found = { edition, editionBy, agencyName: told.name };
  const settled = (id: string, by: 'id' | 'name' | 'person'): Recognised => ({
    ...found,
    recipient: { id, by, score: 1 },
    candidates: [],
    issues,
  });
  const open = (first: readonly RecipientName[], issue: Issue): Recognised => ({
    ...found,
    recipient: null,
    candidates: candidatesFor([told.cell, told.title, told.file], named, first),
    issues: [...issues, issue],
  });

  if (order.recipientId !== undefined) return settled(order.recipientId, 'person');
  if (named.length === 0) return { ...found, recipient: null, candidates: [], issues };
  const byCell = told.cell === null ? [] : agenciesNamed(told.cell, named);
  if (foreign) return open(byCell, warning('collection_file_foreign'));
  if (marks) {
    const issued = order.recipients.find(({ id }) => id === marks.recipient);
    if (!issued) return open(byCell, warning('collection_recipient_unknown'));
    const other = byCell.length > 0 && !byCell.includes(issued);
    if (!other) return settled(issued.id, 'id');
    return open(
      [issued, ...byCell],
      warning('collection_names_differ', { issued: issued.name, named: told.cell ?? '' }),
    );
  }
  const claims = [
    byCell,
    told.title === null ? [] : agenciesNamed(told.title, named),
    agenciesInFileName(told.file, named),
  ].filter(claim => claim.length > 0);
  const [first, ...others] = claims;
  const [only, ...more] = first ?? [];
  const agreed = only && more.length === 0 && others.every(claim => claim.includes(only));
  // What an agency cell says counts even where it names nobody: a file name alone does not speak against it.
  if (agreed && (told.cell === null || byCell.includes(only))) return settled(only.id, 'name');
  return open(claims.flat(), warning('collection_agency_unknown', { name: told.cell ?? told.title ?? told.file }));
}

function editionOfFile({ likeness }: Opened, { editions }: Order, marked: number | null) {
  const issues: Issue[] = [];
  if (marked !== null) {
    if (editions.some(({ edition }) => edition === marked))
      return { edition: marked, editionBy: 'id' as const, issues };
    issues.push(warning('collection_edition_unknown', { edition: marked }));
  }
  const scored = editions
    .map(each => ({ edition: each.edition, score: likeness(each) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.edition - a.edition);
  const edition = scored[0]?.edition ?? null;
  return { edition, editionBy: edition === null ? null : ('layout' as const), issues };
}

/** The edition to collect by, whatever the file says. */
export const editionNumbered = ({ editions }: Order, edition: number | null): Edition | undefined =>
  editions.find(each => each.edition === edition);

function namesIn({ workbook, profile, fileName }: ReturnedBook) {
  const hasCell = profile.sheets.some(({ agencyCell }) => agencyCell !== null);
  const name = profile.agencyName?.trim() || null;
  return {
    name,
    cell: hasCell ? name : null,
    title: hasCell ? null : (name ?? titleName(workbook, profile)),
    file: fileName.replace(/^.*[/\\]/, '').replace(/\.\w{2,4}$/, ''),
  };
}

/** The first line above the table, which may hold a name that is written like no agency's. */
function titleName({ sheets }: Workbook, { sheets: forms }: FormProfile): string | null {
  const [form] = forms;
  if (!form || form.turned) return null;
  const sheet = sheets.find(({ name }) => name === form.name);
  const above = (sheet?.rows ?? []).filter(({ row }) => row < form.headerRows[0]);
  return above.flatMap(({ cells }) => cells.map(({ text }) => text.trim())).find(text => text !== '') ?? null;
}

/** The name of an office, or of a place that is no city or county with something in it: 竹北市公所. */
const placed = /\p{Script=Han}{2}公所$|^\p{Script=Han}{2}[市縣](?!政府$|$)/u;

/**
 * Recipients of which a part of a file name is the name, or begins with it; the longest names count. None where another part is
 * the name of an office that was not asked: what stands beside it may be a section of that office.
 */
function agenciesInFileName(name: string, named: Named): readonly RecipientName[] {
  const words = partsOfName(name).filter(word => word.length > 1);
  const begun = (word: AgencyName): Named =>
    named.filter(([, names]) => names.some(each => word.whole.startsWith(each.whole) || isBareStart(word, each)));
  const isStranger = (word: string): boolean => {
    const apart = agencyName(word);
    const isPlaced = placed.test(word) && (apart.city === '' || word.endsWith('公所'));
    return isPlaced && begun(apart).length === 0 && agenciesNamed(word, named).length === 0;
  };
  if (wordsOfName(name).some(isStranger)) return [];
  const whole = new Set(words.flatMap(word => begun(agencyName(word))));
  if (whole.size > 0) return named.filter(each => whole.has(each)).map(([recipient]) => recipient);
  return [...new Set(words.flatMap(word => agenciesNamed(word, named)))];
}

const isBareStart = (word: AgencyName, { bare, city }: AgencyName): boolean =>
  bare.length > 3 && word.bare.startsWith(bare) && (word.city === '' || city === '' || word.city === city);

function candidatesFor(
  told: readonly (string | null)[],
  named: Named,
  first: readonly RecipientName[],
): Recognised['candidates'] {
  const wanted = told.filter(name => name !== null).map(name => pairsOf(agencyName(name).whole));
  const scored = named.map(([recipient, names]) => {
    const score = Math.max(
      0,
      ...names.flatMap(({ whole, bare }) =>
        wanted.flatMap(pairs => [alike(pairs, pairsOf(whole)), alike(pairs, pairsOf(bare))]),
      ),
    );
    return { id: recipient.id, score: first.includes(recipient) ? Math.max(score, 0.9) : score };
  });
  return scored
    .filter(({ score }) => score >= leastAlike)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostCandidates)
    .map(({ id, score }) => ({ id, score: Math.round(1000 * score) / 1000 }));
}
