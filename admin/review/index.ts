import { lazy } from 'react';

/** 審核收件匣: the secretariat's page at `/review`. */
export const ReviewPage = lazy(() => import('./ReviewPage.tsx'));
