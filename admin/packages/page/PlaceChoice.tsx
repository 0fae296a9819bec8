import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { type PackagePlace, type PacketDetail, packagePlaces } from '../../../sync/model/index.ts';
import { request } from '../../data/index.ts';
import { pathOf } from '../../merge-preview/use-settling.ts';
import { Panel } from '../../pages/Panel.tsx';
import { packetKind } from '../use-packet.ts';

/** Where a plan that came goes: beside ours as the superior's, or as a draft of our own. Settled once for all its updates. */
export const PlaceChoice = ({ packet, mayChoose }: { readonly packet: PacketDetail; readonly mayChoose: boolean }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  // What was chosen shows at once, and what the server says once it has.
  const [wanted, setWanted] = useState<PackagePlace | null>(null);
  const choose = useMutation({
    mutationFn: async (place: PackagePlace) => {
      const json = { version: packet.version, decisions: {}, place };
      return packetKind.parse((await request(pathOf(packetKind, packet.id), { method: 'PATCH', json })).json);
    },
    onSuccess: next => queries.setQueryData(packetKind.key(next.id), next),
    onError: (error: Error) => notify(error.message, { type: 'error' }),
    onSettled: () => setWanted(null),
  });
  if (packet.place === null) return null;
  if (packet.placeFixed || !mayChoose)
    return (
      <Typography sx={{ color: 'text.secondary', mb: 1.5 }}>
        {translate(
          packet.state === 'previewed' && packet.placeFixed ? 'packages.page.placeFixed' : 'packages.page.placed',
          {
            place: translate(`packages.page.placeNames.${packet.place}`),
          },
        )}
      </Typography>
    );
  return (
    <Box sx={{ mb: 2 }}>
      <Panel title={translate('packages.page.place')}>
        <RadioGroup
          aria-label={translate('packages.page.place')}
          value={wanted ?? packet.place}
          onChange={event => {
            const place = event.target.value as PackagePlace;
            setWanted(place);
            choose.mutate(place);
          }}
        >
          {packagePlaces.map(place => (
            <FormControlLabel
              key={place}
              value={place}
              control={<Radio />}
              disabled={choose.isPending}
              label={translate(`packages.page.places.${place}`)}
            />
          ))}
        </RadioGroup>
      </Panel>
    </Box>
  );
};
