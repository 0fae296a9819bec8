import { lazy } from 'react';
import type { Unit } from '../../sync/model/index.ts';

/** 課室, in the order of the agency. */
export const units = {
  list: lazy(() => import('./UnitList.tsx')),
  show: lazy(() => import('./UnitShow.tsx')),
  edit: lazy(() => import('./UnitEdit.tsx')),
  create: lazy(() => import('./UnitCreate.tsx')),
  recordRepresentation: (unit: Unit) => unit.name,
};
