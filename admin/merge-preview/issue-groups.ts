import type { Issue } from '../../sync/model/index.ts';

const graveness: readonly Issue['severity'][] = ['error', 'warning', 'info'];

/** The gravest first; issues of one kind stay together, in the order they were noticed. */
export function byKind(issues: readonly Issue[]): readonly (readonly Issue[])[] {
  const kinds = Map.groupBy(issues, issue => `${issue.severity} ${issue.code}`);
  const grave = (some: readonly Issue[]): number => graveness.indexOf(some[0]?.severity ?? 'info');
  return [...kinds.values()].toSorted((a, b) => grave(a) - grave(b));
}
