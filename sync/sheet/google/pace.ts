import { faultOf } from './faults.ts';

/** Time and chance, so that tests need neither. */
export interface Pace {
  /** In ms. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
}

export const realPace: Pace = {
  now: () => Date.now(),
  sleep: ms => new Promise(resolve => setTimeout(resolve, ms)),
  random: () => Math.random(),
};

/** Google's quota is for each minute: 60 requests a user and 300 a project, reads and writes counted apart. */
export const minute = 60_000;

/**
 * Lets through no more than `perMinute` in any minute: half of them at once where nothing was asked for a while, the others one
 * after the other. Takers wait in line.
 */
export function tokenBucket(perMinute: number, { now, sleep }: Pick<Pace, 'now' | 'sleep'>): () => Promise<void> {
  const most = Math.max(1, Math.floor(perMinute / 2));
  const each = minute / (perMinute - most);
  let tokens = most;
  let at = now();
  return async () => {
    const time = now();
    tokens = Math.min(most, tokens + (time - at) / each);
    at = time;
    tokens -= 1;
    if (tokens < 0) await sleep(Math.ceil(-tokens * each));
  };
}

const firstWait = 1000;
const longestWait = 64_000;

/** Doubling, with jitter over the whole of it, so that those who were refused together do not come back together. */
export const backOff = (attempt: number, random: () => number): number =>
  Math.round(random() * Math.min(longestWait, firstWait * 2 ** attempt));

/**
 * Does what may be done again: every time it was refused, and also after an unclear failure where `again` says that doing it
 * twice is as good as once.
 * @throws GoogleFault
 */
export async function patiently<T>(
  work: () => Promise<T>,
  { again, attempts, pace }: { readonly again: 'always' | 'refused'; readonly attempts: number; readonly pace: Pace },
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const fault = faultOf(error);
      const mayRetry = fault.kind === 'refused' || (fault.kind === 'unclear' && again === 'always');
      if (!mayRetry || attempt + 1 >= attempts) throw fault;
      await pace.sleep(Math.max(fault.retryAfter ?? 0, backOff(attempt, pace.random)));
    }
  }
}
