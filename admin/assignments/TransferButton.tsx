import HandOverIcon from '@mui/icons-material/SwapHorizOutlined';
import { useState } from 'react';
import { Button, useCanAccess } from 'react-admin';
import { TransferDialog } from './TransferDialog.tsx';

/** Hands everything of a leaver to a colleague. */
export const TransferButton = () => {
  const { canAccess } = useCanAccess({ resource: 'assignments', action: 'transfer' });
  const [open, setOpen] = useState(false);
  if (!canAccess) return null;
  return (
    <>
      <Button label="assignments.transfer" onClick={() => setOpen(true)}>
        <HandOverIcon />
      </Button>
      {open ? <TransferDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
};
