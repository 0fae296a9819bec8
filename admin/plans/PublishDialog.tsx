import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import Switch from '@mui/material/Switch';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Plan } from '../../sync/model/index.ts';
import { ConfirmDialog, type VerbDialogProps } from '../verbs/index.ts';

/** Publishing shows the plan to everybody; whether that includes who sits in its task force is asked where there is one. */
export const PublishDialog = ({ row, title, verb, busy, onConfirm, onClose }: VerbDialogProps<Plan>) => {
  const translate = useTranslate();
  const help = useId();
  const [hidden, setHidden] = useState(!row.membersPublic);
  const asks = row.sections.taskForce.length > 0;
  return (
    <ConfirmDialog
      title={title}
      verb={verb}
      busy={busy}
      onConfirm={() => onConfirm(asks ? { membersPublic: !hidden } : {})}
      onClose={onClose}
    >
      <p>{translate('plans.publishText')}</p>
      <p>{translate('plans.publishUndo')}</p>
      {asks ? (
        <>
          <FormControlLabel
            label={translate('plans.hideMembers')}
            control={
              <Switch
                checked={hidden}
                onChange={(_, on) => setHidden(on)}
                slotProps={{ input: { 'aria-describedby': help } }}
              />
            }
          />
          <FormHelperText id={help} sx={{ mt: 0 }}>
            {translate('plans.hideMembersHelp')}
          </FormHelperText>
        </>
      ) : null}
    </ConfirmDialog>
  );
};
