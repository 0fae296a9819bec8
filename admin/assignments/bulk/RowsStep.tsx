import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { assignmentStates, type PlanItem, type Unit } from '../../../sync/model/index.ts';
import {
  type Column,
  dueColumn,
  FilterBar,
  FoldMenu,
  KeyHelp,
  TreeGrid,
  unitsColumn,
  unknownAmong,
  useFolding,
  useMeanings,
  useUrlFilter,
} from '../../plan-tree/index.ts';
import { checksOf, conditions, fits, isFiltering, linesOf, shownBy, turned } from '../../plan-tree/outline/index.ts';
import { useTracking } from '../../plans/tracking.tsx';

const AssignedCell = ({ row }: { readonly row: PlanItem }) => {
  const translate = useTranslate();
  const count = useTracking().byItem.get(row.id)?.length ?? 0;
  return count === 0 ? null : <span className="tree-faded">{translate('bulkAssignment.assignedTo', { count })}</span>;
};

const columns: readonly Column<PlanItem>[] = [
  unitsColumn,
  dueColumn,
  { key: 'assigned', heading: 'bulkAssignment.assigned', width: '6rem', Cell: AssignedCell },
];
const keys = ['walk', 'ends', 'check'] as const;

interface Props {
  readonly rows: readonly PlanItem[];
  readonly units: readonly Unit[];
  readonly title: string;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly activeId: string | null;
  readonly onActivate: (id: string) => void;
}

/** The plan's rows with a box each; a row that has others below it stands for all of them. */
export const RowsStep = ({ rows, units, title, chosen, onChoose, activeId, onActivate }: Props) => {
  const translate = useTranslate();
  const meanings = useMeanings();
  const { byItem, complete } = useTracking();
  const folding = useFolding();
  const [filter, narrow] = useUrlFilter();
  // A row that is neither a leaf nor names a unit only says what stands below it.
  const choosable = useMemo(() => {
    const parents = new Set(rows.map(row => row.parentId));
    return new Set(rows.filter(row => row.units.length > 0 || !parents.has(row.id)).map(row => row.id));
  }, [rows]);
  const shown = useMemo(
    () =>
      isFiltering(filter)
        ? shownBy(rows, row =>
            fits(filter, row, {
              unitIds: row.units.flatMap(name => meanings(name).unitIds),
              unresolved: unknownAmong(row.units, meanings),
              assignments: byItem.get(row.id) ?? [],
            }),
          )
        : null,
    [rows, filter, meanings, byItem],
  );
  const lines = useMemo(() => linesOf(rows, folding.folded, shown), [rows, folding.folded, shown]);
  const checks = useMemo(() => checksOf(rows, choosable, chosen), [rows, choosable, chosen]);
  const take = (test: (row: PlanItem) => boolean) =>
    onChoose(new Set(rows.filter(row => choosable.has(row.id) && test(row)).map(row => row.id)));
  const states = [
    ...conditions.map(id => ({ id, name: translate(`plans.condition.${id}`) })),
    ...assignmentStates.map(id => ({ id, name: translate(`states.assignment.${id}`) })),
  ];
  return (
    <Card component="section" aria-labelledby="bulk-rows" sx={{ overflow: 'clip' }}>
      <Box sx={{ px: 2, pt: 1.5, pb: 1, display: 'grid', gap: 1 }}>
        <Typography id="bulk-rows" variant="h2">
          {translate('bulkAssignment.step.rows')}
        </Typography>
        <Box sx={{ color: 'text.secondary' }}>{translate('bulkAssignment.rowsText')}</Box>
        <FilterBar
          filter={filter}
          onNarrow={narrow}
          units={units}
          states={states}
          matching={shown?.matching.size ?? 0}
        />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
          <Button onClick={() => take(row => row.units.length > 0)}>
            {translate('bulkAssignment.chooseWithUnits')}
          </Button>
          <Button disabled={!complete} onClick={() => take(row => row.units.length > 0 && !byItem.has(row.id))}>
            {translate('bulkAssignment.chooseUnassigned')}
          </Button>
          <Button disabled={chosen.size === 0} onClick={() => onChoose(new Set())}>
            {translate('bulkAssignment.clear')}
          </Button>
          <FoldMenu rows={rows} folding={folding} />
          <KeyHelp of={keys} />
          <Box role="status" sx={{ ml: 'auto', fontWeight: 600 }}>
            {translate('bulkAssignment.chosen', { count: chosen.size })}
          </Box>
        </Box>
      </Box>
      {lines.length === 0 ? (
        <Box sx={{ p: 3, color: 'text.secondary' }}>{translate('planTree.noMatch')}</Box>
      ) : (
        <TreeGrid
          lines={lines}
          columns={columns}
          label={title}
          heading={translate('plans.tab.tree')}
          activeId={activeId}
          onActivate={onActivate}
          onFold={folding.fold}
          onCommand={(command, id) => {
            if (command !== 'check') return false;
            onChoose(turned(rows, choosable, chosen, id));
            return true;
          }}
          checks={checks}
        />
      )}
      <Box
        sx={{
          display: { xs: 'flex', lg: 'none' },
          position: 'sticky',
          bottom: { xs: 64, md: 0 },
          zIndex: 3,
          p: 1,
          bgcolor: 'background.paper',
          borderTop: 1,
          borderColor: 'divider',
        }}
      >
        <Button
          fullWidth
          variant="outlined"
          disabled={chosen.size === 0}
          onClick={() => document.getElementById('bulk-target')?.scrollIntoView({ block: 'center' })}
        >
          {translate('bulkAssignment.goOn', { count: chosen.size })}
        </Button>
      </Box>
    </Card>
  );
};
