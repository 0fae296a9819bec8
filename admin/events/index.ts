import { lazy } from 'react';

/** 軌跡: the event log. `History` is for every show page. */
export const events = {
  list: lazy(() => import('./EventList.tsx')),
  show: lazy(() => import('./EventShow.tsx')),
};
