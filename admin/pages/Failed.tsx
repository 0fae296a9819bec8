import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';

/** A part of a page that could not be read: why, and again. */
export const Failed = ({ error, onAgain }: { readonly error: Error; readonly onAgain: () => void }) => {
  const translate = useTranslate();
  return (
    <Alert severity="error" action={<Button onClick={onAgain}>{translate('shell.tryAgain')}</Button>}>
      {translate(error.message, { _: error.message })}
    </Alert>
  );
};
