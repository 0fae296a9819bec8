import KeyIcon from '@mui/icons-material/KeyOutlined';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, useCanAccess, useNotify, useRecordContext } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { z } from 'zod';
import type { User } from '../../sync/model/index.ts';
import { ResetLinkDialog } from './ResetLinkDialog.tsx';
import { makeResetLink, type ResetLink } from './reset-link.ts';

const handed = z.object({ link: z.object({ url: z.string(), expiresAt: z.string() }) });

/** Makes a one-time link for the person; a new account arrives here with its first one. */
export const ResetLinkButton = () => {
  const notify = useNotify();
  const user = useRecordContext<User>();
  const { canAccess } = useCanAccess({ resource: 'users', action: 'resetLink' });
  const arrived = handed.safeParse(useLocation().state);
  const [link, setLink] = useState<ResetLink | null>(arrived.success ? arrived.data.link : null);
  const { mutate, isPending } = useMutation({
    mutationFn: makeResetLink,
    onSuccess: setLink,
    onError: (error: Error) => notify(error.message, { type: 'error' }),
  });
  if (!user || !canAccess) return null;
  return (
    <>
      <Button label="users.link.make" disabled={isPending} onClick={() => mutate(user.id)}>
        <KeyIcon />
      </Button>
      {link ? <ResetLinkDialog name={user.name} link={link} onClose={() => setLink(null)} /> : null}
    </>
  );
};
