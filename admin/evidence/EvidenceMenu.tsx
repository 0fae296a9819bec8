import DownloadIcon from '@mui/icons-material/DownloadOutlined';
import RenameIcon from '@mui/icons-material/DriveFileRenameOutlineOutlined';
import MoreIcon from '@mui/icons-material/MoreVert';
import PersonalIcon from '@mui/icons-material/PrivacyTipOutlined';
import IconButton from '@mui/material/IconButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useNotify, useTranslate, useUpdate } from 'react-admin';
import type { Evidence } from '../../sync/model/index.ts';
import { fileUrl } from './format.ts';
import { RenameDialog } from './RenameDialog.tsx';

interface Props {
  readonly evidence: Evidence;
  /** Offers what changes the evidence itself. */
  readonly editable: boolean;
}

/** Everything else that can be done with a piece of evidence. */
export const EvidenceMenu = ({ evidence, editable }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const [update] = useUpdate<Evidence>();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [renaming, setRenaming] = useState(false);
  const { id, name, personalData } = evidence;
  const close = () => setAnchor(null);
  const save = (change: Partial<Evidence>, done: string) =>
    update(
      'evidence',
      { id, data: { ...evidence, ...change }, previousData: evidence },
      {
        mutationMode: 'pessimistic',
        onSuccess: () => notify(done, { type: 'success' }),
        onError: error => notify(error instanceof Error ? error.message : String(error), { type: 'error' }),
      },
    );
  if (!editable && evidence.kind === 'link') return null;
  return (
    <>
      <IconButton
        aria-label={translate('evidence.actions', { name })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={event => setAnchor(event.currentTarget)}
        sx={{ width: 40, height: 40, flex: 'none' }}
      >
        <MoreIcon fontSize="small" />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        {evidence.kind === 'file' ? (
          <MenuItem component="a" href={fileUrl(id)} download={name} onClick={close}>
            <ListItemIcon>
              <DownloadIcon fontSize="small" />
            </ListItemIcon>
            <ListItemText>{translate('evidence.download')}</ListItemText>
          </MenuItem>
        ) : null}
        {editable ? (
          <MenuItem
            onClick={() => {
              close();
              setRenaming(true);
            }}
          >
            <ListItemIcon>
              <RenameIcon fontSize="small" />
            </ListItemIcon>
            <ListItemText>{translate('evidence.rename')}</ListItemText>
          </MenuItem>
        ) : null}
        {editable ? (
          <MenuItem
            onClick={() => {
              close();
              void save({ personalData: !personalData }, personalData ? 'evidence.unmarked' : 'evidence.marked');
            }}
          >
            <ListItemIcon>
              <PersonalIcon fontSize="small" />
            </ListItemIcon>
            <ListItemText
              secondary={personalData ? undefined : translate('evidence.personalHelp')}
              slotProps={{ secondary: { sx: { maxWidth: 260, whiteSpace: 'normal' } } }}
            >
              {translate(personalData ? 'evidence.unmarkPersonal' : 'evidence.markPersonal')}
            </ListItemText>
          </MenuItem>
        ) : null}
      </Menu>
      {renaming ? (
        <RenameDialog
          name={name}
          onClose={() => setRenaming(false)}
          onRename={next => {
            setRenaming(false);
            void save({ name: next }, 'evidence.renamed');
          }}
        />
      ) : null}
    </>
  );
};
