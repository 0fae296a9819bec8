import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { Title, useTranslate } from 'react-admin';
import type { Dashboard } from '../../sync/model/index.ts';
import { Today } from '../collections/today/Today.tsx';
import { PageSkeleton } from '../layout/index.ts';
import { Below } from './Below.tsx';
import { GettingStarted } from './GettingStarted.tsx';
import { useDashboard } from './use-dashboard.ts';
import { type RoundChoice, useRoundChoice } from './use-round-choice.ts';

interface Props {
  readonly title: string;
  readonly children: (data: Dashboard, choice: RoundChoice) => ReactNode;
}

/** A home page about how a round stands; what to do first where there has been no round yet. */
export const Standing = ({ title, children }: Props) => {
  const translate = useTranslate();
  const choice = useRoundChoice();
  const some = (choice.rounds?.length ?? 0) > 0;
  const { data, error, refetch } = useDashboard(choice.round?.id, some);
  const heading = (
    <>
      <Title title={translate(title)} />
      <Today />
    </>
  );
  if (choice.rounds && !some)
    return (
      <>
        {heading}
        <GettingStarted />
      </>
    );
  if (error && !data)
    return (
      <>
        {heading}
        <Alert severity="error" action={<Button onClick={() => void refetch()}>{translate('shell.tryAgain')}</Button>}>
          {translate(error.message, { _: error.message })}
        </Alert>
      </>
    );
  return (
    <>
      {heading}
      {data ? choice.own ? children(data, choice) : <Below data={data} choice={choice} /> : <PageSkeleton />}
    </>
  );
};
