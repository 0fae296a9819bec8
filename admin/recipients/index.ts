import { lazy } from 'react';
import type { Recipient } from '../../sync/model/index.ts';

/** 上級交辦表單: what an agency is asked by the bureau above it. */
export const recipients = {
  list: lazy(() => import('./RecipientList.tsx')),
  show: lazy(() => import('./RecipientShow.tsx')),
  recordRepresentation: (recipient: Recipient) => recipient.fileName ?? '',
};
