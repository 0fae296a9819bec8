import { HttpError } from 'react-admin';
import { deliveryAnswer } from '../../../sync/model/index.ts';
import { upload } from '../../data/upload.ts';

/** A file that could not be taken, and why. */
export interface Refused {
  readonly name: string;
  readonly message: string;
}

/** Files of one collection on their way to the server, however the person walks about in the meantime. */
export interface Sending {
  readonly total: number;
  /** Files that arrived or were refused. */
  readonly done: number;
  /** 0–1 of the parcel on its way. */
  readonly share: number;
  /** Bytes that had come before. */
  readonly repeated: number;
  /** Files that are new, those of archives one by one. */
  readonly taken: number;
  readonly refused: readonly Refused[];
  /** Files that wait because nobody answered any more. They are on this computer only. */
  readonly unsent: readonly File[];
  /** False once the last one arrived, or nobody answers. */
  readonly busy: boolean;
}

const parcel = { files: 20, bytes: 24 * 1024 * 1024 } as const;

/** Parcels small enough that a line that breaks costs little. A file bigger than a parcel travels alone. */
export function parcelsOf<T extends { readonly size: number }>(files: readonly T[]): readonly (readonly T[])[] {
  const parcels: T[][] = [];
  let bytes = 0;
  for (const file of files) {
    const last = parcels.at(-1);
    if (last && last.length < parcel.files && bytes + file.size <= parcel.bytes) {
      last.push(file);
      bytes += file.size;
    } else {
      parcels.push([file]);
      bytes = file.size;
    }
  }
  return parcels;
}

const nothing: Sending = { total: 0, done: 0, share: 0, repeated: 0, taken: 0, refused: [], unsent: [], busy: false };

/** Kept outside of the pages, so that leaving one stops nothing. Keyed by the path that files are sent to. */
const sendings = new Map<string, Sending>();
const lines = new Map<string, Promise<void>>();
/** Who is told whenever some have arrived, by path. */
const tellers = new Map<string, () => void>();
const listeners = new Set<() => void>();

export const sendingTo = (path: string): Sending => sendings.get(path) ?? nothing;

export const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const change = (path: string, with_: (before: Sending) => Partial<Sending>): void => {
  const before = sendingTo(path);
  sendings.set(path, { ...before, ...with_(before) });
  for (const listener of listeners) listener();
};

const guard = (event: BeforeUnloadEvent): void => event.preventDefault();

const goOn = (): void => {
  for (const [path, { unsent }] of sendings) if (unsent.length > 0) resume(path);
};

const listen = (name: 'beforeunload' | 'online', listener: (event: BeforeUnloadEvent) => void, on: boolean): void => {
  if (on) window.addEventListener(name, listener as EventListener);
  else window.removeEventListener(name, listener as EventListener);
};

/** A tab that is closed would take what has not been sent along; what waits for the line goes on with it. */
const watchOver = (): void => {
  const all = [...sendings.values()];
  const waits = all.some(({ unsent }) => unsent.length > 0);
  listen('beforeunload', guard, waits || all.some(({ busy }) => busy));
  listen('online', goOn, waits);
};

/** Nobody answered, or only something between us and the server: the files themselves are not to blame. */
const isUnanswered = (error: unknown): boolean =>
  error instanceof HttpError && (error.status === 0 || error.status === 429 || error.status >= 500);

async function sendParcel(path: string, files: readonly File[]): Promise<void> {
  try {
    const { json } = await upload(path, files, {
      signal: new AbortController().signal,
      onProgress: share => change(path, () => ({ share: share * files.length })),
    });
    const answer = deliveryAnswer.parse(json);
    change(path, before => ({
      done: before.done + files.length,
      taken: before.taken + answer.total - answer.repeated,
      repeated: before.repeated + answer.repeated,
      refused: [...before.refused, ...answer.refused.map(({ name, problem }) => ({ name, message: problem.message }))],
    }));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    change(path, before =>
      isUnanswered(error)
        ? { unsent: [...before.unsent, ...files] }
        : {
            done: before.done + files.length,
            refused: [...before.refused, ...files.map(({ name }) => ({ name, message }))],
          },
    );
  }
  change(path, () => ({ share: 0 }));
}

/** Behind whatever is on its way to the same place. Once nobody answers, nothing more is tried until somebody resumes. */
function queue(path: string, files: readonly File[]): Promise<void> {
  const turn = (lines.get(path) ?? Promise.resolve()).then(async () => {
    for (const one of parcelsOf(files)) {
      if (sendingTo(path).unsent.length > 0) change(path, before => ({ unsent: [...before.unsent, ...one] }));
      else {
        await sendParcel(path, one);
        tellers.get(path)?.();
      }
    }
    const { done, total, unsent } = sendingTo(path);
    if (done + unsent.length >= total) change(path, () => ({ busy: false }));
    watchOver();
  });
  lines.set(path, turn);
  return turn;
}

/** Sends files parcel by parcel, and before them what still waits. `onParcel` is told whenever some have arrived. */
export function send(path: string, files: readonly File[], onParcel: () => void): Promise<void> {
  const { busy, unsent } = sendingTo(path);
  const fresh = !busy && unsent.length === 0;
  change(path, before => ({
    ...(fresh ? nothing : { unsent: busy ? unsent : [] }),
    total: (fresh ? 0 : before.total) + files.length,
    busy: true,
  }));
  tellers.set(path, onParcel);
  watchOver();
  return queue(path, busy ? files : [...unsent, ...files]);
}

/** Sends what waits, once the server can be reached again. What had come although its answer was lost is told as repeated. */
export function resume(path: string): Promise<void> {
  const { busy, unsent } = sendingTo(path);
  if (busy) return lines.get(path) ?? Promise.resolve();
  change(path, () => ({ unsent: [], busy: true }));
  return queue(path, unsent);
}

/** Takes the account of what was sent off the screen. */
export const forget = (path: string): void => {
  if (sendingTo(path).busy) return;
  sendings.delete(path);
  watchOver();
  for (const listener of listeners) listener();
};
