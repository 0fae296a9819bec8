import { type MessageCode, say } from '../../model/index.ts';
import { isPdf } from '../file-kind.ts';
import { readPlan } from '../read-plan.ts';
import type { PlanFileReading, ReadOptions } from '../reading.ts';
import { type Bounds, type Stopped, threadFor } from '../thread/index.ts';

export interface PlanOrder {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

export const planBounds: Bounds = { timeMs: 8_000, heapMb: 90, bytesMb: 72 };

const onThread = threadFor<PlanOrder, PlanFileReading>(new URL('./worker.ts', import.meta.url));

/**
 * `readPlan` within bounds of time and memory, whatever the file: on a thread of its own, which is ended when it takes too
 * much. For a process that reads what somebody sent and has no such thread yet.
 * @param bytes are given away: nothing is left of them afterwards
 */
export async function readPlanApart(
  bytes: Uint8Array<ArrayBuffer>,
  fileName: string,
  { signal, bounds = planBounds }: ReadOptions & { readonly bounds?: Bounds } = {},
): Promise<PlanFileReading> {
  // These have a thread of their own already.
  if (isPdf(bytes)) return readPlan(bytes, fileName, signal ? { signal } : {});
  const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
  const read = await onThread({ order: { bytes: own, fileName }, given: [own.buffer], bounds, signal });
  return typeof read === 'string' ? stopped(read, fileName) : read;
}

const codes: Readonly<Record<Stopped, MessageCode>> = {
  too_long: 'document_too_long',
  too_big: 'document_too_big',
  failed: 'document_failed',
};

function stopped(why: Stopped, name: string): PlanFileReading {
  const code = codes[why];
  const issue = { code, severity: 'error' as const, message: say(code, 'zh-TW', { name }), params: { name } };
  return { plan: null, sources: [], issues: [issue], source: { blocks: [], cut: false } };
}
