/** One file on its way to the server, or that did not get there. */
export interface Upload {
  readonly key: number;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'refused';
  /** How much is sent, 0 to 1. */
  readonly progress: number;
  /** Why it was refused, in the person's language or as a key of the catalogue. */
  readonly reason: string | null;
  /** The line was down: it is tried again by itself when it is back. */
  readonly offline: boolean;
}

/** What became of one file. */
export type UploadOutcome =
  | { readonly kind: 'stored' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'offline'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string };

interface Ports {
  readonly send: (file: File, signal: AbortSignal, onProgress: (share: number) => void) => Promise<UploadOutcome>;
  readonly onStored: () => void;
}

export interface Uploads {
  readonly get: () => readonly Upload[];
  readonly subscribe: (listener: () => void) => () => void;
  readonly add: (files: readonly File[]) => void;
  /** Stops a file or takes a refused one off the list. */
  readonly cancel: (key: number) => void;
  readonly retry: (key: number) => void;
  /** Tries again what failed for want of a network. */
  readonly retryOffline: () => void;
}

const atOnce = 2;

/** Sends files two at a time, each with its own progress; what is refused stays with its reason until it is retried or taken off. */
export function createUploads({ send, onStored }: Ports): Uploads {
  let list: readonly Upload[] = [];
  let nextKey = 1;
  const stops = new Map<number, AbortController>();
  const listeners = new Set<() => void>();

  const become = (next: readonly Upload[]) => {
    list = next;
    for (const listener of listeners) listener();
  };
  const change = (key: number, to: Partial<Upload>) =>
    become(list.map(one => (one.key === key ? { ...one, ...to } : one)));
  const drop = (key: number) => become(list.filter(one => one.key !== key));

  const endings: { readonly [K in UploadOutcome['kind']]: (key: number, reason: string) => void } = {
    stored: key => {
      drop(key);
      onStored();
    },
    cancelled: drop,
    offline: (key, reason) => change(key, { state: 'refused', reason, offline: true }),
    refused: (key, reason) => change(key, { state: 'refused', reason, offline: false }),
  };

  const start = ({ key, file }: Upload) => {
    const stop = new AbortController();
    stops.set(key, stop);
    change(key, { state: 'sending', progress: 0, reason: null });
    void send(file, stop.signal, progress => change(key, { progress })).then(outcome => {
      stops.delete(key);
      endings[outcome.kind](key, 'reason' in outcome ? outcome.reason : '');
      proceed();
    });
  };

  function proceed() {
    const free = atOnce - list.filter(one => one.state === 'sending').length;
    for (const one of list.filter(({ state }) => state === 'waiting').slice(0, Math.max(free, 0))) start(one);
  }

  const again = (wanted: (upload: Upload) => boolean) => {
    become(
      list.map(one => (one.state === 'refused' && wanted(one) ? { ...one, state: 'waiting', reason: null } : one)),
    );
    proceed();
  };

  return {
    get: () => list,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add: files => {
      const waiting = files.map(
        (file): Upload => ({ key: nextKey++, file, state: 'waiting', progress: 0, reason: null, offline: false }),
      );
      become([...list, ...waiting]);
      proceed();
    },
    cancel: key => {
      const stop = stops.get(key);
      if (stop) stop.abort();
      else drop(key);
    },
    retry: key => again(one => one.key === key),
    retryOffline: () => again(one => one.offline),
  };
}
