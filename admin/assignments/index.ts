import { lazy } from 'react';

/** 列管事項: which unit has which row of a plan. */
export const assignments = {
  list: lazy(() => import('./AssignmentList.tsx')),
  show: lazy(() => import('./AssignmentShow.tsx')),
  edit: lazy(() => import('./AssignmentEdit.tsx')),
};
