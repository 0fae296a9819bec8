import MoreIcon from '@mui/icons-material/MoreVertOutlined';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDelete, useNotify, useRefresh, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Collection } from '../../../sync/model/index.ts';
import { mayUse, useSession } from '../../data/index.ts';
import { ConfirmDialog } from '../../verbs/index.ts';
import { AddressDialog } from './AddressDialog.tsx';
import { PackagesDialog } from './PackagesDialog.tsx';
import type { Line } from './roster.ts';

interface Props {
  readonly collection: Collection;
  readonly line: Line;
}

/** What is done with one agency. */
export const RowMenu = ({ collection, line }: Props) => {
  const { recipient, name, state } = line;
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const queries = useQueryClient();
  const { user } = useSession();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [asking, setAsking] = useState<'address' | 'remove' | 'package' | null>(null);
  const [remove, { isPending }] = useDelete();
  const may = (action: string) => mayUse(user.role, 'recipients', action);
  const came = state !== 'notReturned' && state !== 'overdue';
  const show = `/collections/${collection.id}/show`;
  const open = (what: typeof asking) => () => {
    setAnchor(null);
    setAsking(what);
  };
  return (
    <>
      <IconButton
        size="small"
        aria-label={translate('collection.roster.menuOf', { name })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <MoreIcon fontSize="small" />
      </IconButton>
      {anchor ? (
        <Menu anchorEl={anchor} open onClose={() => setAnchor(null)}>
          {recipient.fileName ? (
            <MenuItem
              component="a"
              href={`/api/recipients/${encodeURIComponent(recipient.id)}/workbook`}
              download={recipient.fileName}
              onClick={() => setAnchor(null)}
            >
              {translate('collection.roster.workbook')}
            </MenuItem>
          ) : null}
          {came ? (
            <MenuItem component={Link} to={`${show}?${new URLSearchParams({ tab: 'review', of: recipient.id })}`}>
              {translate('collection.roster.review')}
            </MenuItem>
          ) : null}
          {came ? (
            <MenuItem
              component="a"
              href={`/api/recipients/${encodeURIComponent(recipient.id)}/review`}
              download
              onClick={() => setAnchor(null)}
            >
              {translate('collection.roster.reviewFile')}
            </MenuItem>
          ) : null}
          {recipient.fileName && mayUse(user.role, 'packages', 'create') ? (
            <MenuItem onClick={open('package')}>{translate('collection.packages.one')}</MenuItem>
          ) : null}
          {may('update') ? (
            <MenuItem onClick={open('address')}>{translate('collection.roster.address')}</MenuItem>
          ) : null}
          {may('delete') && !came ? (
            <MenuItem onClick={open('remove')}>{translate('collection.roster.remove')}</MenuItem>
          ) : null}
        </Menu>
      ) : null}
      {asking === 'package' ? (
        <PackagesDialog collection={collection} lines={[line]} onClose={() => setAsking(null)} />
      ) : null}
      {asking === 'address' ? (
        <AddressDialog recipient={recipient} name={name} onClose={() => setAsking(null)} />
      ) : null}
      {asking === 'remove' ? (
        <ConfirmDialog
          title={translate('collection.remove.title', { name })}
          verb={translate('collection.roster.remove')}
          busy={isPending}
          onClose={() => setAsking(null)}
          onConfirm={() =>
            remove(
              'recipients',
              { id: recipient.id, previousData: recipient },
              {
                mutationMode: 'pessimistic',
                onSuccess: () => {
                  setAsking(null);
                  void queries.invalidateQueries();
                },
                onError: error => {
                  notify(error instanceof Error ? error.message : String(error), { type: 'error' });
                  refresh();
                },
              },
            )
          }
        >
          {translate('collection.remove.text')}
        </ConfirmDialog>
      ) : null}
    </>
  );
};
