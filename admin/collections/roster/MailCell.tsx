import FailedIcon from '@mui/icons-material/ReportGmailerrorredOutlined';
import WaitIcon from '@mui/icons-material/ScheduleSendOutlined';
import Box from '@mui/material/Box';
import { useLocaleState, useTranslate } from 'react-admin';
import { type Recipient, say } from '../../../sync/model/index.ts';
import { Chip, RocDate } from '../../fields/index.ts';
import { asLocale } from '../../words/i18n.ts';

/** When and how the form went out; a mail that could not be delivered says why. */
export const MailCell = ({ recipient }: { readonly recipient: Recipient }) => {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { sentAt, sentVia, mailState, mailProblem, mailTo } = recipient;
  return (
    <>
      {sentAt ? (
        <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
          <RocDate value={sentAt} withTime={false} />{' '}
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {sentVia ? translate(`collection.way.${sentVia}`) : ''}
          </Box>
        </Box>
      ) : null}
      {mailState === 'waiting' ? (
        <Chip icon={WaitIcon} tone="neutral" word={translate('collection.mail.waiting')} />
      ) : null}
      {mailState === 'failed' ? <Chip icon={FailedIcon} tone="bad" word={translate('collection.mail.failed')} /> : null}
      {mailProblem || mailState === 'failed' ? (
        <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem', overflowWrap: 'anywhere' }}>
          {mailProblem ? say(mailProblem.code, asLocale(locale), mailProblem.params) : mailTo}
        </Box>
      ) : null}
    </>
  );
};
