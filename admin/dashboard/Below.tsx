import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { Dashboard } from '../../sync/model/index.ts';
import { Panel } from '../pages/Panel.tsx';
import { HeatMap } from './heat/HeatMap.tsx';
import { RoundChooser } from './parts/RoundChooser.tsx';
import type { RoundChoice } from './use-round-choice.ts';

interface Props {
  readonly data: Dashboard;
  readonly choice: RoundChoice;
}

/**
 * What a bureau sees of the agencies below it. Only what they accepted reaches it, so shares, lights and lists of what is
 * late would say that all is well, and are left out.
 */
export const Below = ({ data, choice }: Props) => {
  const translate = useTranslate();
  return (
    <>
      <Box sx={{ mb: 2, mt: 1.5 }}>
        <RoundChooser {...choice} />
      </Box>
      <Panel title={translate('dashboard.below')}>
        {data.heat.length === 0 ? translate('dashboard.belowNothing') : null}
        <HeatMap data={data} roundId={choice.round?.id} />
      </Panel>
    </>
  );
};
