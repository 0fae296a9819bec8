import type { Log } from '../reading/run.ts';

/** A kind of work that goes on beside requests. */
export interface Duty {
  readonly name: string;
  /**
   * Takes the next part of the work and does it.
   * @returns whether there may be more, which is then done at once
   */
  run(): Promise<boolean>;
  /** Lets go of what it held between parts. */
  close?(): void;
}

export interface Background {
  /** Begins duties, each on its own: whatever an earlier run left is done first. */
  begin(duties: readonly Duty[], log: Log): void;
  /** Says that there is work. A duty that is busy looks again when it is done; one that nobody began is nobody's. */
  wake(name: string): void;
  /** Lets every duty finish the part that it has in hand, and ends. */
  stop(): Promise<void>;
}

interface Running {
  wake(): void;
  readonly ended: Promise<void>;
}

/**
 * @param pollMs how often each duty looks for what other servers were told of or left behind; 0: never
 */
export function createBackground(pollMs: number): Background {
  const running = new Map<string, Running>();
  let stopped = false;

  function start({ name, run, close }: Duty, log: Log): Running {
    let news = true;
    let rouse: (() => void) | null = null;
    const wake = (): void => {
      news = true;
      rouse?.();
    };
    const sleep = (): Promise<void> =>
      new Promise(resolve => {
        const timer = pollMs > 0 ? setTimeout(resolve, pollMs).unref() : undefined;
        rouse = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    const ended = (async () => {
      while (!stopped) {
        news = false;
        const more = await run().catch((error: unknown) => {
          log.error({ err: error, duty: name }, 'work in the background failed');
          return false;
        });
        if (!more && !news && !stopped) await sleep();
        rouse = null;
      }
      close?.();
    })();
    return { wake, ended };
  }

  return {
    begin(duties, log) {
      for (const duty of duties) running.set(duty.name, start(duty, log));
    },
    wake: name => running.get(name)?.wake(),
    async stop() {
      stopped = true;
      for (const { wake } of running.values()) wake();
      await Promise.all([...running.values()].map(({ ended }) => ended));
    },
  };
}
