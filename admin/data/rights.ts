import type { Role } from '../../sync/model/index.ts';

/**
 * What the console offers to whom. The server decides; this table only keeps entries, buttons and pages away from people
 * who would be refused. A resource that is not named here is offered to everybody for reading.
 */
interface Offer {
  readonly read: readonly Role[];
  readonly write: readonly Role[];
}

export const offers: Readonly<Record<string, Offer>> = {
  agencies: { read: ['administrator', 'secretariat', 'auditor', 'head'], write: ['administrator'] },
  units: { read: ['administrator', 'secretariat', 'auditor', 'head'], write: ['administrator', 'secretariat'] },
  users: { read: ['administrator', 'secretariat', 'auditor'], write: ['administrator'] },
  events: { read: ['administrator', 'secretariat', 'auditor', 'head'], write: [] },
  settings: { read: ['administrator', 'secretariat'], write: ['administrator', 'secretariat'] },
};

const reading = new Set(['list', 'show', 'export']);

/** Whether `role` is offered `action` (react-admin's: list, show, create, edit, delete, export) on a resource. */
export function mayUse(role: Role, resource: string, action: string): boolean {
  const offer = offers[resource];
  if (!offer) return true;
  return (reading.has(action) ? offer.read : offer.write).includes(role);
}
