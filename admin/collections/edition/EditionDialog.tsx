import Autocomplete from '@mui/material/Autocomplete';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { type Collection, type EditionAnswer, editionAnswer, type Template } from '../../../sync/model/index.ts';
import { useSession, useVerb } from '../../data/index.ts';
import { useBoxWords } from '../../plan-tree/index.ts';
import { MappingTold } from './MappingTold.tsx';

interface Props {
  readonly collection: Collection;
  readonly onClose: () => void;
}

/** Issues a newer edition of the form, and tells how its questions go with the earlier ones. */
export const EditionDialog = ({ collection, onClose }: Props) => {
  const translate = useTranslate();
  const words = useBoxWords();
  const id = useId();
  const { user } = useSession();
  const [template, setTemplate] = useState<Template | null>(null);
  const [answer, setAnswer] = useState<EditionAnswer | null>(null);
  const { data: templates = [] } = useGetList<Template>('templates', {
    filter: { agencyId: user.agencyId },
    sort: { field: 'updatedAt', order: 'DESC' },
    pagination: { page: 1, perPage: 200 },
  });
  const { mutate, isPending } = useVerb<unknown>('collections', told => setAnswer(editionAnswer.parse(told)));
  const draft = collection.state === 'draft';
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth={answer ? 'md' : 'sm'} aria-labelledby={id}>
      <DialogTitle id={id}>
        {translate(
          answer
            ? 'collection.newEdition.issued'
            : draft
              ? 'collection.newEdition.replace'
              : 'collection.newEdition.title',
          { edition: answer?.collection.edition ?? collection.edition + 1 },
        )}
      </DialogTitle>
      <DialogContent>
        {answer ? (
          <MappingTold mapping={answer.mapping} />
        ) : (
          <>
            <p>{translate(draft ? 'collection.newEdition.draftText' : 'collection.newEdition.text')}</p>
            <Autocomplete
              {...words}
              options={templates.filter(one => one.id !== collection.templateId)}
              value={template}
              getOptionLabel={one => one.name}
              getOptionKey={one => one.id}
              isOptionEqualToValue={(a, b) => a.id === b.id}
              onChange={(_, next) => setTemplate(next)}
              renderInput={params => (
                <TextField {...params} label={translate('resources.collections.fields.templateId')} />
              )}
            />
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
            <Button
              variant="contained"
              disabled={isPending || template === null}
              onClick={() =>
                mutate({
                  id: collection.id,
                  verb: 'editions',
                  body: { version: collection.version, templateId: template?.id },
                })
              }
            >
              {translate(draft ? 'collection.newEdition.replaceVerb' : 'collection.newEdition.verb')}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  );
};
