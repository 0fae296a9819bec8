import { type PlanReading, planReading } from '../../sync/model/index.ts';
import { request } from '../data/index.ts';
import { keepReview, readReview } from './kept.ts';
import { keepSource } from './kept-source.ts';
import { reviewOf } from './review.ts';

/** A file that is being read, or was and nobody has looked yet. */
export interface Reading {
  readonly file: File;
  readonly done: Promise<PlanReading>;
  readonly stop: () => void;
}

/** It outlives the page, which may be left and come back to while a large file is read. */
let present: Reading | null = null;

export const presentReading = (): Reading | null => present;
export const endReading = (): void => {
  present = null;
};

async function read(file: File, signal: AbortSignal): Promise<PlanReading> {
  const body = new FormData();
  body.append('file', file);
  const reading = planReading.parse((await request('/api/plans/read', { method: 'POST', body, signal })).json);
  if (reading.items.length > 0 && readReview(reading.sha256) === null) keepReview(reviewOf(reading), false);
  await keepSource(reading.sha256, reading.source);
  return reading;
}

export function beginReading(file: File): Reading {
  const stopping = new AbortController();
  const done = read(file, stopping.signal);
  // Whoever comes back is told; until then nobody has to listen.
  done.catch(() => undefined);
  present = { file, done, stop: () => stopping.abort() };
  return present;
}
