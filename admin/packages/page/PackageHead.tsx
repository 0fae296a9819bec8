import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import UnknownIcon from '@mui/icons-material/GppMaybeOutlined';
import KnownIcon from '@mui/icons-material/VerifiedUserOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import type { ReactNode } from 'react';
import { useGetOne, useTranslate } from 'react-admin';
import { type Agency, inGroups, type PacketDetail, type User } from '../../../sync/model/index.ts';
import { sizeText } from '../../evidence/format.ts';
import { Chip, RocDate, StateChip } from '../../fields/index.ts';
import { fileOfPacket } from '../use-packet.ts';

interface FactProps {
  readonly label: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

const Fact = ({ label, wide = false, children }: FactProps) => (
  <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline', ...(wide ? { flexBasis: '100%' } : {}) }}>
    <Box component="dt" sx={{ color: 'text.secondary', flex: 'none' }}>
      {label}
    </Box>
    <Box
      component="dd"
      sx={{
        m: 0,
        minWidth: 0,
        overflowWrap: 'anywhere',
        display: 'flex',
        gap: 0.75,
        alignItems: 'center',
        flexWrap: 'wrap',
      }}
    >
      {children}
    </Box>
  </Box>
);

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
    <Card sx={{ px: 2, py: 1.5, mb: 2, display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
      <Box
        component="dl"
        sx={{ m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 3.5, rowGap: 0.5, flex: '1 1 480px' }}
      >
        <Fact label={field('state')}>
          <StateChip machine="package" state={packet.state} />
        </Fact>
        <Fact label={field('kind')}>{translate(`packages.kinds.${packet.kind ?? 'unknown'}`)}</Fact>
        {packet.peerName ? (
          <Fact label={translate(packet.direction === 'sent' ? 'packages.page.to' : 'packages.page.from')}>
            {packet.peerName}
            {known && peer && peer.name !== packet.peerName ? (
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {translate('packages.page.here', { name: peer.name })}
              </Box>
            ) : null}
          </Fact>
        ) : null}
        {packet.packedAt ? (
          <Fact label={field('packedAt')}>
            <RocDate value={packet.packedAt} />
          </Fact>
        ) : null}
        <Fact label={field('createdAt')}>
          <RocDate value={packet.createdAt} /> {handler?.name ?? ''}
        </Fact>
        {packet.appliedAt ? (
          <Fact label={field('appliedAt')}>
            <RocDate value={packet.appliedAt} />
          </Fact>
        ) : null}
        <Fact label={field('size')}>{sizeText(packet.size)}</Fact>
        {fingerprint ? (
          <Fact wide label={field('fingerprint')}>
            <Box component="code" sx={{ fontVariantNumeric: 'tabular-nums' }}>
              {inGroups(fingerprint)}
            </Box>
            <Chip
              icon={known ? KnownIcon : UnknownIcon}
              tone={known ? 'good' : 'bad'}
              word={translate(`packages.page.${wrong ?? 'known'}`)}
            />
          </Fact>
        ) : null}
      </Box>
      <Box className="no-print" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <Button component="a" href={fileOfPacket(packet.id)} download={packet.fileName} startIcon={<DownloadIcon />}>
          {translate('packages.download')}
        </Button>
        {children}
      </Box>
    </Card>
  );
};
