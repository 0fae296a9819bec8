import { lazy } from 'react';

/** Reading a plan out of a workbook: drop, look, correct, create. */
export const PlanImportPage = lazy(() => import('./ImportPage.tsx'));
