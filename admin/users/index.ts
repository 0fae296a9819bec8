import { lazy } from 'react';
import type { User } from '../../sync/model/index.ts';

/** 使用者: accounts, their roles and sections. */
export const users = {
  list: lazy(() => import('./UserList.tsx')),
  show: lazy(() => import('./UserShow.tsx')),
  edit: lazy(() => import('./UserEdit.tsx')),
  create: lazy(() => import('./UserCreate.tsx')),
  recordRepresentation: (user: User) => user.name,
};
