/** Tries one file after another in a process that its owner can end; started by `watched`. */
import { trial } from './trial.ts';

export interface Reply {
  readonly outcome?: string;
  readonly error?: string;
  /** Time of the processor that the file took, which a busy machine does not lengthen as it does the time of a clock. */
  readonly cpuMs: number;
  /** The most memory this process ever had, in MB. */
  readonly peakMb: number;
}

function tried(bytes: Uint8Array): { readonly outcome: string } | { readonly error: string } {
  try {
    return { outcome: trial(bytes) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

const peakMb = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

process.on('message', (bytes: Uint8Array) => {
  const before = process.cpuUsage();
  const outcome = tried(bytes);
  const { user, system } = process.cpuUsage(before);
  process.send!({ ...outcome, cpuMs: (user + system) / 1000, peakMb: peakMb() } satisfies Reply);
});
