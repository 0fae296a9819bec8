import { type Report, type ReportAnswers, writableReportStates } from '../../../sync/model/index.ts';
import { changedFields, same } from '../../data/changed-fields.ts';
import { type AnswerName, answerNames, answersOf, formOf, type ReportForm, readForm, typedForm } from './form.ts';

/*
 * What happens to a report while somebody writes it, as values: typing, sending, being answered, meeting what somebody else
 * saved meanwhile. Times, the network and this device's store are kept outside, in autosave.ts. One promise holds
 * throughout: what was typed is either saved on the server, or on the screen (and so kept on this device).
 */

/** Why the last save did not happen. What was refused waits for the person, the rest is tried again by itself. */
export type Trouble = { readonly kind: 'offline' } | { readonly kind: 'refused'; readonly message: string };

export interface Editing {
  /** The report as the server last told it. */
  readonly base: Report;
  readonly form: ReportForm;
  /** Answers that both sides changed, each differently. Nothing is sent until they are settled. */
  readonly clashing: readonly AnswerName[];
  /** Answers taken over from somebody else, because this person had not touched them. */
  readonly merged: readonly AnswerName[];
  /** What was sent since the server last answered: any of it may have arrived without our being told. */
  readonly sent: readonly Partial<ReportAnswers>[];
  readonly sending: boolean;
  readonly savedAt: string | null;
  readonly trouble: Trouble | null;
}

/** What was typed on this device and had not reached the server, with what it was typed upon. */
export interface Unsent {
  readonly form: ReportForm;
  readonly base: Report;
  readonly sent: readonly Partial<ReportAnswers>[];
}

const fresh = (base: Report): Editing => ({
  base,
  form: formOf(answersOf(base)),
  clashing: [],
  merged: [],
  sent: [],
  sending: false,
  savedAt: null,
  trouble: null,
});

/** Whether an answer on the screen is not what the server has. An unfinished one never is. */
const differs = (form: ReportForm, base: Report, name: AnswerName): boolean => {
  const { answers, unfinished } = readForm(form);
  return unfinished.includes(name) || !same(answers[name], base[name]);
};

/** The answers on the screen that the server does not have. */
export const unsaved = ({ form, base }: Pick<Editing, 'form' | 'base'>): readonly AnswerName[] =>
  answerNames.filter(name => differs(form, base, name));

/** Opens a report, with what this device may still hold of it. */
export const open = (report: Report, unsent: Unsent | null): Editing =>
  unsent ? met({ ...fresh(unsent.base), form: unsent.form, sent: unsent.sent }, report) : fresh(report);

export const typed = (state: Editing, change: Partial<ReportForm>): Editing => ({
  ...state,
  form: { ...state.form, ...change },
  trouble: state.trouble?.kind === 'refused' ? null : state.trouble,
});

/** What the next save carries: the finished answers that differ, or null when there is nothing to do or a choice to make first. */
export function toSend(state: Editing): Partial<ReportAnswers> | null {
  if (state.sending || state.clashing.length > 0 || isLocked(state)) return null;
  const changes = changedFields(answersOf(state.base), readForm(state.form).answers);
  return Object.keys(changes).length > 0 ? changes : null;
}

/** The section may write only in some states; what it had typed before stays on the screen. */
export const isLocked = (state: Pick<Editing, 'base'>): boolean => !writableReportStates.includes(state.base.state);

const rememberedSends = 20;

export const sending = (state: Editing, change: Partial<ReportAnswers>): Editing => ({
  ...state,
  sent: [...state.sent, change].slice(-rememberedSends),
  sending: true,
});

/** The person has read what was taken over. */
export const noticed = (state: Editing): Editing => ({ ...state, merged: [] });

export const saved = (state: Editing, row: Report, at: string): Editing => ({
  ...state,
  base: row,
  sent: [],
  sending: false,
  savedAt: at,
  trouble: null,
});

export const failed = (state: Editing, trouble: Trouble): Editing => ({ ...state, sending: false, trouble });

/**
 * Somebody else saved: per answer, only theirs changed → take theirs; only ours → keep ours, to be sent on the new version;
 * both, differently → the person chooses. A save whose answer got lost comes back as theirs, and is known by what was sent.
 */
export function met(state: Editing, theirs: Report): Editing {
  if (theirs.version < state.base.version) return state;
  if (theirs.version === state.base.version) return { ...state, base: theirs };
  const own = unsaved(state);
  const ownEarlier = (name: AnswerName) => state.sent.some(one => name in one && same(one[name], theirs[name]));
  const changed = answerNames.filter(name => !same(state.base[name], theirs[name]) && !ownEarlier(name));
  const taken = changed.filter(name => !own.includes(name));
  const form = {
    ...state.form,
    ...Object.fromEntries(taken.map(name => [name, typedForm(name, theirs[name] as never)])),
  };
  const clashing = [...new Set([...state.clashing, ...changed])].filter(
    name => own.includes(name) && differs(form, theirs, name),
  );
  return { ...state, base: theirs, form, clashing, merged: taken, sent: [], sending: false, trouble: null };
}

export type Choice = 'mine' | 'theirs';

/** The person has chosen for every clashing answer; theirs is put in, mine goes out with the next save. */
export const settled = (state: Editing, choices: Partial<Record<AnswerName, Choice>>): Editing => ({
  ...state,
  clashing: [],
  form: {
    ...state.form,
    ...Object.fromEntries(
      state.clashing
        .filter(name => choices[name] === 'theirs')
        .map(name => [name, typedForm(name, state.base[name] as never)]),
    ),
  },
});

/** Throws away what was typed and is not saved. */
export const reverted = (state: Editing): Editing => ({ ...fresh(state.base), savedAt: state.savedAt });

export type SaveStatus =
  | 'untouched'
  | 'waiting'
  | 'sending'
  | 'saved'
  | 'unfinished'
  | 'offline'
  | 'refused'
  | 'clash'
  | 'locked';

/** The one word that the page says of saving. */
export function statusOf(state: Editing): SaveStatus {
  if (state.clashing.length > 0) return 'clash';
  if (state.sending) return 'sending';
  const open = unsaved(state);
  if (open.length === 0) return state.savedAt === null ? 'untouched' : 'saved';
  if (isLocked(state)) return 'locked';
  if (state.trouble) return state.trouble.kind;
  return toSend(state) === null ? 'unfinished' : 'waiting';
}
