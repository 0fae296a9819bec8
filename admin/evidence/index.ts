import EvidenceIcon from '@mui/icons-material/CollectionsBookmarkOutlined';
import { lazy } from 'react';

/** 佐證資料: everything that was ever added to a report, to look up and to use again. */
export const evidence = {
  list: lazy(() => import('./EvidenceList.tsx')),
  show: lazy(() => import('./EvidenceShow.tsx')),
  icon: EvidenceIcon,
  recordRepresentation: 'name',
};
