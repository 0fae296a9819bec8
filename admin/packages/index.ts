import PackagesIcon from '@mui/icons-material/Inventory2Outlined';
import { lazy } from 'react';
import type { Packet } from '../../sync/model/index.ts';

/** 封包交換: what goes to and comes from agencies with a system of their own. */
export const packages = {
  list: lazy(() => import('./PackageList.tsx')),
  create: lazy(() => import('./PackageCreate.tsx')),
  show: lazy(() => import('./page/PackagePage.tsx')),
  icon: PackagesIcon,
  recordRepresentation: (packet: Packet) => packet.title || packet.fileName,
};

/** Our key and those of others. */
export const KeysPage = lazy(() => import('./keys/KeysPage.tsx'));
