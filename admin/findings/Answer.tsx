import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { Finding } from '../../sync/model/index.ts';
import { mayUse, useSession, useVerb } from '../data/index.ts';

/** The corrective action: written here by the agency that answers, or by the bureau for an agency without accounts. */
export const Answer = ({ finding }: { readonly finding: Finding }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { user } = useSession();
  const [action, setAction] = useState(finding.action);
  const { mutate, isPending } = useVerb<unknown>('findings', () => notify('finding.answered', { type: 'success' }));
  const [entering, setEntering] = useState(false);
  const open = finding.state === 'open' || finding.state === 'kept';
  if (!open || !mayUse(user.role, 'findings', 'answer'))
    return (
      <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
        {finding.action || translate('finding.notAnswered')}
      </Box>
    );
  const ours = finding.agencyId === user.agencyId;
  // It is for the agency to answer; the bureau writes only what came to it on paper.
  if (ours && !entering)
    return (
      <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
        <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {finding.action || translate('finding.waitsForAgency')}
        </Box>
        <Button className="no-print" variant="outlined" size="small" onClick={() => setEntering(true)}>
          {translate('finding.enterForThem')}
        </Button>
      </Box>
    );
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      <TextField
        multiline
        autoFocus={ours}
        minRows={3}
        margin="none"
        label={translate('resources.findings.fields.action')}
        value={action}
        onChange={event => setAction(event.target.value)}
        helperText={translate(ours ? 'finding.answerForThem' : 'finding.answerHelp')}
        slotProps={{ htmlInput: { maxLength: 4000 } }}
      />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button
          variant="contained"
          disabled={isPending || action.trim() === ''}
          onClick={() =>
            mutate({ id: finding.id, verb: 'answer', body: { version: finding.version, action: action.trim() } })
          }
        >
          {translate('verbs.finding.answer')}
        </Button>
        {ours ? <Button onClick={() => setEntering(false)}>{translate('ra.action.cancel')}</Button> : null}
      </Box>
    </Box>
  );
};
