import { lazy } from 'react';
import type { Plan } from '../../sync/model/index.ts';

/** 計畫: the yearly plan, drafted, approved and published. */
export const plans = {
  list: lazy(() => import('./PlanList.tsx')),
  show: lazy(() => import('./PlanShow.tsx')),
  edit: lazy(() => import('./PlanEdit.tsx')),
  create: lazy(() => import('./PlanCreate.tsx')),
  recordRepresentation: (plan: Plan) => plan.title,
};
