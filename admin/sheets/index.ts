import SheetIcon from '@mui/icons-material/CloudSyncOutlined';
import { lazy } from 'react';
import type { SheetConnection } from '../../sync/model/index.ts';

/** 線上試算表: forms of rounds that are published as Google spreadsheets and kept in step. */
export const sheets = {
  list: lazy(() => import('./SheetList.tsx')),
  show: lazy(() => import('./SheetShow.tsx')),
  create: lazy(() => import('./SheetCreate.tsx')),
  icon: SheetIcon,
  recordRepresentation: (sheet: SheetConnection) => sheet.name,
};

/** The Google accounts they are published under, and where Google sends people back to. */
export const AccountsPage = lazy(() => import('./accounts/AccountsPage.tsx'));
export const GrantedPage = lazy(() => import('./accounts/GrantedPage.tsx'));
