import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Link from '@mui/material/Link';
import { type ReactNode, useId } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';

interface Props {
  readonly title: string;
  /** Said before the list, or instead of it. */
  readonly children: ReactNode;
  /** Files that stayed as they were: what each is called, and why. */
  readonly left: readonly { readonly id: string; readonly name: string; readonly why: string }[];
  readonly onClose: () => void;
}

/** What became of files that were dealt with at once, and those that were left. */
export const LeftFiles = ({ title, children, left, onClose }: Props) => {
  const translate = useTranslate();
  const titleId = useId();
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent>
        <p>{children}</p>
        {left.length > 0 ? (
          <Box component="ul" sx={{ m: 0, pl: 2.5, maxHeight: 320, overflowY: 'auto', overflowWrap: 'anywhere' }}>
            {left.map(({ id, name, why }) => (
              <li key={id}>
                <Link component={RouterLink} to={`/collectionFiles/${id}/show`}>
                  {name}
                </Link>
                {'　'}
                {why}
              </li>
            ))}
          </Box>
        ) : null}
      </DialogContent>
      <DialogActions>
        <Button autoFocus variant="contained" onClick={onClose}>
          {translate('ra.action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
