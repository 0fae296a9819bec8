import { z } from 'zod';
import { edited, id, prose, version } from './base.ts';
import type { Machine } from './machine.ts';

export const assignmentStates = ['open', 'releaseRequested', 'released', 'withdrawn'] as const;
export const assignmentState = z.enum(assignmentStates);
export type AssignmentState = z.infer<typeof assignmentState>;
export type AssignmentVerb = 'requestRelease' | 'keepTracking' | 'release' | 'withdraw' | 'reopen';

/** A request for release is either granted or kept under tracking with a reason; it is never a dead end. */
export const assignmentMachine: Machine<AssignmentState, AssignmentVerb> = {
  initial: 'open',
  states: assignmentStates,
  verbs: {
    requestRelease: { from: ['open'], to: 'releaseRequested' },
    keepTracking: { from: ['releaseRequested'], to: 'open', reason: 'required' },
    release: { from: ['releaseRequested'], to: 'released' },
    withdraw: { from: ['open'], to: 'withdrawn', reason: 'required' },
    reopen: { from: ['released'], to: 'open', reason: 'required' },
  },
};

export const parts = ['lead', 'assist'] as const;
export const part = z.enum(parts);

/** One unit's share of one plan item (列管事項). A plan item has at most one assignment per unit. */
export const assignment = z.strictObject({
  ...edited,
  agencyId: id,
  planId: id,
  planItemId: id,
  unitId: id,
  part,
  officerId: id.nullable(),
  state: assignmentState,
  stateReason: prose(2000),
});

export const assignmentCreate = assignment
  .pick({ planItemId: true, unitId: true, part: true, officerId: true })
  .partial({ part: true, officerId: true });
export const assignmentEdit = assignment.pick({ part: true, officerId: true }).partial().extend({ version });

/**
 * Bulk assignment. Each chosen plan item gets one assignment per unit: the given lead and assisting units, or, where none
 * are given, the units the plan prints for it (the first leads unless the item names a group, whose sections all lead).
 * `officers` gives the case officer by unit id. Existing assignments are left as they are and reported as such.
 */
export const bulkAssignment = z.strictObject({
  planId: id,
  planItemIds: z.array(id).min(1).max(2000),
  leadUnitIds: z.array(id).max(200).optional(),
  assistUnitIds: z.array(id).max(200).optional(),
  officers: z.record(id, id).optional(),
});

/** What a bulk assignment would do, or did. */
export const bulkAssignmentResult = z.strictObject({
  create: z.array(assignment.pick({ planItemId: true, unitId: true, part: true, officerId: true })),
  existing: z.array(assignment.pick({ id: true, planItemId: true, unitId: true })),
  unresolved: z.array(z.strictObject({ planItemId: id, name: z.string() })),
  /** Chosen items for which neither the request nor the plan names any unit. */
  withoutUnit: z.array(id),
});

/** Hands every open assignment of one officer to another of the same unit, or leaves them without one. */
export const assignmentTransfer = z.strictObject({ fromOfficerId: id, toOfficerId: id.nullable() });

export type Assignment = z.infer<typeof assignment>;
export type BulkAssignment = z.infer<typeof bulkAssignment>;
export type BulkAssignmentResult = z.infer<typeof bulkAssignmentResult>;
