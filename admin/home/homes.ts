import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Role } from '../../sync/model/index.ts';

const Overview = lazy(() => import('./Overview.tsx'));

/** What each role sees first. */
export const homes: Readonly<Record<Role, LazyExoticComponent<ComponentType>>> = {
  administrator: Overview,
  secretariat: Overview,
  chief: Overview,
  officer: Overview,
  head: Overview,
  auditor: Overview,
};
