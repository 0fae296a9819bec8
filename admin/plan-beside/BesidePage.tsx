import type { SvgIconComponent } from '@mui/icons-material';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Title, useLocale, useTranslate } from 'react-admin';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import type { PlanChoice } from '../../sync/model/index.ts';
import { request } from '../data/index.ts';
import { Message } from '../layout/Message.tsx';
import { Busy } from './Busy.tsx';
import { LikelyPlans } from './LikelyPlans.tsx';
import { PlanPicker } from './PlanPicker.tsx';
import { usePlansBeside } from './use-plans-beside.ts';

interface Props<T> {
  /** The route of the API below the plan, and of its workbook. */
  readonly path: 'compare' | 'crosswalk';
  /** The branch of the catalogue with title, choose, chooseFirst, chooseText and noOther. */
  readonly words: 'planDiff' | 'crosswalk';
  readonly icon: SvgIconComponent;
  readonly fits?: (choice: PlanChoice) => boolean;
  readonly likely: (choice: PlanChoice, year: number) => boolean;
  readonly children: (answer: T) => ReactNode;
}

/** A page about a plan and another one, which is chosen on it and stays in the address. */
export function BesidePage<T>({ path, words, icon, fits = () => true, likely, children }: Props<T>) {
  const translate = useTranslate();
  const locale = useLocale();
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const beside = usePlansBeside(id);
  const other = search.get('with');
  const address = (file: string) =>
    `/api/plans/${encodeURIComponent(id)}/${file}?with=${encodeURIComponent(other ?? '')}`;
  const { data, error } = useQuery({
    queryKey: ['plans', id, path, other],
    queryFn: async () => (await request(address(path))).json as T,
    enabled: other !== null,
    placeholderData: keepPreviousData,
  });
  const choose = (chosen: string | null) => setSearch(chosen ? { with: chosen } : {}, { replace: true });
  const choices = (beside.data ?? []).filter(fits);
  const word = (key: string) => translate(`${words}.${key}`);
  return (
    <>
      <Title title={word('title')} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 1.5 }} className="no-print">
        <PlanPicker label={word('choose')} choices={choices} value={other} onChoose={choose} />
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          <Button component={Link} to={`/plans/${id}/show`}>
            {translate('planDiff.toPlan')}
          </Button>
          {data && other !== null ? (
            <Button
              component="a"
              variant="outlined"
              startIcon={<DownloadIcon />}
              href={`${address(`${path}.xlsx`)}&lang=${locale}`}
            >
              {translate('planBeside.xlsx')}
            </Button>
          ) : null}
        </Box>
      </Box>
      {other !== null ? (
        data && !error ? (
          children(data)
        ) : (
          <Busy error={error} />
        )
      ) : beside.data ? (
        <Message
          icon={icon}
          title={word('chooseFirst')}
          actions={<LikelyPlans planId={id} choices={choices} likely={likely} onChoose={choose} />}
        >
          <p>{word(choices.length > 0 ? 'chooseText' : 'noOther')}</p>
        </Message>
      ) : (
        <Busy error={beside.error} />
      )}
    </>
  );
}
