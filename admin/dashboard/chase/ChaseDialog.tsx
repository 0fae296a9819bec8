import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useGetMany, useNotify, useTranslate } from 'react-admin';
import { dayInTaipei, type Report, type Round, type Unit } from '../../../sync/model/index.ts';
import { useVerb } from '../../data/index.ts';
import { ConfirmDialog } from '../../verbs/index.ts';
import { type Chase, chasedBy, readChased } from './chased.ts';

interface Props {
  readonly round: Round;
  readonly chase: Chase;
  readonly onClose: () => void;
}

/** Who will be reminded of what, before anybody is. */
export const ChaseDialog = ({ round, chase, onClose }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { data: reports } = useQuery<readonly Report[]>({
    queryKey: ['reports', 'to chase', round.id, chase.kind === 'one' ? chase.report.id : chase.kind],
    queryFn: () => readChased(round.id, chase, dayInTaipei(new Date())),
    staleTime: 0,
  });
  const counts = chasedBy(reports ?? [], dayInTaipei(new Date()));
  const { data: units } = useGetMany<Unit>('units', { ids: counts.units.map(unit => unit.unitId) });
  const { mutate, isPending } = useVerb<{ readonly chased: number }>('rounds', ({ chased }) => {
    notify('dashboard.chase.done', { type: 'success', messageArgs: { smart_count: chased } });
    onClose();
  });
  const nobody = reports !== undefined && counts.total === 0;
  return (
    <ConfirmDialog
      title={translate('dashboard.chase.title')}
      verb={translate('dashboard.chase.verb', { smart_count: counts.total })}
      busy={isPending || reports === undefined || nobody}
      onConfirm={() =>
        mutate({ id: round.id, verb: 'chase', body: { reportIds: (reports ?? []).map(report => report.id) } })
      }
      onClose={onClose}
    >
      {reports === undefined ? translate('shell.loading') : null}
      {nobody ? translate('dashboard.chase.nobody') : null}
      {counts.total > 0 ? (
        <>
          <p>{translate(`dashboard.chase.text.${chase.kind}`, { round: round.title })}</p>
          <Box component="ul" sx={{ pl: 2.5, my: 1, columns: { sm: 2 }, fontVariantNumeric: 'tabular-nums' }}>
            {counts.units.map(({ unitId, count }) => (
              <li key={unitId}>
                {translate('dashboard.chase.unit', {
                  unit: units?.find(unit => unit?.id === unitId)?.name ?? '',
                  count,
                })}
              </li>
            ))}
          </Box>
          {counts.today > 0 ? <p>{translate('dashboard.chase.today', { smart_count: counts.today })}</p> : null}
        </>
      ) : null}
    </ConfirmDialog>
  );
};
