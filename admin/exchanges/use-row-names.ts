import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import type { ChangePlan } from '../../sync/model/index.ts';
import type { NameOf, RowName } from '../merge-preview/shown.ts';
import { printed } from '../reports/paths.ts';
import type { PlaceOf } from './use-places.ts';

/** Names the rows of a form by the steps that they report on. */
export function useRowNames(plan: ChangePlan | null, placeOf: PlaceOf): NameOf {
  const translate = useTranslate();
  const names = useMemo(
    () =>
      new Map(
        plan?.rows.map(({ rowId, reportId }): readonly [string, RowName] => {
          const place = placeOf(reportId);
          const step = place?.path.at(-1);
          return [
            rowId,
            {
              title: step ? printed(step) : translate('exchange.row.unknown'),
              path: (place?.path ?? []).slice(0, -1).map(printed).join(' › '),
              unit: place?.unit ?? '',
              href: `/reports/${reportId}/show`,
            },
          ];
        }),
      ),
    [plan, placeOf, translate],
  );
  return ({ rowId }) => names.get(rowId) ?? nameless;
}

const nameless: RowName = { title: '', path: '', unit: '', href: null };
