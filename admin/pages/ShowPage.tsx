import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import type { ReactNode } from 'react';
import {
  EditButton,
  ListButton,
  type RaRecord,
  Show,
  type ShowProps,
  TopToolbar,
  useRecordContext,
  useResourceDefinition,
} from 'react-admin';
import { History } from '../events/History.tsx';
import { besideHeading } from './beside-heading.ts';
import { useShowFailing } from './ReadFailed.tsx';

type Edits = (record: RaRecord) => boolean;

interface ToolsProps {
  readonly more: ReactNode;
  readonly edits: Edits;
}

const Tools = ({ more, edits }: ToolsProps) => {
  const record = useRecordContext();
  const { hasEdit, hasList } = useResourceDefinition();
  return (
    <TopToolbar className="no-print" sx={besideHeading}>
      {hasList ? <ListButton /> : null}
      {more}
      {hasEdit && record && edits(record) ? <EditButton /> : null}
    </TopToolbar>
  );
};

const OwnHistory = ({ resource }: { readonly resource: string }) => {
  const record = useRecordContext();
  return record ? <History resource={resource} id={String(record.id)} /> : null;
};

interface Props extends Omit<ShowProps, 'children' | 'actions'> {
  readonly children: ReactNode;
  /** Further buttons: the verbs of the record. */
  readonly more?: ReactNode;
  /** Resource whose events are the record's history; false leaves it out. */
  readonly history?: string | false;
  /** Whether this record can be edited at all, such as by its state; who may edit is decided by the role. */
  readonly edits?: Edits;
}

const always: Edits = () => true;

/** Every show page: the record on paper, its history beside or below it. */
export const ShowPage = ({ children, more, history = false, edits = always, ...rest }: Props) => (
  <Show actions={<Tools more={more} edits={edits} />} component="div" {...useShowFailing()} {...rest}>
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: history ? 'minmax(0, 3fr) minmax(0, 2fr)' : 'minmax(0, 1fr)' },
      }}
    >
      <Card>
        <CardContent>{children}</CardContent>
      </Card>
      {history ? <OwnHistory resource={history} /> : null}
    </Box>
  </Show>
);
