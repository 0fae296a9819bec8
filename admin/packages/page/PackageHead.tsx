import UnknownIcon from '@mui/icons-material/GppMaybeOutlined';
import KnownIcon from '@mui/icons-material/VerifiedUserOutlined';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useGetOne, useTranslate } from 'react-admin';
import { type Agency, inGroups, type PacketDetail, type User } from '../../../sync/model/index.ts';
import { sizeText } from '../../evidence/format.ts';
import { Chip, RocDate, StateChip } from '../../fields/index.ts';
import { Head, HeadFact, Original } from '../../pages/Head.tsx';
import { fileOfPacket } from '../use-packet.ts';

/** Refusals that leave no doubt whose the package is not, and what is said of its key. */
const strange: Readonly<Record<string, string>> = {
  package_unknown_key: 'unknown',
  package_revoked_key: 'revoked',
  package_own: 'own',
};

/** Who sent this and when, whether their key is known, and the file itself as it came. */
export const PackageHead = ({ packet, children }: { readonly packet: PacketDetail; readonly children?: ReactNode }) => {
  const translate = useTranslate();
  const { peerAgencyId, fingerprint } = packet;
  const { data: peer } = useGetOne<Agency>('agencies', { id: peerAgencyId ?? '' }, { enabled: peerAgencyId !== null });
  const { data: handler } = useGetOne<User>('users', { id: packet.handledBy });
  const wrong = strange[packet.problem?.code ?? ''] ?? (peerAgencyId === null ? 'unknown' : null);
  const known = wrong === null;
  const field = (name: string) => translate(`resources.packages.fields.${name}`);
  return (
    <Head
      facts={
        <>
          <HeadFact label={field('state')}>
            <StateChip machine="package" state={packet.state} />
          </HeadFact>
          <HeadFact label={field('kind')}>{translate(`packages.kinds.${packet.kind ?? 'unknown'}`)}</HeadFact>
          {packet.peerName ? (
            <HeadFact label={translate(packet.direction === 'sent' ? 'packages.page.to' : 'packages.page.from')}>
              {packet.peerName}
              {known && peer && peer.name !== packet.peerName ? (
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {translate('packages.page.here', { name: peer.name })}
                </Box>
              ) : null}
            </HeadFact>
          ) : null}
          {packet.packedAt ? (
            <HeadFact label={field('packedAt')}>
              <RocDate value={packet.packedAt} />
            </HeadFact>
          ) : null}
          <HeadFact label={field('createdAt')}>
            <RocDate value={packet.createdAt} /> {handler?.name ?? ''}
          </HeadFact>
          {packet.appliedAt ? (
            <HeadFact label={field('appliedAt')}>
              <RocDate value={packet.appliedAt} />
            </HeadFact>
          ) : null}
          <HeadFact label={field('size')}>{sizeText(packet.size)}</HeadFact>
          {fingerprint ? (
            <HeadFact wide label={field('fingerprint')}>
              <Box component="code" sx={{ fontVariantNumeric: 'tabular-nums' }}>
                {inGroups(fingerprint)}
              </Box>
              <Chip
                icon={known ? KnownIcon : UnknownIcon}
                tone={known ? 'good' : 'bad'}
                word={translate(`packages.page.${wrong ?? 'known'}`)}
              />
            </HeadFact>
          ) : null}
        </>
      }
    >
      <Original href={fileOfPacket(packet.id)} fileName={packet.fileName}>
        {translate('packages.download')}
      </Original>
      {children}
    </Head>
  );
};
