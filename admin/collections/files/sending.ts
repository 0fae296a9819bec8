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
  /** False once the last one arrived. */
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

const nothing: Sending = { total: 0, done: 0, share: 0, repeated: 0, taken: 0, refused: [], busy: false };

/** Kept outside of the pages, so that leaving one stops nothing. Keyed by the path that files are sent to. */
const sendings = new Map<string, Sending>();
const lines = new Map<string, Promise<void>>();
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

/** A tab that is closed would take what has not been sent along. */
const guarded = (): void => {
  const busy = [...sendings.values()].some(one => one.busy);
  if (busy) window.addEventListener('beforeunload', guard);
  else window.removeEventListener('beforeunload', guard);
};

async function sendParcel(path: string, files: readonly File[]): Promise<void> {
  try {
    const { json } = await upload(path, files, {
      signal: new AbortController().signal,
      onProgress: share => change(path, () => ({ share: share * files.length })),
    });
    const answer = deliveryAnswer.parse(json);
    change(path, before => ({
      taken: before.taken + answer.total - answer.repeated,
      repeated: before.repeated + answer.repeated,
      refused: [...before.refused, ...answer.refused.map(({ name, problem }) => ({ name, message: problem.message }))],
    }));
  } catch (error) {
    const message = error instanceof HttpError || error instanceof Error ? error.message : String(error);
    change(path, before => ({ refused: [...before.refused, ...files.map(({ name }) => ({ name, message }))] }));
  }
  change(path, before => ({ done: before.done + files.length, share: 0 }));
}

/** Sends files parcel by parcel. `onParcel` is told whenever some have arrived. */
export function send(path: string, files: readonly File[], onParcel: () => void): Promise<void> {
  change(path, before =>
    before.busy ? { total: before.total + files.length } : { ...nothing, total: files.length, busy: true },
  );
  guarded();
  const turn = (lines.get(path) ?? Promise.resolve()).then(async () => {
    for (const one of parcelsOf(files)) {
      await sendParcel(path, one);
      onParcel();
    }
    const { done, total } = sendingTo(path);
    if (done >= total) change(path, () => ({ busy: false }));
    guarded();
  });
  lines.set(path, turn);
  return turn;
}

/** Takes the account of what was sent off the screen. */
export const forget = (path: string): void => {
  if (sendingTo(path).busy) return;
  sendings.delete(path);
  for (const listener of listeners) listener();
};
