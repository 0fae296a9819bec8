import Button from '@mui/material/Button';
import { useCloseNotification, useNotify, useTranslate } from 'react-admin';

const Undo = ({ onUndo }: { readonly onUndo: () => void }) => {
  const translate = useTranslate();
  const close = useCloseNotification();
  return (
    <Button
      size="small"
      color="inherit"
      onClick={() => {
        onUndo();
        close();
      }}
    >
      {translate('ra.action.undo')}
    </Button>
  );
};

/** Says that something was done, with a button that takes it back. */
export function useUndoNotice(): (message: string, onUndo: () => void) => void {
  const notify = useNotify();
  return (message, onUndo) =>
    notify(message, { type: 'info', autoHideDuration: 8000, action: <Undo onUndo={onUndo} /> });
}
