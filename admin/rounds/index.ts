import { lazy } from 'react';
import type { Round } from '../../sync/model/index.ts';

/** 查核期: when a plan is checked, and how far its reports are. */
export const rounds = {
  list: lazy(() => import('./RoundList.tsx')),
  show: lazy(() => import('./RoundShow.tsx')),
  edit: lazy(() => import('./RoundEdit.tsx')),
  create: lazy(() => import('./RoundCreate.tsx')),
  recordRepresentation: (round: Round) => round.title,
};
