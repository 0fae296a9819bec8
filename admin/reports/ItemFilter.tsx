import { AutocompleteInput, type InputProps, useGetList, useGetMany } from 'react-admin';
import type { Plan, PlanItem } from '../../sync/model/index.ts';
import { printed } from './paths.ts';

const most = 500;

/** Chooses an item (執行要項) of any plan: its reports, or its evidence, with everything below it. */
export const ItemFilter = ({ alwaysOn: _, ...props }: InputProps & { readonly alwaysOn?: boolean }) => {
  const { data: items } = useGetList<PlanItem>('planItems', {
    filter: { depth: 0 },
    sort: { field: 'position', order: 'ASC' },
    pagination: { page: 1, perPage: most },
  });
  const { data: plans } = useGetMany<Plan>('plans', { ids: [...new Set(items?.map(({ planId }) => planId))] });
  const titleOf = new Map(plans?.map(({ id, title }) => [id, title]));
  const choices = (items ?? [])
    .map(item => ({ id: item.id, name: printed(item), plan: titleOf.get(item.planId) ?? '' }))
    .sort((a, b) => b.plan.localeCompare(a.plan));
  return <AutocompleteInput {...props} choices={choices} groupBy={choice => choice.plan} />;
};
