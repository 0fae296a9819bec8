import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useLocaleState, useNotify, useTranslate } from 'react-admin';
import { type CollectionFileDetail, say } from '../../../sync/model/index.ts';
import { request } from '../../data/index.ts';
import { pathOf } from '../../merge-preview/use-settling.ts';
import { useBoxWords } from '../../plan-tree/index.ts';
import { asLocale } from '../../words/i18n.ts';
import { useAgencyNames, useRecipients } from '../use-collection.ts';
import { fileKind } from './use-file.ts';

interface Props {
  readonly file: CollectionFileDetail;
  readonly onDone: () => void;
}

const why = new Set([
  'collection_agency_unknown',
  'collection_file_foreign',
  'collection_recipient_unknown',
  'collection_names_differ',
]);

/** Whose a file is: the likely agencies first, all others by name. */
export const Whose = ({ file, onDone }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const words = useBoxWords();
  const [locale] = useLocaleState();
  const { data: recipients } = useRecipients(file.collectionId);
  const { nameOf } = useAgencyNames();
  const [busy, setBusy] = useState(false);
  const choices = useMemo(
    () =>
      (recipients ?? [])
        .map(({ id, agencyId }) => ({ id, name: nameOf(agencyId) }))
        .sort((a, b) => a.name.localeCompare(b.name, 'zh-TW')),
    [recipients, nameOf],
  );
  const likely = file.candidates.flatMap(({ recipientId, score }) => {
    const choice = choices.find(({ id }) => id === recipientId);
    return choice ? [{ ...choice, score }] : [];
  });
  const told = file.issues.filter(({ code }) => why.has(code));
  const choose = async (recipientId: string) => {
    setBusy(true);
    try {
      const { json } = await request(pathOf(fileKind, file.id), {
        method: 'PATCH',
        json: { version: file.version, recipientId },
      });
      queries.setQueryData(fileKind.key(file.id), fileKind.parse(json));
      await queries.invalidateQueries();
      onDone();
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { type: 'error' });
      await queries.invalidateQueries();
    }
    setBusy(false);
  };
  return (
    <>
      {told.map(issue => (
        <p key={issue.code}>{say(issue.code, asLocale(locale), issue.params)}</p>
      ))}
      {likely.length > 0 ? (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, mb: 1.5, p: 0 }}>
          {likely.map(({ id, name, score }, at) => (
            <Box
              component="li"
              key={id}
              sx={{
                display: 'flex',
                flexWrap: 'wrap',
                alignItems: 'center',
                gap: 1.5,
                py: 0.75,
                borderTop: 1,
                borderColor: 'divider',
              }}
            >
              <Box sx={{ flex: '1 1 200px' }}>
                <b>{name}</b>{' '}
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {translate('collection.whose.alike', { percent: Math.round(score * 100) })}
                </Box>
              </Box>
              <Button
                variant={at === 0 ? 'contained' : 'outlined'}
                disabled={busy}
                onClick={() => void choose(id)}
                aria-label={translate('collection.whose.isNamed', { name })}
              >
                {translate('collection.whose.is')}
              </Button>
            </Box>
          ))}
        </Box>
      ) : null}
      <Autocomplete
        {...words}
        disabled={busy}
        options={choices}
        value={null}
        getOptionLabel={choice => choice.name}
        getOptionKey={choice => choice.id}
        onChange={(_, choice) => choice && void choose(choice.id)}
        renderInput={params => (
          <TextField
            {...params}
            label={translate(likely.length > 0 ? 'collection.whose.other' : 'collection.whose.all')}
          />
        )}
      />
    </>
  );
};
