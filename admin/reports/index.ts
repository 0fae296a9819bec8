import ReportsIcon from '@mui/icons-material/AssignmentOutlined';
import { lazy } from 'react';

/** 填報: what every assignment owes in every round. */
export const reports = {
  list: lazy(() => import('./ReportList.tsx')),
  show: lazy(() => import('./ReportPage.tsx')),
  icon: ReportsIcon,
};
