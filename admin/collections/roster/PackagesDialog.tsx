import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useGetList, useNotify, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { type Collection, packetsMade, type TrustedKey } from '../../../sync/model/index.ts';
import { request } from '../../data/index.ts';
import { fileOfPacket } from '../../packages/use-packet.ts';
import { ConfirmDialog } from '../../verbs/index.ts';
import type { Line } from './roster.ts';

interface Props {
  readonly collection: Collection;
  readonly lines: readonly Line[];
  readonly onClose: () => void;
}

const mostInAddress = 6000;

function open(href: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = '';
  link.click();
}

/** Packages for agencies that run a system of their own: one is had as it is, several as one archive. */
export const PackagesDialog = ({ collection, lines, onClose }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const { data: keys } = useGetList<TrustedKey>('trustedKeys', {
    filter: { state: 'trusted' },
    pagination: { page: 1, perPage: 5000 },
  });
  const trusted = new Set(keys?.map(({ peerAgencyId }) => peerAgencyId));
  const reached = lines.filter(({ recipient }) => trusted.has(recipient.agencyId));
  const without = lines.length - reached.length;
  const path = `/api/collections/${encodeURIComponent(collection.id)}/packages`;
  const make = useMutation({
    mutationFn: async () => {
      const json = { recipientIds: reached.map(({ recipient }) => recipient.id) };
      return packetsMade.parse((await request(path, { method: 'POST', json })).json);
    },
    onSuccess: ({ packetIds }) => {
      void queries.invalidateQueries({ queryKey: ['packages'] });
      void queries.invalidateQueries({ queryKey: ['recipients'] });
      const [only, ...more] = packetIds;
      if (only && more.length === 0) open(fileOfPacket(only));
      else {
        const ids = reached.map(({ recipient }) => recipient.id).join(',');
        // An address has its bounds; for very many agencies the archive is that of all.
        open(ids.length < mostInAddress ? `${path}.zip?${new URLSearchParams({ recipientIds: ids })}` : `${path}.zip`);
      }
      notify('collection.packages.done', { type: 'success', messageArgs: { smart_count: packetIds.length } });
      onClose();
    },
    onError: (error: Error) => notify(error.message, { type: 'error' }),
  });
  const nobody = keys !== undefined && reached.length === 0;
  return (
    <ConfirmDialog
      title={translate(nobody ? 'collection.packages.nobody' : 'collection.packages.title', {
        smart_count: reached.length,
      })}
      verb={translate('collection.packages.verb')}
      busy={make.isPending || reached.length === 0}
      onConfirm={() => make.mutate()}
      onClose={onClose}
    >
      {nobody ? (
        <p>{translate('collection.packages.nobodyText')}</p>
      ) : (
        <>
          <p>{translate('collection.packages.text')}</p>
          {without > 0 && keys ? <p>{translate('collection.packages.without', { smart_count: without })}</p> : null}
        </>
      )}
      {without > 0 && keys ? (
        <Button component={Link} to="/packages/keys" size="small">
          {translate('collection.packages.keys')}
        </Button>
      ) : null}
    </ConfirmDialog>
  );
};
