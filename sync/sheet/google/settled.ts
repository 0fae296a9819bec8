import { createHash } from 'node:crypto';
import { answerFields } from '../../model/index.ts';
import type { Standing } from './sync.ts';

/**
 * What a spreadsheet and our side were when both said the same: Google's version of the one, and what the other shows beside
 * its answers. As long as this and the answers are as they were, nothing need be read.
 */
export function settledMark(version: string, rows: Standing['rows']): string {
  const shown = [...rows].map(([rowId, { evidence }]) => [rowId, evidence]);
  const hash = createHash('sha256').update(JSON.stringify(shown)).digest('base64url');
  return `${version} ${hash}`;
}

/** Whether nothing happened on either side since both said the same. */
export function isStillSettled({ settled, intent, base, ours, rows }: Standing, version: string): boolean {
  if (settled === null || intent !== null || settled !== settledMark(version, rows)) return false;
  return [...base].every(([rowId, { answer }]) =>
    answerFields.every(field => (answer[field] ?? '') === (ours.get(rowId)?.answer[field] ?? '')),
  );
}
