import PrintIcon from '@mui/icons-material/PrintOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import type { Theme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTranslate } from 'react-admin';
import { type Dashboard, dayInTaipei } from '../../sync/model/index.ts';
import { useSession } from '../data/index.ts';
import { rocText } from '../fields/index.ts';
import { Panel } from '../pages/Panel.tsx';
import { LateRows } from './head/LateRows.tsx';
import { LateTable } from './head/LateTable.tsx';
import { Units } from './head/Units.tsx';
import { useLate } from './head/use-late.ts';
import { HeatMap } from './heat/HeatMap.tsx';
import { percentOf } from './heat/sheets.ts';
import { Completion } from './parts/Completion.tsx';
import { Lights } from './parts/Lights.tsx';
import { RoundChooser } from './parts/RoundChooser.tsx';
import { Standing } from './Standing.tsx';
import type { RoundChoice } from './use-round-choice.ts';

interface PageProps {
  readonly data: Dashboard;
  readonly choice: RoundChoice;
}

/** The whole of it in one sentence, for whoever reads nothing else. */
const Sentence = ({ data, choice: { round } }: PageProps) => {
  const translate = useTranslate();
  const { totals, lights } = data;
  return (
    <Typography sx={{ fontSize: '1.0625rem', mb: 2, lineHeight: 1.9 }}>
      {translate('dashboard.sentence', {
        day: rocText(dayInTaipei(new Date()), 'long'),
        round: round?.title ?? '',
        total: totals.total,
        accepted: totals.accepted,
        percent: percentOf(totals),
        overdue: totals.overdue,
        red: lights.red,
        yellow: lights.yellow,
      })}
    </Typography>
  );
};

/** The sheet itself is the frame on paper. */
const onPaper = {
  '@media print': {
    '& .MuiCard-root': { p: 0 },
    '& h2': { mb: 0 },
    '& .heat-legend': { mt: 0.5 },
    '& .keep-together .MuiCard-root': { breakInside: 'avoid' },
  },
} as const;

/** As many units as stand beside the two rings without making them long; more get the whole width. */
const besideOthers = 10;

const Page = ({ data, choice }: PageProps) => {
  const translate = useTranslate();
  const { agencyName } = useSession();
  const late = useLate(choice.round);
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
  const LateOnes = narrow ? LateRows : LateTable;
  const roundId = choice.round?.id;
  const many = new Set(data.heat.map(cell => cell.unitId)).size > besideOthers;
  return (
    <Box sx={onPaper}>
      <Box
        className="no-print"
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 2, mt: 1.5 }}
      >
        <RoundChooser {...choice} />
        <Button variant="outlined" startIcon={<PrintIcon />} onClick={() => window.print()} sx={{ ml: { sm: 'auto' } }}>
          {translate('dashboard.print')}
        </Button>
      </Box>
      <Typography sx={{ display: 'none', '@media print': { display: 'block', mb: 1 } }}>{agencyName}</Typography>
      <Sentence data={data} choice={choice} />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          mb: 2,
          gridTemplateColumns: {
            xs: 'minmax(0, 1fr)',
            sm: 'repeat(2, minmax(0, 1fr))',
            ...(many ? {} : { lg: '1fr 1fr 1.5fr' }),
          },
          '& > :nth-of-type(3)': { gridColumn: { sm: '1 / -1', ...(many ? {} : { lg: 'auto' }) } },
        }}
      >
        <Completion totals={data.totals} />
        <Lights lights={data.lights} />
        <Units heat={data.heat} />
      </Box>
      <Box className="keep-together" sx={{ mb: 2 }}>
        <Panel title={translate('dashboard.heat.title')}>
          <HeatMap data={data} roundId={roundId} />
        </Panel>
      </Box>
      {choice.round ? (
        <Panel title={translate('dashboard.late.title')}>
          {late === undefined ? <Skeleton variant="rounded" height={200} /> : null}
          {late?.length === 0 ? translate('dashboard.late.none') : null}
          {late && late.length > 0 ? <LateOnes late={late} /> : null}
        </Panel>
      ) : null}
    </Box>
  );
};

/** The head's one page: how it stands, what is late and why, fit for print. */
export const HeadHome = () => (
  <Standing title="dashboard.headTitle">{(data, choice) => <Page data={data} choice={choice} />}</Standing>
);

export default HeadHome;
