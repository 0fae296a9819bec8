import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import RenameIcon from '@mui/icons-material/DriveFileRenameOutlineOutlined';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { HttpError, useNotify, useRedirect, useTranslate } from 'react-admin';
import { z } from 'zod';
import { type TemplateDetail, templateDetail } from '../../sync/model/index.ts';
import { request } from '../data/index.ts';
import { ConfirmDialog } from '../verbs/index.ts';
import { pathOfTemplate, templateKey } from './use-template.ts';

interface Props {
  readonly template: TemplateDetail;
}

const longest = 255;

const taken = z.object({ code: z.literal('template_name_taken'), details: z.object({ free: z.string() }) });

/** A name that is free, where the one that was wished for is not. */
function freeIn(error: unknown): string | null {
  const told = taken.safeParse(error instanceof HttpError ? error.body : null);
  return told.success ? told.data.details.free : null;
}

/** Calls a template by another name. */
export const RenameButton = ({ template }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const id = useId();
  const [name, setName] = useState<string | null>(null);
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: async (next: string) => {
      const json = { version: template.version, name: next };
      return templateDetail.parse((await request(pathOfTemplate(template.id), { method: 'PATCH', json })).json);
    },
    onSuccess: next => {
      queries.setQueryData(templateKey(next.id), next);
      void queries.invalidateQueries({ queryKey: ['templates', 'getList'] });
      setName(null);
    },
    onError: (error: Error) => {
      if (freeIn(error) !== null) return;
      notify(error.message, { type: 'error' });
      void queries.invalidateQueries({ queryKey: templateKey(template.id) });
    },
  });
  const free = freeIn(error);
  const change = (next: string | null) => {
    setName(next);
    reset();
  };
  return (
    <>
      <Button variant="outlined" startIcon={<RenameIcon />} onClick={() => change(template.name)}>
        {translate('templates.rename')}
      </Button>
      {name === null ? null : (
        <Dialog open onClose={() => change(null)} fullWidth maxWidth="sm" aria-labelledby={id}>
          <DialogTitle id={id}>{translate('templates.rename')}</DialogTitle>
          <DialogContent>
            <TextField
              autoFocus
              required
              label={translate('resources.templates.fields.name')}
              value={name}
              onChange={event => change(event.target.value)}
              error={free !== null}
              helperText={free === null ? undefined : error?.message}
              slotProps={{ htmlInput: { maxLength: longest } }}
            />
            {free === null ? null : (
              <Button size="small" onClick={() => change(free)}>
                {translate('templates.renameInstead', { name: free })}
              </Button>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={() => change(null)}>{translate('ra.action.cancel')}</Button>
            <Button variant="contained" disabled={isPending || name.trim() === ''} onClick={() => mutate(name.trim())}>
              {translate('ra.action.save')}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  );
};

/** Removes a template that no form was issued through. */
export const DeleteButton = ({ template }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const redirect = useRedirect();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { mutate, isPending } = useMutation({
    mutationFn: () => request(pathOfTemplate(template.id), { method: 'DELETE' }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['templates', 'getList'] });
      notify('templates.deleted', { type: 'success', messageArgs: { name: template.name } });
      redirect('list', 'templates');
    },
    onError: (error: Error) => {
      setAsking(false);
      notify(error.message, { type: 'error' });
    },
  });
  return (
    <>
      <Button variant="outlined" startIcon={<DeleteIcon />} onClick={() => setAsking(true)}>
        {translate('ra.action.delete')}
      </Button>
      {asking ? (
        <ConfirmDialog
          title={translate('templates.deleteTitle')}
          verb={translate('ra.action.delete')}
          busy={isPending}
          onConfirm={() => mutate()}
          onClose={() => setAsking(false)}
        >
          {translate('templates.deleteText', { name: template.name })}
        </ConfirmDialog>
      ) : null}
    </>
  );
};
