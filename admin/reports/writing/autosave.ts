import type { Report, ReportAnswers } from '../../../sync/model/index.ts';
import {
  type Choice,
  type Editing,
  failed,
  met,
  noticed,
  open,
  reverted,
  saved,
  sending,
  settled,
  statusOf,
  toSend,
  typed,
  type Unsent,
  unsaved,
} from './editing.ts';
import type { AnswerName, ReportForm } from './form.ts';

/** How a save ended, told apart by what can be done about it. */
export type SaveAnswer =
  | { readonly kind: 'saved'; readonly row: Report }
  | { readonly kind: 'stale'; readonly current: Report }
  | { readonly kind: 'offline' }
  | { readonly kind: 'refused'; readonly message: string };

/** The world outside: the server, this device's store, the clock. */
export interface Ports {
  readonly save: (id: string, change: Partial<ReportAnswers> & { readonly version: number }) => Promise<SaveAnswer>;
  readonly keep: (unsent: Unsent) => void;
  readonly forget: () => void;
  readonly now: () => string;
}

export interface Autosave {
  readonly get: () => Editing;
  readonly subscribe: (listener: () => void) => () => void;
  readonly type: (change: Partial<ReportForm>) => void;
  /** Saves now. @returns whether everything on the screen is on the server */
  readonly flush: () => Promise<boolean>;
  /** The report as the server tells it outside of a save, such as after a verb or when the window is looked at again. */
  readonly arrive: (report: Report) => void;
  readonly settle: (choices: Partial<Record<AnswerName, Choice>>) => void;
  readonly revert: () => void;
  readonly dismissMerged: () => void;
  /** The page is open: saves happen by themselves until `close`, which saves once more. */
  readonly start: () => void;
  readonly close: () => void;
}

/** Pause after the last key before a save, in ms. */
export const pause = 1200;
const firstRetry = 4000;
const lastRetry = 60_000;

/** Drives the editing of one report: saves after a pause, again and again while there is no network, and keeps a copy here meanwhile. */
export function createAutosave(report: Report, unsent: Unsent | null, ports: Ports): Autosave {
  let state = open(report, unsent);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retryAfter = firstRetry;
  let closed = true;
  let underWay: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  const become = (next: Editing) => {
    if (next === state) return;
    state = next;
    if (unsaved(state).length > 0) ports.keep({ form: state.form, base: state.base, sent: state.sent });
    else ports.forget();
    for (const listener of listeners) listener();
  };

  const later = (delay: number) => {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(() => void send(), delay);
  };

  const endings: { readonly [K in SaveAnswer['kind']]: (answer: Extract<SaveAnswer, { kind: K }>) => void } = {
    saved: ({ row }) => {
      retryAfter = firstRetry;
      become(saved(state, row, ports.now()));
      if (toSend(state)) later(pause);
    },
    stale: ({ current }) => {
      become(met(state, current));
      if (toSend(state)) later(0);
    },
    offline: () => {
      become(failed(state, { kind: 'offline' }));
      later(retryAfter);
      retryAfter = Math.min(retryAfter * 2, lastRetry);
    },
    refused: ({ message }) => become(failed(state, { kind: 'refused', message })),
  };

  const send = (): Promise<void> => {
    clearTimeout(timer);
    if (underWay) return underWay;
    const change = toSend(state);
    if (change === null) return Promise.resolve();
    const { id, version } = state.base;
    become(sending(state, change));
    underWay = ports
      .save(id, { ...change, version })
      .then(answer => endings[answer.kind](answer as never))
      .finally(() => {
        underWay = null;
      });
    return underWay;
  };

  // A save may be followed by another: of what was typed meanwhile, or of one's own answers on somebody else's version.
  const flush = async (): Promise<boolean> => {
    for (let round = 0; round < 4; round++) {
      await send();
      if (toSend(state) === null || state.trouble !== null) break;
    }
    return unsaved(state).length === 0;
  };

  return {
    get: () => state,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    type: change => {
      become(typed(state, change));
      if (statusOf(state) === 'waiting' || statusOf(state) === 'offline') later(pause);
    },
    flush,
    arrive: next => {
      // The answer of a save under way tells the same, and knows which part of it is ours.
      if (underWay || next.id !== state.base.id) return;
      become(met(state, next));
      if (toSend(state)) later(0);
    },
    settle: choices => {
      become(settled(state, choices));
      void send();
    },
    revert: () => become(reverted(state)),
    dismissMerged: () => become(noticed(state)),
    start: () => {
      closed = false;
      become({ ...state });
      if (toSend(state)) later(0);
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
      void send();
    },
  };
}
