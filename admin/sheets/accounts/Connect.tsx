import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { sheetSetup } from '../../../sync/model/index.ts';
import { request } from '../../data/index.ts';
import { Panel } from '../../pages/Panel.tsx';
import { PersonSteps } from './PersonSteps.tsx';
import { ServiceAccountSteps } from './ServiceAccountSteps.tsx';

const ways = ['serviceAccount', 'browser', 'device'] as const;

/** Three ways to connect an account, step by step. */
export const Connect = () => {
  const translate = useTranslate();
  const [way, setWay] = useState<(typeof ways)[number]>('serviceAccount');
  const { data: setup } = useQuery({
    queryKey: ['sheetSetup'],
    queryFn: async () => sheetSetup.parse((await request('/api/sheetSetup')).json),
  });
  return (
    <Panel title={translate('sheets.accounts.connect')}>
      <TextField
        select
        label={translate('sheets.accounts.way')}
        helperText={translate(`sheets.accounts.wayHelp.${way}`)}
        value={way}
        onChange={e => setWay(ways.find(id => id === e.target.value) ?? 'serviceAccount')}
        sx={{ maxWidth: 480 }}
      >
        {ways.map(id => (
          <MenuItem key={id} value={id}>
            {translate(`sheets.accounts.ways.${id}`)}
          </MenuItem>
        ))}
      </TextField>
      {!setup ? null : way === 'serviceAccount' ? (
        <ServiceAccountSteps ready={setup.serviceAccount} />
      ) : (
        <PersonSteps key={way} flow={way} hasClient={setup.hasClient} redirectUrl={setup.redirectUrl} />
      )}
    </Panel>
  );
};
