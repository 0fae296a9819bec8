import { useQuery } from '@tanstack/react-query';
import type { PlanItem } from '../../../sync/model/index.ts';
import { readAll } from '../../plan-tree/read-all.ts';
import { pathOf, printed } from '../../reports/paths.ts';
import type { Step } from './StepChooser.tsx';

/** Every node of a plan that asks for something, in printed order: those without any below them, and those in between. */
function stepsOf(items: readonly PlanItem[]): readonly Step[] {
  const known = new Map(items.map(item => [item.id, item]));
  const keyOf = (item: PlanItem): string =>
    pathOf(item.id, known)
      .map(one => String(one.position).padStart(5, '0'))
      .join('.');
  return items
    .filter(item => item.depth > 0)
    .map(item => ({ item, key: keyOf(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }) => ({
      id: item.id,
      name: printed(item),
      path: pathOf(item.id, known).slice(0, -1).map(printed).join(' › '),
    }));
}

/** The steps of a plan with their names and places. */
export const useSteps = (planId: string | null) =>
  useQuery({
    queryKey: ['planItems', 'steps of', planId],
    queryFn: async () => stepsOf(await readAll<PlanItem>('planItems', { planId: planId ?? '' })),
    enabled: planId !== null,
    staleTime: 60_000,
  });
