import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { Dashboard } from '../../../sync/model/index.ts';
import { Panel } from '../../pages/Panel.tsx';
import { CompletionRing } from '../charts/index.ts';
import { ringBeside } from './ring-beside.ts';

/** The one number that everybody asks for first. */
export const Completion = ({ totals }: Pick<Dashboard, 'totals'>) => {
  const translate = useTranslate();
  return (
    <Panel title={translate('dashboard.completion')}>
      <Box sx={ringBeside}>
        <CompletionRing totals={totals} />
        <Box>
          <Typography sx={{ fontSize: '1.5rem', fontWeight: 700, lineHeight: 1.3, fontVariantNumeric: 'tabular-nums' }}>
            {translate('dashboard.acceptedOf', { accepted: totals.accepted, total: totals.total })}
          </Typography>
          <Typography sx={{ color: 'text.secondary' }}>{translate('dashboard.acceptedText')}</Typography>
        </Box>
      </Box>
    </Panel>
  );
};
