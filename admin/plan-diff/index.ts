import { lazy } from 'react';

/** 計畫對照: two plans side by side, at `/plans/:id/compare?with=:otherId`. */
export const ComparePage = lazy(() => import('./ComparePage.tsx'));
