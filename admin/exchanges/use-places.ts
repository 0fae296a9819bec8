import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ExchangeDetail, PlanItem, Report, Unit } from '../../sync/model/index.ts';
import { readAll } from '../plan-tree/read-all.ts';
import { type Path, pathOf } from '../reports/paths.ts';

/** Where a row of a form stands: its path in the plan, and whose report it is. */
export interface Place {
  readonly path: Path;
  readonly unit: string;
}

export type PlaceOf = (reportId: string) => Place | undefined;

/** The places of every report of a round, with three requests however many rows the form has. */
async function placesOf(roundId: string): Promise<ReadonlyMap<string, Place>> {
  const [reports, units] = await Promise.all([readAll<Report>('reports', { roundId }), readAll<Unit>('units', {})]);
  const planId = reports[0]?.planId;
  const items = planId ? await readAll<PlanItem>('planItems', { planId }) : [];
  const itemsById = new Map(items.map(item => [item.id, item]));
  const names = new Map(units.map(unit => [unit.id, unit.name]));
  return new Map(
    reports.map(({ id, planItemId, unitId }) => [
      id,
      { path: pathOf(planItemId, itemsById), unit: names.get(unitId) ?? '' },
    ]),
  );
}

/** Finds the place of a report; undefined until the places are known, or when the report is gone. */
export function usePlaces({ roundId }: Pick<ExchangeDetail, 'roundId'>): {
  readonly placeOf: PlaceOf;
  readonly known: boolean;
} {
  const { data, isError } = useQuery({
    queryKey: ['exchanges', 'places', roundId],
    queryFn: () => placesOf(roundId ?? ''),
    enabled: roundId !== null,
    staleTime: 60_000,
  });
  const placeOf = useCallback((reportId: string) => data?.get(reportId), [data]);
  return { placeOf, known: data !== undefined || isError || roundId === null };
}
