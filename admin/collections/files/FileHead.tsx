import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { useGetOne, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { Collection, CollectionFileDetail, User } from '../../../sync/model/index.ts';
import { sizeText } from '../../evidence/format.ts';
import { RocDate } from '../../fields/index.ts';
import { FileFact } from './FileFact.tsx';
import { StandingChip } from './StandingChip.tsx';
import { standingOf } from './standing.ts';

interface Props {
  readonly file: CollectionFileDetail;
  readonly collection: Collection | undefined;
  readonly agency: string;
  readonly children: ReactNode;
}

/** Whose file it is and how that is known, in what state, and the file itself as it came. */
export const FileHead = ({ file, collection, agency, children }: Props) => {
  const translate = useTranslate();
  const { data: receiver } = useGetOne<User>('users', { id: file.receivedBy });
  const older = collection && file.edition !== null && file.edition !== collection.edition;
  return (
    <Card sx={{ px: 2, py: 1.5, mb: 2, display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
      <Box
        component="dl"
        sx={{ m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 3.5, rowGap: 0.25, flex: '1 1 420px' }}
      >
        <FileFact source="state">
          <StandingChip standing={standingOf(file)} />
        </FileFact>
        {agency ? (
          <FileFact source="recipientId">
            <b>{agency}</b>
            {file.recognisedBy ? (
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {translate(`collection.by.${file.recognisedBy}`)}
              </Box>
            ) : null}
          </FileFact>
        ) : null}
        {file.edition !== null ? (
          <FileFact source="edition">
            {translate('collection.edition', { edition: file.edition })}
            {older ? (
              <Box component="span" sx={{ color: 'warning.main', fontWeight: 700 }}>
                {translate('collection.files.older', { edition: collection.edition })}
              </Box>
            ) : null}
          </FileFact>
        ) : null}
        <FileFact source="createdAt">
          <RocDate value={file.createdAt} /> {translate(`collection.way.${file.via}`)} {receiver?.name ?? ''}
        </FileFact>
        <FileFact source="size">{sizeText(file.size)}</FileFact>
        {collection ? (
          <FileFact source="collectionId" wide>
            <Link
              component={RouterLink}
              to={`/collections/${collection.id}/show?${new URLSearchParams({ tab: 'files' })}`}
            >
              {collection.name}
            </Link>
          </FileFact>
        ) : null}
      </Box>
      <Box className="no-print" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <Button
          component="a"
          href={`/api/collectionFiles/${encodeURIComponent(file.id)}/file`}
          download={file.fileName}
          startIcon={<DownloadIcon />}
        >
          {translate('exchange.downloadOriginal')}
        </Button>
        {children}
      </Box>
    </Card>
  );
};
