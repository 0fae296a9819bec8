import Button from '@mui/material/Button';
import { useGetOne, useTranslate } from 'react-admin';
import type { Plan, PlanChoice } from '../../sync/model/index.ts';

interface Props {
  readonly planId: string;
  readonly choices: readonly PlanChoice[];
  /** Which of them is meant most often, from the year of the plan. */
  readonly likely: (choice: PlanChoice, year: number) => boolean;
  readonly onChoose: (id: string) => void;
}

const most = 2;

/** Buttons for the plans that are most likely meant, so that nobody need search for last year's. */
export const LikelyPlans = ({ planId, choices, likely, onChoose }: Props) => {
  const translate = useTranslate();
  const { data: plan } = useGetOne<Plan>('plans', { id: planId });
  if (!plan) return null;
  return choices
    .filter(choice => likely(choice, plan.year))
    .slice(0, most)
    .map(({ id, title }) => (
      <Button key={id} variant="outlined" onClick={() => onChoose(id)}>
        {translate('planBeside.use', { title })}
      </Button>
    ));
};
