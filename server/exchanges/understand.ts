import { type AnswersReading, readAnswers } from '../../sync/form/answers/index.ts';
import { readCsvForm } from '../../sync/form/csv/index.ts';
import { askedRows, formLikeness } from '../../sync/form/identify/index.ts';
import { correctProfile, learn, profileForm, similarity } from '../../sync/form/profile/index.ts';
import { readForm } from '../../sync/form/read/index.ts';
import type { ReturnedForm } from '../../sync/form/returned.ts';
import { type ReadTemplate, readThroughTemplate } from '../../sync/form/template/index.ts';
import type { FormAnswers, FormProfile, Issue } from '../../sync/model/index.ts';
import type { Workbook } from '../../sync/sheet/index.ts';
import type { IssuedThrough } from '../forms/made.ts';

/** A form that went out through a template, which a file without a form id may be. */
export interface Sent {
  readonly formId: string;
  readonly issued: IssuedThrough;
}

export interface Likeness {
  readonly formId: string;
  readonly score: number;
}

/** What a file that came back says of itself: the rows of our own form, and the forms it may be when it names none. */
export interface Recognised {
  readonly returned: ReturnedForm;
  readonly candidates: readonly Likeness[];
}

/** Reads a file that came back. Its own ids win; without them it is compared with what went out through templates. */
export function recognise(workbook: Workbook, sent: readonly Sent[]): Recognised {
  const returned = readForm(workbook);
  return { returned, candidates: returned.formId === null ? likenessOf(workbook, sent) : [] };
}

/** Our own form saved as text; null when the bytes are something else. */
export function recogniseText(
  bytes: Uint8Array,
  name: string,
): { readonly ok: true; readonly result: Recognised; readonly issues: readonly Issue[] } | ReadRefusal | null {
  const read = readCsvForm(bytes, name);
  if (!read?.ok) return read;
  return { ok: true, result: { returned: readForm(read.workbook), candidates: [] }, issues: [] };
}

type ReadRefusal = { readonly ok: false; readonly issue: Issue };

/** Below it, a file is another form. */
const least = 0.4;
const mostCandidates = 8;

/**
 * Titles and layout, the rows that are asked, and which of the issued answers still stand there: the last tells one round's form
 * from another's that went out through the same template.
 */
function likenessOf(workbook: Workbook, sent: readonly Sent[]): readonly Likeness[] {
  const asIs = { profile: profileForm(workbook), corrections: JSON.stringify([]) };
  const profiles = new Map([[asIs.corrections, asIs.profile]]);
  const forms = new Map<string, number>();
  const scored = sent.map(({ formId, issued }) => {
    const key = JSON.stringify(issued.corrections);
    const profile = profiles.get(key) ?? correctedLike(workbook, issued);
    profiles.set(key, profile);
    const kind = `${key}${JSON.stringify(issued.profile)}`;
    const alike = forms.get(kind) ?? formAlike(workbook, profile, issued.profile);
    forms.set(kind, alike);
    const kept = keptShare(readAnswers(workbook, profile), issued.answers);
    return { formId, alike, score: Math.round((0.8 * alike + 0.2 * kept) * 1000) / 1000 };
  });
  return scored
    .filter(({ alike }) => alike >= least)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostCandidates)
    .map(({ formId, score }) => ({ formId, score }));
}

const formAlike = (workbook: Workbook, profile: FormProfile, issued: FormProfile): number =>
  (similarity(profile, issued) + formLikeness(askedRows(profile, workbook), askedRows(issued))) / 2;

/** Share of the narratives and results that left and still stand somewhere in the file. */
function keptShare({ answers }: AnswersReading, issued: FormAnswers): number {
  const said = (form: FormAnswers): readonly string[] =>
    form.sheets.flatMap(({ rows }) => rows.flatMap(({ narrative }) => (narrative ? [narrative] : [])));
  const before = said(issued);
  const now = new Set(said(answers));
  return before.length === 0 ? 0 : before.filter(text => now.has(text)).length / before.length;
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
