import TreeIcon from '@mui/icons-material/AccountTreeOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Snackbar from '@mui/material/Snackbar';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { assignmentStates, type Plan, type PlanItem, type Unit } from '../../sync/model/index.ts';
import { mayUse, useSession } from '../data/index.ts';
import { Message } from '../layout/Message.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { StaleDialog } from '../pages/index.ts';
import {
  BoardGrid,
  BoardPaste,
  BoardTools,
  besideTree,
  type Column,
  dueColumn,
  FilterBar,
  MeaningsProvider,
  meaningsAmong,
  SidePanel,
  unitsColumn,
  unknownAmong,
  useMeanings,
  useUnitsOf,
  useUrlFilter,
} from '../plan-tree/index.ts';
import { conditions, fits, isFiltering, shownBy } from '../plan-tree/outline/index.ts';
import type { Done } from './editor.ts';
import { ItemPanel } from './ItemPanel.tsx';
import { levelCounts } from './level-counts.ts';
import { TrackingProvider, trackingColumn, useTracking, useTrackingOf } from './tracking.tsx';
import { newRowId, useBoard } from './use-board.ts';
import { usePlanItems } from './use-plan-tree.ts';

const readKeys = ['walk', 'ends'] as const;
const editKeys = ['walk', 'ends', 'edit', 'add', 'move', 'level', 'paste', 'remove', 'undo'] as const;
const planning: readonly Column<PlanItem>[] = [unitsColumn, dueColumn];
const tracked: readonly Column<PlanItem>[] = [...planning, trackingColumn];
const toastTime = 10_000;

const useFilter = () => {
  const [filter, narrow] = useUrlFilter();
  const { byItem } = useTracking();
  const meanings = useMeanings();
  const shown = useCallback(
    (rows: readonly PlanItem[]) =>
      isFiltering(filter)
        ? shownBy(
            rows,
            row =>
              row.id === newRowId ||
              fits(filter, row, {
                unitIds: row.units.flatMap(name => meanings(name).unitIds),
                unresolved: unknownAmong(row.units, meanings),
                assignments: byItem.get(row.id) ?? [],
              }),
          )
        : null,
    [filter, meanings, byItem],
  );
  return { filter, narrow, shown };
};

const WhyReadOnly = ({ plan }: { readonly plan: Plan }) => {
  const translate = useTranslate();
  const { user } = useSession();
  if (!mayUse(user.role, 'planItems', 'update') || plan.agencyId !== user.agencyId) return null;
  return (
    <Alert severity="info" variant="outlined" sx={{ mb: 1.5, py: 0 }}>
      {translate('plans.readOnly', { state: translate(`states.plan.${plan.state}`) })}
    </Alert>
  );
};

interface Props {
  readonly plan: Plan;
  readonly rows: readonly PlanItem[];
  readonly units: readonly Unit[];
}

