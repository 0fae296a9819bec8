/** Tries one file after another in a process that its owner can end; started by `watched`. */
import { trial } from './trial.ts';

export interface Reply {
  readonly outcome?: string;
  readonly error?: string;
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

process.on('message', (bytes: Uint8Array) => process.send!({ ...tried(bytes), peakMb: peakMb() } satisfies Reply));
