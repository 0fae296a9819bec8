import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useTranslate } from 'react-admin';
import { forget, resume, type Sending } from './sending.ts';

/** How far sending is; afterwards what came, what had come before, and what could not be taken and why. */
export const SendingReport = ({ path, sending }: { readonly path: string; readonly sending: Sending }) => {
  const translate = useTranslate();
  const { total, done, share, refused, repeated, taken, unsent, busy } = sending;
  if (total === 0) return null;
  if (busy)
    return (
      <Box role="status" sx={{ mb: 2 }}>
        {translate('collection.sending.busy', { done, smart_count: total })}
        <LinearProgress
          aria-label={translate('collection.sending.label')}
          variant="determinate"
          value={((done + share) / Math.max(total, 1)) * 100}
          sx={{ mt: 0.5, height: 8, borderRadius: 1 }}
        />
      </Box>
    );
  if (unsent.length > 0)
    return (
      <Alert
        role="alert"
        severity="error"
        variant="outlined"
        sx={{ mb: 2, bgcolor: 'background.paper' }}
        action={
          <>
            <Button onClick={() => forget(path)}>{translate('collection.sending.giveUp')}</Button>
            <Button variant="contained" onClick={() => void resume(path)}>
              {translate('collection.sending.resume')}
            </Button>
          </>
        }
      >
        <AlertTitle>{translate('collection.sending.broken', { smart_count: unsent.length })}</AlertTitle>
        {translate('collection.sending.kept', { smart_count: done })}
      </Alert>
    );
  return (
    <Alert
      role="status"
      severity={refused.length > 0 ? 'warning' : 'success'}
      variant="outlined"
      onClose={() => forget(path)}
      closeText={translate('ra.action.close')}
      sx={{ mb: 2, bgcolor: 'background.paper' }}
    >
      <b>{translate(taken > 0 ? 'collection.sending.done' : 'collection.sending.nothing', { smart_count: taken })}</b>{' '}
      {repeated > 0 ? translate('collection.sending.repeated', { smart_count: repeated }) : null}
      {refused.length > 0 ? (
        <>
          <div>{translate('collection.sending.refused', { smart_count: refused.length })}</div>
          <Box component="ul" sx={{ m: 0, pl: 2.5, maxHeight: 240, overflowY: 'auto' }}>
            {refused.map(({ name, message }) => (
              <li key={name}>
                <b>{name}</b>　{translate(message, { _: message })}
              </li>
            ))}
          </Box>
        </>
      ) : null}
    </Alert>
  );
};
