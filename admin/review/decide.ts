import { type BatchAnswer, batchAnswer, type Report } from '../../sync/model/index.ts';
import { callVerb } from '../data/index.ts';

/** What a person decides on reports that wait for them. */
export type Approval = 'endorse' | 'accept';
export type Decision = Approval | 'return';

/** Decides on several reports at once; each stands alone. Versions are those the person has read. */
export const decideOn = async (reports: readonly Report[], decision: Decision, reason?: string): Promise<BatchAnswer> =>
  batchAnswer.parse(
    await callVerb('reports', null, 'batch', {
      verb: decision,
      reports: reports.map(({ id, version }) => ({ id, version })),
      ...(reason === undefined ? {} : { reason }),
    }),
  );

/** Why reports could not be decided on, by id. */
export type Failures = Readonly<Record<string, string>>;

/** The failures on screen after an answer: what was done or tried again is taken off, what was refused is put on. */
export function failuresAfter(before: Failures, { done, refused }: BatchAnswer): Failures {
  const settled = new Set([...done, ...refused].map(({ id }) => id));
  return {
    ...Object.fromEntries(Object.entries(before).filter(([id]) => !settled.has(id))),
    ...Object.fromEntries(refused.map(({ id, problem }) => [id, problem.message])),
  };
}

/** Where the attention goes when the row at `at` of `ids` is gone: to the one that takes its place, else to the last. */
export const placeAfter = (ids: readonly string[], gone: ReadonlySet<string>, at: number): string | null => {
  const left = ids.filter(id => !gone.has(id));
  return ids.slice(at).find(id => !gone.has(id)) ?? left.at(-1) ?? null;
};
