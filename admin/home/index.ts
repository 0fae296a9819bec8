import { lazy } from 'react';

/** The page at `/`: each role's own. */
export const Home = lazy(() => import('./Home.tsx'));
