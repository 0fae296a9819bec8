import { useGetOne, useRecordContext, useTranslate } from 'react-admin';
import type { Assignment, PlanItem } from '../../sync/model/index.ts';
import { itemText } from './item-text.ts';

const longest = 60;

/** An assignment is called by the beginning of its row of the plan. */
export const AssignmentTitle = () => {
  const translate = useTranslate();
  const assignment = useRecordContext<Assignment>();
  const { data } = useGetOne<PlanItem>(
    'planItems',
    { id: assignment?.planItemId ?? '' },
    { enabled: assignment !== undefined },
  );
  const text = data ? itemText(data) : translate('resources.assignments.name', { smart_count: 1 });
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
};
