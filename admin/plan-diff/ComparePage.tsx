import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import CompareIcon from '@mui/icons-material/VerticalSplitOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Title, useLocale, useTranslate } from 'react-admin';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import type { PlanChoice, PlanComparison } from '../../sync/model/index.ts';
import { request } from '../data/index.ts';
import { Message } from '../layout/Message.tsx';
import { Busy, LikelyPlans, PlanPicker, usePlansBeside } from '../plan-beside/index.ts';
import { DiffTable } from './DiffTable.tsx';
import { certainlyUnlinked, useLinking } from './use-linking.ts';

const Comparison = ({ comparison }: { readonly comparison: PlanComparison }) => {
  const translate = useTranslate();
  const linking = useLinking(comparison);
  const open = certainlyUnlinked(comparison.rows);
  return (
    <>
      {linking && open.length > 0 ? (
        <Alert
          className="no-print"
          severity="info"
          sx={{ mb: 1.5 }}
          action={
            <Button color="inherit" size="small" disabled={linking.busy} onClick={() => linking.link(open, true)}>
              {translate('planDiff.link.all', { smart_count: open.length })}
            </Button>
          }
        >
          {translate('planDiff.link.offer', { smart_count: open.length })}
        </Alert>
      ) : null}
      <DiffTable comparison={comparison} linking={linking} />
    </>
  );
};

/** Plans are compared with last year's above all. */
const isYearBefore = ({ relation, year: other }: PlanChoice, year: number): boolean =>
  relation === 'own' && other === year - 1;

/** Two plans side by side: this one, and what was before or above it. */
export const ComparePage = () => {
  const translate = useTranslate();
  const locale = useLocale();
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const beside = usePlansBeside(id);
  const other = search.get('with');
  const { data, error } = useQuery({
    queryKey: ['plans', id, 'compare', other],
    queryFn: async () =>
      (await request(`/api/plans/${encodeURIComponent(id)}/compare?with=${encodeURIComponent(other!)}`))
        .json as PlanComparison,
    enabled: other !== null,
    placeholderData: keepPreviousData,
  });
  const choose = (chosen: string | null) => setSearch(chosen ? { with: chosen } : {}, { replace: true });
  const choices = beside.data ?? [];
  return (
    <>
      <Title title={translate('planDiff.title')} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 1.5 }} className="no-print">
        <PlanPicker label={translate('planDiff.choose')} choices={choices} value={other} onChoose={choose} />
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          <Button component={Link} to={`/plans/${id}/show`}>
            {translate('planDiff.toPlan')}
          </Button>
          {data && other !== null ? (
            <Button
              component="a"
              variant="outlined"
              startIcon={<DownloadIcon />}
              href={`/api/plans/${id}/compare.xlsx?with=${encodeURIComponent(other)}&lang=${locale}`}
            >
              {translate('planBeside.xlsx')}
            </Button>
          ) : null}
        </Box>
      </Box>
      {other === null ? (
        beside.data ? (
          <Message
            icon={CompareIcon}
            title={translate('planDiff.chooseFirst')}
            actions={<LikelyPlans planId={id} choices={choices} likely={isYearBefore} onChoose={choose} />}
          >
            <p>{translate(choices.length > 0 ? 'planDiff.chooseText' : 'planDiff.noOther')}</p>
          </Message>
        ) : (
          <Busy error={beside.error} />
        )
      ) : data && !error ? (
        <Comparison comparison={data} />
      ) : (
        <Busy error={error} />
      )}
    </>
  );
};

export default ComparePage;
