import { availableParallelism } from 'node:os';
import { type Issue, type MessageCode, say } from '../../sync/model/index.ts';
import { type ConversionTarget, isForeign } from '../../sync/sheet/libreoffice/index.ts';
import type { WritingOrder } from '../plan-writing/write.ts';
import type { InputOf, JobName, LocalFile, Read, ResultOf } from './jobs.ts';
import { createLane, Failed, type Lane, type LaneBounds } from './lane.ts';

/**
 * Reading a received file can take seconds and much memory, and somebody may have made it to take more. So it is read on
 * another thread, a few at once, each within bounds; what exceeds them is stopped, and nobody else notices. What only
 * LibreOffice can read is converted first, which takes much longer: such files have a line of their own, one at a time, and
 * the others pass them.
 */
export interface Bounds extends LaneBounds {
  readonly conversion?: ConversionBounds;
}

export interface ConversionBounds {
  /** How long LibreOffice may take over one file. */
  readonly timeMs: number;
  /** Files that may wait for it; more are turned away. */
  readonly mostWaiting: number;
  /** The program; null: there is none. Looked for where it is not said. */
  readonly soffice?: string | null;
}

export interface Reading {
  /**
   * Reads a file. Never rejects: a file that is too much, and one on which the reader itself
   * fails, are told by an issue like every other that cannot be read. `log` hears what went wrong inside.
   * @param input what the job needs beside the file
   */
  read<Job extends JobName>(job: Job, file: Source, log: Log, ...input: InputOf<Job>): Promise<Read<ResultOf<Job>>>;
  /** Converts a workbook with LibreOffice, in its turn; one of the issues says so. Never rejects. */
  convert(file: Source, to: ConversionTarget, log: Log): Promise<Read<Uint8Array>>;
  /** Writes a plan off the thread that answers; what LibreOffice prints stands in its line. Never rejects. */
  write(order: WritingOrder & { readonly name: string }, log: Log): Promise<Read<Uint8Array>>;
}

/** The same, or the bytes of what lies in no file. */
export type Source = LocalFile | { readonly bytes: Uint8Array; readonly name: string };

export interface Log {
  error(what: object, message: string): void;
}

const usual: ConversionBounds = { timeMs: 40_000, mostWaiting: 8 };
/** What copying a file to and from LibreOffice takes beside its own time, at the most. */
const handling = 10_000;

export function createReading({ conversion = usual, ...bounds }: Bounds): Reading {
  const { soffice, timeMs, mostWaiting } = conversion;
  const quick = createLane(bounds);
  const slow = createLane({ ...bounds, atOnce: 1, mostWaiting, timeMs: timeMs + handling });

  async function run<Job extends JobName>(
    lane: Lane,
    job: Job,
    file: Source,
    log: Log,
    input: InputOf<Job>,
  ): Promise<Read<ResultOf<Job>>> {
    const { name } = file;
    try {
      return (await lane({ job, from: 'path' in file ? file.path : file.bytes, name, input })) as never;
    } catch (error) {
      const failed = error instanceof Failed ? error : new Failed('reading_failed', error);
      log.error({ err: failed, job, name }, 'reading a received file failed');
      return { ok: false, issue: issueOf(failed.code, name) };
    }
  }

  const convert: Reading['convert'] = (file, to, log) =>
    run(slow, 'convert', file, log, [{ to, timeMs, ...(soffice === undefined ? {} : { soffice }) }]);

  const write: Reading['write'] = async ({ name, ...order }, log) => {
    const isPrinted = order.format === 'pdf';
    const bounded = isPrinted ? { timeMs, ...(soffice === undefined ? {} : { soffice }), ...order } : order;
    const source = { bytes: new Uint8Array(), name };
    const written = await run(isPrinted ? slow : quick, 'writePlan', source, log, [bounded]);
    const otherwise = written.ok ? undefined : sayOfWriting[written.issue.code];
    return otherwise ? { ok: false, issue: issueOf(otherwise, name) } : written;
  };

  return {
    convert,
    write,
    async read(job, file, log, ...input) {
      const read = await run(quick, job, file, log, input);
      if (read.ok || !isForeign(read.issue.code)) return read;
      const converted = await convert(file, 'xlsx', log);
      // Without LibreOffice the first refusal says how to save the file.
      if (!converted.ok) return converted.issue.code === 'converter_missing' ? read : converted;
      const again = await run(quick, job, { bytes: converted.result, name: file.name }, log, input);
      if (!again.ok) return again;
      return { ...again, issues: [...converted.issues, ...again.issues], converted: converted.result };
    },
  };
}

/** What is said of a file that could not be read means another thing when one could not be written. */
const sayOfWriting: Readonly<Record<string, MessageCode>> = {
  conversion_busy: 'printing_busy',
  reading_too_long: 'writing_failed',
  reading_too_big: 'writing_failed',
  reading_failed: 'writing_failed',
};

function issueOf(code: MessageCode, name: string): Issue {
  const params = { name };
  return { code, severity: 'error', message: say(code, 'zh-TW', params), params };
}

/** The one reading of this process. */
export const reading = createReading({
  timeMs: 60_000,
  heapMb: 512,
  atOnce: availableParallelism() > 2 ? 2 : 1,
  idleMs: 30_000,
});
