import { z } from 'zod';
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
