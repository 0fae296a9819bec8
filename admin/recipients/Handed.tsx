import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useLocaleState, useTranslate } from 'react-admin';
import { type CollectionFile, say } from '../../sync/model/index.ts';
import { RocDate, StateChip } from '../fields/index.ts';
import { asLocale } from '../words/i18n.ts';

/** What was handed in, the newest first, and how it fares. */
export const Handed = ({ files }: { readonly files: readonly CollectionFile[] }) => {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {files
        .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
        .map(file => (
          <Box
            component="li"
            key={file.id}
            sx={{ py: 1, borderTop: 1, borderColor: 'divider', '&:first-of-type': { border: 0 } }}
          >
            <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'center' }}>
              <Link
                href={`/api/collectionFiles/${encodeURIComponent(file.id)}/file`}
                download={file.fileName}
                sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
              >
                {file.fileName}
              </Link>
              <StateChip machine="collectionFile" state={file.state} />
              <RocDate value={file.createdAt} />
            </Box>
            {file.problem ? <div>{say(file.problem.code, asLocale(locale), file.problem.params)}</div> : null}
            {file.state === 'rejected' ? (
              <div>{translate('exchange.rejected.text', { reason: file.stateReason })}</div>
            ) : null}
          </Box>
        ))}
    </Box>
  );
};
