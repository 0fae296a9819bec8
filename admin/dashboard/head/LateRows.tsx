import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { LightChip } from '../../fields/index.ts';
import { ReportRows } from '../parts/ReportRows.tsx';
import type { Late } from './late.ts';

const most = 20;

/** What is late and why, as a narrow screen reads it. */
export const LateRows = ({ late }: { readonly late: readonly Late[] }) => {
  const translate = useTranslate();
  const lights = new Map(late.map(({ report, light }) => [report.id, light]));
  return (
    <ReportRows
      reports={late.slice(0, most).map(({ report }) => report)}
      note={report => (
        <Box sx={{ fontSize: '0.9375rem' }}>
          <LightChip light={lights.get(report.id) ?? 'red'} />{' '}
          {report.delayCause || translate('dashboard.late.noCause')}
          {report.remedy ? (
            <Box>
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {translate('dashboard.late.remedy')}
              </Box>{' '}
              {report.remedy}
            </Box>
          ) : null}
        </Box>
      )}
    />
  );
};
