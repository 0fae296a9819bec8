import { lazy } from 'react';

/** 共通架構: a new plan from what the plans of agencies have in common, at `/plans/skeleton`. */
export const SkeletonPage = lazy(() => import('./SkeletonPage.tsx'));
