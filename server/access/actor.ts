import type { Role } from '../../sync/model/index.ts';

/** The person behind a request, as far as rights are concerned. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly agencyId: string;
  readonly unitId: string | null;
  readonly role: Role;
  /** No agency stands below the person's own, so nothing needs to be looked for there. */
  readonly alone?: boolean;
}
