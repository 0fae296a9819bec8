import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import NobodyIcon from '@mui/icons-material/KeyOffOutlined';
import MadeIcon from '@mui/icons-material/TaskOutlined';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useGetList, useNotify, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import {
  type Collection,
  type PackageKind,
  type PacketDetail,
  type Plan,
  packageKinds,
  type Round,
  type Template,
  type TrustedKey,
} from '../../sync/model/index.ts';
import { request, useSession } from '../data/index.ts';
import { Message, PageSkeleton } from '../layout/index.ts';
import { useNamesApart } from '../templates/names.ts';
import { downloadPacket, packetKind } from './use-packet.ts';

const all = { page: 1, perPage: 500 };

interface Option {
  readonly id: string;
  readonly text: string;
  /** The only agency that it can go to. */
  readonly forAgency?: string;
}

/** What can be chosen for each kind of package; reviews need nothing more. */
const useThings = (): Readonly<Record<PackageKind, readonly Option[] | null>> => {
  const { user } = useSession();
  const own = { agencyId: user.agencyId, state_ne: 'draft' };
  const { data: rounds = [] } = useGetList<Round>('rounds', {
    filter: own,
    sort: { field: 'dueDate', order: 'DESC' },
    pagination: all,
  });
  const { data: plans = [] } = useGetList<Plan>('plans', {
    filter: own,
    sort: { field: 'year', order: 'DESC' },
    pagination: all,
  });
  const { data: templates = [] } = useGetList<Template>('templates', {
    filter: { agencyId: user.agencyId },
    sort: { field: 'createdAt', order: 'DESC' },
    pagination: all,
  });
  const { data: collections = [] } = useGetList<Collection>('collections', {
    filter: { state_ne: 'draft' },
    sort: { field: 'createdAt', order: 'DESC' },
    pagination: all,
  });
  const nameOf = useNamesApart(templates);
  const ours = collections.filter(({ agencyId }) => agencyId === user.agencyId);
  const asked = collections.filter(({ agencyId }) => agencyId !== user.agencyId);
  return {
    collection: ours.map(({ id, name }) => ({ id, text: name })),
    collected: asked.map(({ id, name, agencyId }) => ({ id, text: name, forAgency: agencyId })),
    returns: rounds.map(({ id, title }) => ({ id, text: title })),
    plan: plans.map(({ id, title }) => ({ id, text: title })),
    templates: templates.map(template => ({ id: template.id, text: nameOf(template) })),
    reviews: null,
  };
};

const labels: Readonly<Record<PackageKind, string>> = {
  returns: 'round',
  plan: 'plan',
  templates: 'templates',
  collection: 'collection',
  collected: 'collection',
  reviews: '',
};

const bodyOf = (kind: PackageKind, chosen: readonly string[]) => {
  if (kind === 'returns') return { roundId: chosen[0] };
  if (kind === 'plan') return { planId: chosen[0] };
  if (kind === 'collection' || kind === 'collected') return { collectionId: chosen[0] };
  return kind === 'templates' ? { templateIds: chosen } : {};
};

