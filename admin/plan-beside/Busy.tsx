import Alert from '@mui/material/Alert';
import { useTranslate } from 'react-admin';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';

/** What stands where an answer is still on its way, or was refused. */
export const Busy = ({ error }: { readonly error: Error | null }) => {
  const translate = useTranslate();
  return error ? <Alert severity="error">{translate(error.message, { _: error.message })}</Alert> : <PageSkeleton />;
};
