import TemplateIcon from '@mui/icons-material/BackupTableOutlined';
import { lazy } from 'react';
import type { Template } from '../../sync/model/index.ts';

/** 範本: workbooks that others made, what was found in them, and which steps of a plan their rows stand for. */
export const templates = {
  list: lazy(() => import('./TemplateList.tsx')),
  show: lazy(() => import('./TemplatePage.tsx')),
  icon: TemplateIcon,
  recordRepresentation: (template: Template) => template.name,
};
