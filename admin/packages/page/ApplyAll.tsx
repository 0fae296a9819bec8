import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { PacketDetail } from '../../../sync/model/index.ts';
import { useVerb } from '../../data/index.ts';
import { ConfirmDialog } from '../../verbs/index.ts';
import { packetKind } from '../use-packet.ts';

/** Applies a package that leaves nothing to decide: it only adds rows, or says what stands here already. */
export const ApplyAll = ({ packet }: { readonly packet: PacketDetail }) => {
  const translate = useTranslate();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { mutate, isPending } = useVerb<unknown>('packages', answer => {
    const done = packetKind.parse(answer);
    queries.setQueryData(packetKind.key(done.id), done);
    setAsking(false);
  });
  const { fresh, files } = packet.counts;
  return (
    <Box sx={{ my: 2 }}>
      <Button variant="contained" onClick={() => setAsking(true)}>
        {fresh > 0 ? translate('packages.page.applyAll', { fresh }) : translate('packages.page.applySame')}
      </Button>
      {asking ? (
        <ConfirmDialog
          title={translate('packages.page.applyTitle')}
          verb={translate('verbs.package.apply')}
          busy={isPending}
          onConfirm={() => mutate({ id: packet.id, verb: 'apply', body: { version: packet.version } })}
          onClose={() => setAsking(false)}
        >
          {fresh > 0 ? <p>{translate('packages.page.applyFresh', { fresh })}</p> : null}
          {files > 0 ? <p>{translate('packages.page.applyFiles', { smart_count: files })}</p> : null}
          <p>{translate('packages.page.undoable')}</p>
        </ConfirmDialog>
      ) : null}
    </Box>
  );
};
