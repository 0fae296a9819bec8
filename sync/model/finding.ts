import { z } from 'zod';
import { day, edited, id, instant, line, prose, version } from './base.ts';
import type { Machine } from './machine.ts';

export const findingStates = ['open', 'answered', 'released', 'kept'] as const;
export const findingState = z.enum(findingStates);
export type FindingState = z.infer<typeof findingState>;
export type FindingVerb = 'answer' | 'release' | 'keep';

/** A finding (缺失) is answered with a corrective action until it is released; one that is kept is answered again. */
export const findingMachine: Machine<FindingState, FindingVerb> = {
  initial: 'open',
  states: findingStates,
  verbs: {
    answer: { from: ['open', 'kept'], to: 'answered' },
    release: { from: ['answered'], to: 'released' },
    keep: { from: ['answered'], to: 'kept', reason: 'required' },
  },
};

/** What a bureau found wanting in an agency's answer, followed until it is released. */
export const finding = z.strictObject({
  ...edited,
  /** Who found it, and the agency that answers it. */
  agencyId: id,
  againstId: id,
  collectionId: id.nullable(),
  collectedRowId: id.nullable(),
  title: line(200),
  text: prose(4000),
  dueDate: day.nullable(),
  state: findingState,
  stateReason: z.string(),
  /** The corrective action (改善措施) that the agency answered with. */
  action: prose(4000),
  answeredAt: instant.nullable(),
});
export const findingCreate = finding.pick({ title: true, text: true, dueDate: true }).extend({ collectedRowId: id });
export const findingEdit = finding.pick({ title: true, text: true, dueDate: true }).partial().extend({ version });
export const findingAnswer = z.strictObject({ version, action: line(4000) });
export type Finding = z.infer<typeof finding>;
