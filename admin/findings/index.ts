import { lazy } from 'react';
import type { Finding } from '../../sync/model/index.ts';

/** 缺失: what a bureau found wanting, followed until it is released. */
export const findings = {
  list: lazy(() => import('./FindingList.tsx')),
  show: lazy(() => import('./FindingShow.tsx')),
  edit: lazy(() => import('./FindingEdit.tsx')),
  recordRepresentation: (finding: Finding) => finding.title,
};