const Board = ({ plan, rows, units }: Props) => {
  const translate = useTranslate();
  const { user } = useSession();
  const own = plan.agencyId === user.agencyId;
  const editable = own && plan.state === 'draft' && mayUse(user.role, 'planItems', 'update');
  const { filter, narrow, shown } = useFilter();
  const { complete } = useTracking();
  const [told, setTold] = useState<Done | null>(null);
  const [drawer, setDrawer] = useState(false);
  const desk = useBoard({ plan, rows, editable, shownBy: shown, onDone: setTold });
  const { board, clash, last } = desk;
  const { active, lines } = board;
  // The row in hand follows the walk through the tree as fast as it can, without holding the walk up.
  const looked = useDeferredValue(active);
  const unitNames = useMemo(() => units.map(unit => unit.name), [units]);

  const above = useMemo(() => {
    const byId = new Map(rows.map(row => [row.id, row]));
    const path: PlanItem[] = [];
    for (let at = looked?.parentId ?? null; at !== null; at = byId.get(at)?.parentId ?? null) {
      const row = byId.get(at);
      if (row) path.unshift(row);
    }
    return path;
  }, [rows, looked?.parentId]);

  const states = [
    ...conditions
      .filter(id => id !== 'unassigned' || complete)
      .map(id => ({ id, name: translate(`plans.condition.${id}`) })),
    ...assignmentStates.map(id => ({ id, name: translate(`states.assignment.${id}`) })),
  ];
  const nameOf = ({ kind, count, text }: Done) =>
    translate(`plans.did.${kind}`, { count, text: text === '' ? '' : `「${text.slice(0, 12)}」` });
  const panel =
    looked === null || board.editingId === newRowId ? null : (
      <ItemPanel
        key={looked.id}
        row={looked}
        above={above}
        editable={editable}
        unitNames={unitNames}
        save={desk.save}
      />
    );

  return (
    <Box sx={besideTree}>
      <Card sx={{ overflow: 'clip' }}>
        <Box sx={{ px: { xs: 1, sm: 2 }, pt: 1.5, display: 'grid', gap: 1 }}>
          {editable ? null : <WhyReadOnly plan={plan} />}
          <FilterBar
            filter={filter}
            onNarrow={narrow}
            units={units}
            states={states}
            matching={desk.filter?.matching.size ?? 0}
          />
        </Box>
        <BoardTools
          board={board}
          rows={rows}
          keys={editable ? editKeys : readKeys}
          editable={editable}
          undoName={last === null ? null : nameOf(last)}
        >
          <Box component="span" sx={{ color: 'text.secondary', ml: 'auto' }}>
            {levelCounts(rows)
              .map(({ level, count }) => translate(`plans.counts.${level}`, { count }))
              .join(translate('planTree.comma'))}
          </Box>
        </BoardTools>
        {lines.length === 0 ? (
          <Message icon={TreeIcon} title={translate(rows.length === 0 ? 'plans.empty.title' : 'planTree.noMatch')}>
            {rows.length === 0 && editable ? <p>{translate('plans.empty.text')}</p> : null}
          </Message>
        ) : (
          <BoardGrid
            board={board}
            columns={plan.state === 'draft' ? planning : tracked}
            label={plan.title}
            heading={translate('plans.tab.tree')}
            onOpen={() => setDrawer(true)}
          />
        )}
      </Card>
      <SidePanel
        label={translate('plans.detail')}
        empty={translate('plans.noDetail')}
        open={drawer && board.editingId === null}
        onClose={() => setDrawer(false)}
      >
        {panel}
      </SidePanel>
      <BoardPaste board={board} />
      {clash === null ? null : (
        <StaleDialog
          resource="planItems"
          found={clash.found}
          onKeepMine={() => desk.settleClash(true)}
          onTakeTheirs={() => desk.settleClash(false)}
        />
      )}
      <Snackbar
        anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
        open={told !== null}
        autoHideDuration={toastTime}
        onClose={(_, reason) => {
          if (reason !== 'clickaway') setTold(null);
        }}
        message={told === null ? '' : translate(`plans.done.${told.kind}`, { count: told.count, _: '' })}
        action={
          told !== null && told === last ? (
            <Button
              color="inherit"
              onClick={() => {
                setTold(null);
                board.undo();
              }}
            >
              {translate('plans.undo')}
            </Button>
          ) : null
        }
      />
    </Box>
  );
};

/** The plan's tree beside the row that is being looked at. */
export const PlanBoard = ({ plan }: { readonly plan: Plan }) => {
  const translate = useTranslate();
  const { data: rows, error, refetch } = usePlanItems(plan.id);
  const { units } = useUnitsOf(plan.agencyId);
  const meanings = useMemo(() => meaningsAmong(units), [units]);
  const tracking = useTrackingOf(plan);
  if (error && !rows)
    return (
      <Alert severity="error" action={<Button onClick={() => void refetch()}>{translate('shell.tryAgain')}</Button>}>
        {translate(error.message, { _: error.message })}
      </Alert>
    );
  if (!rows) return <PageSkeleton />;
  return (
    <MeaningsProvider value={meanings}>
      <TrackingProvider value={tracking}>
        <Board plan={plan} rows={rows} units={units} />
      </TrackingProvider>
    </MeaningsProvider>
  );
};
