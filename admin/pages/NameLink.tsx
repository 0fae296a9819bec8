import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { useCreatePath, useFieldValue, useRecordContext, useResourceContext } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';

interface Props {
  readonly source?: string;
  /** Instead of the source's text. */
  readonly children?: ReactNode;
  readonly to?: 'show' | 'edit';
}

/** The name of a row as the link to its page, so that a list can be walked with the keyboard. */
export const NameLink = ({ source = 'name', children, to = 'show' }: Props) => {
  const record = useRecordContext();
  const resource = useResourceContext() ?? '';
  const path = useCreatePath();
  const text: unknown = useFieldValue({ source });
  if (!record) return null;
  return (
    <Link
      component={RouterLink}
      to={path({ resource, type: to, id: record.id })}
      onClick={event => event.stopPropagation()}
      sx={{ fontWeight: 600 }}
    >
      {children ?? String(text ?? '')}
    </Link>
  );
};
