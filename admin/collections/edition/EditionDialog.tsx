import Autocomplete from '@mui/material/Autocomplete';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import {
  type Collection,
  type EditionAnswer,
  editionAnswer,
  editionMapping,
  rowKey,
  type Template,
} from '../../../sync/model/index.ts';
import { callVerb, useSession, useVerb } from '../../data/index.ts';
import { PageSkeleton } from '../../layout/index.ts';
import { Failed } from '../../pages/Failed.tsx';
import { useBoxWords } from '../../plan-tree/index.ts';
import { useNamesApart } from '../../templates/names.ts';
import { MappingChoice, type Said } from './MappingChoice.tsx';

interface Props {
  readonly collection: Collection;
  readonly onClose: () => void;
}

const nothingSaid: Said = {};

/** How the rows of a template go with the questions so far; nothing is changed by looking. */
const useMapping = ({ id, version }: Collection, templateId: string | undefined) =>
  useQuery({
    queryKey: ['collections', 'mapping', id, version, templateId],
    queryFn: async () =>
      editionMapping.parse(await callVerb('collections', id, 'editions/preview', { version, templateId })),
    enabled: templateId !== undefined,
    retry: false,
  });

/** Issues a newer edition of the form, after a person saw how its questions go with the earlier ones. */
export const EditionDialog = ({ collection, onClose }: Props) => {
  const translate = useTranslate();
  const words = useBoxWords();
  const id = useId();
  const { user } = useSession();
  const [template, setTemplate] = useState<Template | null>(null);
  const [said, setSaid] = useState<Said>(nothingSaid);
  const [answer, setAnswer] = useState<EditionAnswer | null>(null);
  const { data: templates = [] } = useGetList<Template>('templates', {
    filter: { agencyId: user.agencyId },
    sort: { field: 'updatedAt', order: 'DESC' },
    pagination: { page: 1, perPage: 200 },
  });
  const nameOf = useNamesApart(templates);
  const mapping = useMapping(collection, answer === null ? template?.id : undefined);
  const { mutate, isPending } = useVerb<unknown>('collections', told => setAnswer(editionAnswer.parse(told)));
  const draft = collection.state === 'draft';
  const issue = () =>
    mutate({
      id: collection.id,
      verb: 'editions',
      body: {
        version: collection.version,
        templateId: template?.id,
        rows: (mapping.data?.new ?? []).flatMap(({ sheet, row }) => {
          const rowId = said[rowKey(sheet, row)];
          return rowId ? [{ sheet, row, rowId }] : [];
        }),
      },
    });
  const title = answer
    ? 'collection.newEdition.issued'
    : draft
      ? 'collection.newEdition.replace'
      : 'collection.newEdition.title';
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby={id}>
      <DialogTitle id={id}>
        {translate(title, { edition: answer?.collection.edition ?? collection.edition + 1 })}
      </DialogTitle>
      <DialogContent>
        {answer ? (
          <MappingChoice mapping={answer.mapping} said={nothingSaid} />
        ) : (
          <>
            <p>{translate(draft ? 'collection.newEdition.draftText' : 'collection.newEdition.text')}</p>
            <Autocomplete
              {...words}
              options={templates.filter(one => one.id !== collection.templateId)}
              value={template}
              getOptionLabel={nameOf}
              getOptionKey={one => one.id}
              isOptionEqualToValue={(a, b) => a.id === b.id}
              onChange={(_, next) => {
                setTemplate(next);
                setSaid(nothingSaid);
              }}
              renderInput={params => (
                <TextField {...params} label={translate('resources.collections.fields.templateId')} />
              )}
            />
            {mapping.error ? <Failed error={mapping.error} onAgain={() => void mapping.refetch()} /> : null}
            {template && mapping.isPending && !mapping.error ? <PageSkeleton /> : null}
            {mapping.data ? (
              <MappingChoice
                mapping={mapping.data}
                said={said}
                onSay={(place, rowId) => setSaid(before => ({ ...before, [place]: rowId }))}
              />
            ) : null}
          </>
        )}
      </DialogContent>
      <DialogActions>
        {answer ? (
          <Button variant="contained" onClick={onClose}>
            {translate('ra.action.close')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
            <Button variant="contained" disabled={isPending || mapping.data === undefined} onClick={issue}>
              {translate(draft ? 'collection.newEdition.replaceVerb' : 'collection.newEdition.verb')}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  );
};
