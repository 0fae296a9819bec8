import InboxIcon from '@mui/icons-material/InboxOutlined';
import Button from '@mui/material/Button';
import {
  CreateButton,
  useGetResourceLabel,
  useListContext,
  useResourceContext,
  useResourceDefinition,
  useTranslate,
} from 'react-admin';
import { Message } from '../layout/Message.tsx';

/** Nothing there yet: what it is for, and what to do first (`resources.{name}.empty`). */
export const EmptyList = () => {
  const translate = useTranslate();
  const resource = useResourceContext() ?? '';
  const name = useGetResourceLabel()(resource, 2);
  const { hasCreate } = useResourceDefinition();
  return (
    <Message
      icon={InboxIcon}
      title={translate('shell.empty.title', { name })}
      actions={hasCreate ? <CreateButton variant="contained" /> : null}
    >
      <p>{translate(`resources.${resource}.empty`, { _: '' })}</p>
    </Message>
  );
};

/** Nothing matches the filters. */
export const NothingMatches = () => {
  const translate = useTranslate();
  const resource = useResourceContext() ?? '';
  const name = useGetResourceLabel()(resource, 2);
  const { setFilters } = useListContext();
  return (
    <Message
      icon={InboxIcon}
      role="status"
      title={translate('shell.empty.filtered', { name })}
      actions={
        <Button variant="outlined" onClick={() => setFilters({}, [])}>
          {translate('shell.clearFilters')}
        </Button>
      }
    >
      <p>{translate('shell.empty.filteredText')}</p>
    </Message>
  );
};
