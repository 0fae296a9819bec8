import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import LinearProgress from '@mui/material/LinearProgress';
import { ReferenceField, TextField, useTranslate } from 'react-admin';
import { type Collection, collectionMachine } from '../../sync/model/index.ts';
import { ClampedText, RocDate, StateChip } from '../fields/index.ts';
import { Fact, Facts } from '../pages/index.ts';
import { VerbButtons } from '../verbs/index.ts';
import { came, RosterBar } from './Progress.tsx';
import { useRoster } from './use-roster.ts';
import { CloseDialog, OpenDialog } from './verb-dialogs.tsx';

/** What is asked, until when, and how far it is. */
export const CollectionHead = ({ collection }: { readonly collection: Collection }) => {
  const translate = useTranslate();
  const { data: roster } = useRoster(collection.id);
  const counted = roster ? came(roster) : null;
  return (
    <Card sx={{ px: 2.5, py: 1.5, mb: 1.5 }}>
      <Box
        sx={{
          display: 'grid',
          columnGap: 4,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1fr)' },
        }}
      >
        <Facts>
          <Fact source="state">
            <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, alignItems: 'center' }}>
              <StateChip machine="collection" state={collection.state} />
              <Box className="no-print" sx={{ display: 'flex', gap: 1 }}>
                <VerbButtons
                  resource="collections"
                  name="collection"
                  machine={collectionMachine}
                  row={collection}
                  usual={['open']}
                  size="small"
                  dialogs={{ open: OpenDialog, close: CloseDialog }}
                />
              </Box>
            </Box>
          </Fact>
          <Fact source="dueDate">
            <RocDate value={collection.dueDate} style="long" />
          </Fact>
          <Fact source="templateId">
            <ReferenceField source="templateId" reference="templates" link="show" empty={<span />}>
              <TextField source="name" variant="body1" />
            </ReferenceField>
            {collection.edition > 1 ? (
              <Box component="span" sx={{ ml: 1, color: 'text.secondary' }}>
                {translate('collection.edition', { edition: collection.edition })}
              </Box>
            ) : null}
          </Fact>
        </Facts>
        <Facts>
          {counted && collection.state !== 'draft' ? (
            <Fact source="progress">
              <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
                {roster ? <RosterBar roster={roster} /> : null}
                <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
                  {translate('collection.progress', counted)}
                </Box>
              </Box>
            </Fact>
          ) : null}
          {collection.instructions ? (
            <Fact source="instructions">
              <ClampedText text={collection.instructions} lines={2} />
            </Fact>
          ) : null}
          {collection.previousId ? (
            <Fact source="previousId">
              <ReferenceField source="previousId" reference="collections" link="show" empty={<span />}>
                <TextField source="name" variant="body1" />
              </ReferenceField>
            </Fact>
          ) : null}
        </Facts>
      </Box>
      {collection.state === 'draft' ? (
        <Alert severity="info" variant="outlined" sx={{ mt: 1 }}>
          {translate('collection.draftText')}
        </Alert>
      ) : null}
      {roster && roster.making > 0 && collection.state === 'open' ? (
        <Box role="status" sx={{ mt: 1 }}>
          {translate('collection.making', { smart_count: roster.making })}
          <LinearProgress
            aria-label={translate('collection.makingLabel')}
            variant="determinate"
            value={100 - (roster.making / Math.max(roster.total, 1)) * 100}
            sx={{ mt: 0.5 }}
          />
        </Box>
      ) : null}
    </Card>
  );
};
