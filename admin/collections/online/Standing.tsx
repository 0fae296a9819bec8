import FailedIcon from '@mui/icons-material/CloudOffOutlined';
import EditedIcon from '@mui/icons-material/EditNoteOutlined';
import WaitIcon from '@mui/icons-material/HourglassEmptyOutlined';
import Box from '@mui/material/Box';
import { useLocaleState, useTranslate } from 'react-admin';
import { type RecipientSheet, say } from '../../../sync/model/index.ts';
import { Chip, RocDate } from '../../fields/index.ts';
import { asLocale } from '../../words/i18n.ts';
import { isBusy } from './use-sheets.ts';

/** What became of a spreadsheet: being made, written in and not taken back, taken back, or why it stopped. */
export const Standing = ({ sheet }: { readonly sheet: RecipientSheet }) => {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { state, problem, editedAt, takenAt, takeNext, fileId } = sheet;
  const problemText = problem ? say(problem.code, asLocale(locale), problem.params) : null;
  return (
    <>
      {isBusy(sheet) ? (
        <Chip icon={WaitIcon} tone="note" word={translate(takeNext ? 'online.taking' : 'online.making')} />
      ) : state === 'failed' || (state === 'publishing' && problem) ? (
        <Chip
          icon={FailedIcon}
          tone={state === 'failed' ? 'bad' : 'watch'}
          word={translate(state === 'failed' ? 'online.failed' : 'online.later')}
        />
      ) : editedAt ? (
        <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', columnGap: 1 }}>
          <Chip icon={EditedIcon} tone="watch" word={translate('online.edited')} />
          <RocDate value={editedAt} />
        </Box>
      ) : takenAt ? (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {translate(fileId === null ? 'online.nothingNew' : 'online.taken')} <RocDate value={takenAt} />
        </Box>
      ) : (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {translate('online.untouched')}
        </Box>
      )}
      {problemText ? (
        <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem', overflowWrap: 'anywhere', maxWidth: 420 }}>
          {problemText}
        </Box>
      ) : null}
    </>
  );
};
