import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { useGetOne, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { Collection, CollectionFileDetail, User } from '../../../sync/model/index.ts';
import { sizeText } from '../../evidence/format.ts';
import { RocDate } from '../../fields/index.ts';
import { Head, HeadFact, Original } from '../../pages/Head.tsx';
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
  const field = (name: string) => translate(`resources.collectionFiles.fields.${name}`);
  const { data: receiver } = useGetOne<User>('users', { id: file.receivedBy });
  const older = collection && file.edition !== null && file.edition !== collection.edition;
  return (
    <Head
      facts={
        <>
          <HeadFact label={field('state')}>
            <StandingChip standing={standingOf(file)} />
          </HeadFact>
          {agency ? (
            <HeadFact label={field('recipientId')}>
              <b>{agency}</b>
              {file.recognisedBy ? (
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {translate(`collection.by.${file.recognisedBy}`)}
                </Box>
              ) : null}
            </HeadFact>
          ) : null}
          {file.edition !== null ? (
            <HeadFact label={field('edition')}>
              {translate('collection.edition', { edition: file.edition })}
              {older ? (
                <Box component="span" sx={{ color: 'warning.main', fontWeight: 700 }}>
                  {translate('collection.files.older', { edition: collection.edition })}
                </Box>
              ) : null}
            </HeadFact>
          ) : null}
          <HeadFact label={field('createdAt')}>
            <RocDate value={file.createdAt} />
            {[translate(`collection.way.${file.via}`), receiver?.name].map(said => (said ? ` · ${said}` : ''))}
          </HeadFact>
          <HeadFact label={field('size')}>{sizeText(file.size)}</HeadFact>
          {collection ? (
            <HeadFact label={field('collectionId')} wide>
              <Link
                component={RouterLink}
                to={`/collections/${collection.id}/show?${new URLSearchParams({ tab: 'files' })}`}
              >
                {collection.name}
              </Link>
            </HeadFact>
          ) : null}
        </>
      }
    >
      <Original href={`/api/collectionFiles/${encodeURIComponent(file.id)}/file`} fileName={file.fileName}>
        {translate('exchange.downloadOriginal')}
      </Original>
      {children}
    </Head>
  );
};
