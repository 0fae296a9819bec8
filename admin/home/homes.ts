import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Role } from '../../sync/model/index.ts';

const AdministratorHome = lazy(() => import('./AdministratorHome.tsx'));
const ChiefHome = lazy(() => import('./chief/ChiefHome.tsx'));
const HeadHome = lazy(() => import('../dashboard/HeadHome.tsx'));
const OfficerHome = lazy(() => import('./officer/OfficerHome.tsx'));
const SecretariatHome = lazy(() => import('../dashboard/SecretariatHome.tsx'));

/** What each role sees first. */
export const homes: Readonly<Record<Role, LazyExoticComponent<ComponentType>>> = {
  administrator: AdministratorHome,
  secretariat: SecretariatHome,
  chief: ChiefHome,
  officer: OfficerHome,
  head: HeadHome,
  auditor: HeadHome,
};
