import ReceiveIcon from '@mui/icons-material/MoveToInboxOutlined';
import { lazy } from 'react';
import type { Exchange } from '../../sync/model/index.ts';

/** 收回的表單: files that came back, what they would change, and what became of them. */
export const exchanges = {
  list: lazy(() => import('./ExchangeList.tsx')),
  show: lazy(() => import('./ExchangePage.tsx')),
  icon: ReceiveIcon,
  recordRepresentation: (exchange: Exchange) => exchange.fileName,
};
