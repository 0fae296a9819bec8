import SendIcon from '@mui/icons-material/OutboxOutlined';
import { lazy } from 'react';
import type { Form } from '../../sync/model/index.ts';

/** 發出的表單: self-check forms that left the house. They are made, never edited. */
export const forms = {
  list: lazy(() => import('./FormList.tsx')),
  create: lazy(() => import('./FormCreate.tsx')),
  icon: SendIcon,
  recordRepresentation: (form: Form) => form.name,
};
