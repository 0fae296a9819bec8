import { lazy } from 'react';
import type { Agency } from '../../sync/model/index.ts';

/** 機關, in their hierarchy. */
export const agencies = {
  list: lazy(() => import('./AgencyList.tsx')),
  show: lazy(() => import('./AgencyShow.tsx')),
  edit: lazy(() => import('./AgencyEdit.tsx')),
  create: lazy(() => import('./AgencyCreate.tsx')),
  recordRepresentation: (agency: Agency) => agency.name,
};