const Choice = ({
  keys,
  onMade,
}: {
  readonly keys: readonly TrustedKey[];
  readonly onMade: (made: PacketDetail) => void;
}) => {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const things = useThings();
  const [kind, setKind] = useState<PackageKind>('returns');
  const [keyId, setKeyId] = useState(keys[0]?.id ?? '');
  const [picked, setPicked] = useState<readonly string[]>([]);
  const options = things[kind];
  const chosen = picked.length > 0 ? picked : options?.[0] ? [options[0].id] : [];
  const forAgency = options?.find(({ id }) => id === chosen[0])?.forAgency;
  const fitting = keys.filter(({ peerAgencyId }) => forAgency === undefined || peerAgencyId === forAgency);
  const key = fitting.find(({ id }) => id === keyId) ?? fitting[0];
  const make = useMutation({
    mutationFn: async () => {
      const json = { kind, trustedKeyId: key?.id, ...bodyOf(kind, chosen) };
      return packetKind.parse((await request('/api/packages', { method: 'POST', json })).json);
    },
    onSuccess: made => {
      void queries.invalidateQueries({ queryKey: ['packages'] });
      downloadPacket(made);
      onMade(made);
    },
    onError: (error: Error) => notify(error.message, { type: 'error' }),
  });
  const several = kind === 'templates';
  return (
    <Card sx={{ maxWidth: 760 }}>
      <CardContent>
        <Typography id="package-what" variant="h2">
          {translate('packages.make.what')}
        </Typography>
        <RadioGroup
          aria-labelledby="package-what"
          value={kind}
          onChange={event => {
            setKind(event.target.value as PackageKind);
            setPicked([]);
          }}
          sx={{ mb: 2 }}
        >
          {packageKinds.map(one => (
            <FormControlLabel
              key={one}
              value={one}
              control={<Radio />}
              sx={{ alignItems: 'flex-start', my: 0.5, '& .MuiRadio-root': { pt: 0.5 } }}
              label={
                <>
                  {translate(`packages.kinds.${one}`)}
                  <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                    {translate(`packages.make.help.${one}`)}
                  </Typography>
                </>
              }
            />
          ))}
        </RadioGroup>
        {options === null ? null : options.length === 0 ? (
          <Typography role="status" sx={{ mb: 2, color: 'text.secondary' }}>
            {translate(`packages.make.nothing.${kind}`)}
          </Typography>
        ) : (
          <TextField
            select
            label={translate(`packages.make.${labels[kind]}`)}
            value={several ? chosen : chosen[0]}
            onChange={event => setPicked([event.target.value as string | string[]].flat())}
            slotProps={{ select: { multiple: several } }}
            sx={{ mb: 2 }}
          >
            {options.map(({ id, text }) => (
              <MenuItem key={id} value={id}>
                {text}
              </MenuItem>
            ))}
          </TextField>
        )}
        <TextField
          select
          label={translate('packages.make.whom')}
          helperText={translate('packages.make.whomHelp')}
          value={key?.id ?? ''}
          onChange={event => setKeyId(event.target.value)}
        >
          {fitting.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </TextField>
        <Button
          variant="contained"
          startIcon={<DownloadIcon />}
          disabled={!key || (options !== null && chosen.length === 0) || make.isPending}
          onClick={() => make.mutate()}
          sx={{ mt: 2 }}
        >
          {translate(make.isPending ? 'packages.make.making' : 'packages.make.verb')}
        </Button>
      </CardContent>
    </Card>
  );
};

const Made = ({ packet, onAnother }: { readonly packet: PacketDetail; readonly onAnother: () => void }) => {
  const translate = useTranslate();
  return (
    <Card sx={{ maxWidth: 760 }}>
      <Message
        icon={MadeIcon}
        title={translate('packages.make.done')}
        actions={
          <>
            <Button component={Link} to={`/packages/${packet.id}/show`} variant="contained">
              {translate('packages.make.open')}
            </Button>
            <Button onClick={onAnother}>{translate('packages.make.another')}</Button>
          </>
        }
      >
        <p>{translate('packages.make.doneText', { name: packet.peerName })}</p>
        <p>{packet.fileName}</p>
      </Message>
    </Card>
  );
};

/** Choose what to send and for whom, make the package and have it. */
export const PackageCreate = () => {
  const translate = useTranslate();
  const [made, setMade] = useState<PacketDetail | null>(null);
  const { data: keys } = useGetList<TrustedKey>('trustedKeys', {
    filter: { state: 'trusted' },
    sort: { field: 'name', order: 'ASC' },
    pagination: all,
  });
  return (
    <>
      <Title title={translate('packages.make.title')} />
      {made ? (
        <Made packet={made} onAnother={() => setMade(null)} />
      ) : !keys ? (
        <PageSkeleton />
      ) : keys.length === 0 ? (
        <Card sx={{ maxWidth: 760 }}>
          <Message
            icon={NobodyIcon}
            title={translate('packages.make.noKeys')}
            actions={
              <Button component={Link} to="/packages/keys" variant="contained">
                {translate('packages.toKeys')}
              </Button>
            }
          >
            <p>{translate('packages.make.noKeysText')}</p>
          </Message>
        </Card>
      ) : (
        <Choice keys={keys} onMade={setMade} />
      )}
    </>
  );
};

export default PackageCreate;
