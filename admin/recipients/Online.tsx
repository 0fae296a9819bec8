import OpenIcon from '@mui/icons-material/OpenInNewOutlined';
import SendIcon from '@mui/icons-material/SendOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useNotify, useTranslate } from 'react-admin';
import type { Collection, Recipient } from '../../sync/model/index.ts';
import { Standing } from '../collections/online/Standing.tsx';
import { isBusy, useSheets } from '../collections/online/use-sheets.ts';
import { mayUse, useSession, useVerb } from '../data/index.ts';
import { rocText } from '../fields/index.ts';
import { Panel } from '../pages/Panel.tsx';

interface Props {
  readonly recipient: Recipient;
  readonly collection: Collection;
}

/** The form as a spreadsheet at Google, where the bureau handed it out so: fill it in there, then say that it is done. */
export const Online = ({ recipient, collection }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { user } = useSession();
  const sheet = useSheets({ recipientId: recipient.id }).get(recipient.id);
  const { mutate, isPending } = useVerb<unknown>('recipientSheets', () =>
    notify('online.handInDone', { type: 'info' }),
  );
  if (!sheet?.url) return null;
  const { id, url, version } = sheet;
  const isOpen = collection.state === 'open';
  return (
    <Panel title={translate('online.ownTitle')}>
      <p>{translate('online.ownText', { due: rocText(collection.dueDate) })}</p>
      <Standing sheet={sheet} />
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        <Button
          component="a"
          variant="contained"
          startIcon={<OpenIcon />}
          href={url}
          target="_blank"
          rel="noopener noreferrer"
        >
          {translate('online.fillIn')}
        </Button>
        {isOpen && mayUse(user.role, 'recipientSheets', 'take') ? (
          <Button
            variant="outlined"
            startIcon={<SendIcon />}
            disabled={isPending || isBusy(sheet)}
            onClick={() => mutate({ id, verb: 'take', body: { version } })}
          >
            {translate('online.handIn')}
          </Button>
        ) : null}
      </Box>
    </Panel>
  );
};
