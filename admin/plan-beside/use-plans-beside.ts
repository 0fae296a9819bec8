import { useQuery } from '@tanstack/react-query';
import type { PlanChoice } from '../../sync/model/index.ts';
import { request } from '../data/index.ts';

/** The plans that may be laid beside a plan: those of the agency, and what its superiors published. */
export const usePlansBeside = (planId: string) =>
  useQuery({
    queryKey: ['plans', planId, 'beside'],
    queryFn: async () =>
      (await request(`/api/plans/${encodeURIComponent(planId)}/beside`)).json as readonly PlanChoice[],
  });
