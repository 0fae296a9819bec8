import type { Plan, PlanSections } from '../../sync/model/index.ts';

/** Stands where a name is not made public, so that the data keeps its form. */
export const withheld = '（不公開）';

/**
 * A plan as everybody may read it. Unless it was said at publishing that they may be named, the members of the task force
 * are left out, and with them what is remarked beside them, which may name them just as well.
 */
export const forEverybody = <T extends Pick<PlanSections, 'taskForce'>>(
  { membersPublic }: Pick<Plan, 'membersPublic'>,
  document: T,
): T =>
  membersPublic
    ? document
    : {
        ...document,
        taskForce: document.taskForce.map(row => ({ ...row, member: withheld, remarks: '' })),
      };
