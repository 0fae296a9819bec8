import { type Exporter, useTranslate } from 'react-admin';
import type { Assignment, PlanItem, Unit, User } from '../../sync/model/index.ts';
import { useExporter } from '../pages/index.ts';
import { itemText } from './item-text.ts';

interface Named extends Assignment {
  readonly item: string;
  readonly unit: string;
  readonly officer: string;
}

/** Exports assignments with the texts and names that their ids stand for. */
export function useAssignmentExporter(): Exporter<Assignment> {
  const translate = useTranslate();
  const write = useExporter<Named>('assignments', [
    { source: 'planItemId', text: row => row.item },
    { source: 'unitId', text: row => row.unit },
    { source: 'part', text: row => translate(`parts.${row.part}`) },
    { source: 'officerId', text: row => row.officer },
    { source: 'state', text: row => translate(`states.assignment.${row.state}`) },
    { source: 'stateReason', text: row => row.stateReason },
  ]);
  return async (rows, related, provider, resource) => {
    const items = await related<PlanItem>(rows, 'planItemId', 'planItems');
    const units = await related<Unit>(rows, 'unitId', 'units');
    const people = await related<User>(rows, 'officerId', 'users');
    const named = rows.map(row => ({
      ...row,
      item: items[row.planItemId] ? itemText(items[row.planItemId]!) : '',
      unit: units[row.unitId]?.name ?? '',
      officer: row.officerId === null ? '' : (people[row.officerId]?.name ?? ''),
    }));
    await write(named, related, provider, resource);
  };
}
