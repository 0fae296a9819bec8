import { readAnswers } from '../../sync/form/answers/index.ts';
import { askedRows, formLikeness } from '../../sync/form/identify/index.ts';
import { type FormScore, type OwnIssued, ownLikeness } from '../../sync/form/own/index.ts';
import { correctProfile, learn, profileForm, similarity } from '../../sync/form/profile/index.ts';
import type { FormBook } from '../../sync/form/read/index.ts';
import { type ReadTemplate, readThroughTemplate } from '../../sync/form/template/index.ts';
import type { FormAnswers, FormProfile } from '../../sync/model/index.ts';
import type { Workbook } from '../../sync/sheet/index.ts';
import type { IssuedThrough } from '../forms/made.ts';

/** A form that went out through a template, which a file without a form id may be. */
export interface Sent {
  readonly formId: string;
  /** `IssuedThrough` as JSON: large, and looked into only where the file does not say itself what it is. */
  readonly issued: string;
}

interface Compared {
  readonly formId: string;
  readonly issued: IssuedThrough;
}

/** What a file without a form id is compared with: the latest forms of the agency. */
export interface Issued {
  readonly throughTemplates: readonly Sent[];
  readonly own: readonly OwnIssued[];
}

/** Below it, a file is another form. */
const least = 0.4;
const mostCandidates = 8;
/** Comparing row by row is dear; forms whose titles and layout are far from the file's need none. */
const mostCompared = 12;

/**
 * The forms that a file may be, best first.
 * @param workbook null where the file is text, which only our own form comes as
 */
export function likenessOf(book: FormBook, workbook: Workbook | null, issued: Issued): readonly FormScore[] {
  const sent = workbook ? likenessOfSent(workbook, issued.throughTemplates) : [];
  const own = ownLikeness(book, issued.own).filter(({ score }) => score >= least);
  return [...sent, ...own].toSorted((a, b) => b.score - a.score).slice(0, mostCandidates);
}

/** Forms that are the same but for their answers: one template, sent again and again. */
interface Kind {
  readonly profile: FormProfile;
  readonly issued: FormProfile;
  readonly sent: readonly Compared[];
  readonly layout: number;
}

/**
 * Titles and layout, the rows that are asked, and which of the issued answers still stand there: the last tells one round's form
 * from another's that went out through the same template.
 */
function likenessOfSent(workbook: Workbook, sent: readonly Sent[]): readonly FormScore[] {
  const kinds = kindsOf(workbook, sent)
    .toSorted((a, b) => b.layout - a.layout)
    .slice(0, mostCompared);
  return kinds.flatMap(({ profile, issued, layout, sent: forms }) => {
    const asked = formLikeness(askedRows(profile, workbook), askedRows(issued));
    const alike = (layout + asked) / 2;
    if (alike < least) return [];
    const said = narrativesOf(readAnswers(workbook, profile).answers);
    return forms.map(({ formId, issued: { answers } }) => ({
      formId,
      score: Math.round((0.8 * alike + 0.2 * keptShare(said, narrativesOf(answers))) * 1000) / 1000,
    }));
  });
}

function kindsOf(workbook: Workbook, sent: readonly Sent[]): readonly Kind[] {
  const compared = sent.map(({ formId, issued }): Compared => ({ formId, issued: JSON.parse(issued) }));
  const kinds = Map.groupBy(compared, ({ issued }) => JSON.stringify([issued.corrections, issued.profile]));
  const untouched = profileForm(workbook);
  return [...kinds.values()].map(forms => {
    const { issued } = forms[0]!;
    const profile = issued.corrections.length === 0 ? untouched : correctedLike(workbook, issued);
    return { profile, issued: issued.profile, sent: forms, layout: similarity(profile, issued.profile) };
  });
}

const narrativesOf = (form: FormAnswers): readonly string[] =>
  form.sheets.flatMap(({ rows }) => rows.flatMap(({ narrative }) => (narrative ? [narrative] : [])));

/** Share of the narratives that left and still stand somewhere in the file. */
function keptShare(said: readonly string[], left: readonly string[]): number {
  const now = new Set(said);
  return left.length === 0 ? 0 : left.filter(text => now.has(text)).length / left.length;
}

/** The form in a workbook, found as it was found in the one that left, with what people had corrected there. */
const correctedLike = (workbook: Workbook, { corrections, found, profile }: IssuedThrough): FormProfile =>
  correctProfile(workbook, learn(workbook, corrections, { found, profile }));

/** Reads a file for the rows of a form that a person says it is. `left` is the workbook as it was issued. */
export function readAs(workbook: Workbook, issued: IssuedThrough, left: Workbook): ReadTemplate {
  const profile = correctedLike(workbook, issued);
  const reading = readAnswers(workbook, profile);
  const { profile: issuedProfile, answers } = issued;
  return readThroughTemplate({ workbook, profile, reading }, { profile: issuedProfile, answers, workbook: left });
}
