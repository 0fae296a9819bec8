import { lazy } from 'react';

/** 建立下年度計畫: next year's draft of a plan, at `/plans/:id/carry`. */
export const CarryPage = lazy(() => import('./CarryPage.tsx'));
