import { lazy } from 'react';

/** 對應上級計畫: which steps serve which items of the superior's plan, at `/plans/:id/crosswalk?with=:superiorId`. */
export const CrosswalkPage = lazy(() => import('./CrosswalkPage.tsx'));
