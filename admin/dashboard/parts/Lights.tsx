import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { type Dashboard, lights as order } from '../../../sync/model/index.ts';
import { Chip } from '../../fields/index.ts';
import { Panel } from '../../pages/Panel.tsx';
import { LightsRing } from '../charts/index.ts';
import { lightLooks } from '../light-looks.ts';
import { ringBeside } from './ring-beside.ts';

/** How many reports are on track, to be watched, behind. */
export const Lights = ({ lights }: Pick<Dashboard, 'lights'>) => {
  const translate = useTranslate();
  return (
    <Panel title={translate('dashboard.lights')}>
      <Box sx={ringBeside}>
        <LightsRing lights={lights} />
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, flex: '1 1 150px' }}>
          {[...order].reverse().map(light => (
            <Box component="li" key={light} sx={{ py: 0.25 }}>
              <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, alignItems: 'center' }}>
                <Chip icon={lightLooks[light].icon} tone={lightLooks[light].chip} word={translate(`lights.${light}`)} />
                <Box component="span" sx={{ fontWeight: 700, fontVariantNumeric: 'tabular-nums' }}>
                  {translate('dashboard.pieces', { count: lights[light] })}
                </Box>
              </Box>
            </Box>
          ))}
        </Box>
      </Box>
    </Panel>
  );
};
