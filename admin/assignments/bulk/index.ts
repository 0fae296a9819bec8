import { lazy } from 'react';

/** Bulk assignment: rows of a plan, fanned out to units. */
export const BulkPage = lazy(() => import('./BulkPage.tsx'));
