import { lazy } from 'react';

/** 設定: the thresholds of one agency. A single record, so a page and no resource. */
export const SettingsPage = lazy(() => import('./SettingsPage.tsx'));
