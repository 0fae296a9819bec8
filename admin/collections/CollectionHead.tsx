import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import { ReferenceField, TextField, useTranslate } from 'react-admin';
import { type Collection, collectionMachine, type Roster } from '../../sync/model/index.ts';
import { ClampedText, RocDate, StateChip } from '../fields/index.ts';
import { Head, HeadFact } from '../pages/Head.tsx';
import { VerbButtons } from '../verbs/index.ts';
import { came, RosterBar } from './Progress.tsx';
import { useRoster } from './use-roster.ts';
import { CloseDialog, OpenDialog } from './verb-dialogs.tsx';

interface FactsProps {
  readonly collection: Collection;
  readonly roster: Roster | undefined;
}

const Facts = ({ collection, roster }: FactsProps) => {
  const translate = useTranslate();
  const field = (name: string) => translate(`resources.collections.fields.${name}`);
  return (
    <>
      <HeadFact label={field('state')}>
        <StateChip machine="collection" state={collection.state} />
      </HeadFact>
      <HeadFact label={field('dueDate')}>
        <RocDate value={collection.dueDate} style="long" />
      </HeadFact>
      {roster && collection.state !== 'draft' ? (
        <HeadFact label={field('progress')}>
          <Box sx={{ display: 'flex', width: { xs: 120, md: 200 } }}>
            <RosterBar roster={roster} />
          </Box>
          <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
            {translate('collection.progress', came(roster))}
          </Box>
        </HeadFact>
      ) : null}
      <HeadFact label={field('templateId')} wide>
        <ReferenceField source="templateId" reference="templates" link="show" empty={<span />}>
          <TextField source="name" variant="body1" />
        </ReferenceField>
        {collection.edition > 1 ? (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {translate('collection.edition', { edition: collection.edition })}
          </Box>
        ) : null}
      </HeadFact>
      {collection.previousId ? (
        <HeadFact label={field('previousId')} wide>
          <ReferenceField source="previousId" reference="collections" link="show" empty={<span />}>
            <TextField source="name" variant="body1" />
          </ReferenceField>
        </HeadFact>
      ) : null}
      {collection.instructions ? (
        <HeadFact label={field('instructions')} wide>
          <ClampedText text={collection.instructions} lines={2} />
        </HeadFact>
      ) : null}
    </>
  );
};

/** What is asked, until when, and how far it is. */
export const CollectionHead = ({ collection }: { readonly collection: Collection }) => {
  const translate = useTranslate();
  const { data: roster } = useRoster(collection.id);
  return (
    <>
      <Head facts={<Facts collection={collection} roster={roster} />}>
        <VerbButtons
          resource="collections"
          name="collection"
          machine={collectionMachine}
          row={collection}
          usual={['open']}
          dialogs={{ open: OpenDialog, close: CloseDialog }}
        />
      </Head>
      {collection.state === 'draft' ? (
        <Alert severity="info" variant="outlined" sx={{ mb: 1.5, bgcolor: 'background.paper' }}>
          {translate('collection.draftText')}
        </Alert>
      ) : null}
      {roster && roster.making > 0 && collection.state === 'open' ? (
        <Box role="status" sx={{ mb: 1.5 }}>
          {translate('collection.making', { smart_count: roster.making })}
          <LinearProgress
            aria-label={translate('collection.makingLabel')}
            variant="determinate"
            value={100 - (roster.making / Math.max(roster.total, 1)) * 100}
            sx={{ mt: 0.5 }}
          />
        </Box>
      ) : null}
    </>
  );
};
