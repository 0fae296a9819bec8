import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type KeyboardEvent, type SyntheticEvent, useMemo, useRef, useState } from 'react';
import { Confirm, useTranslate } from 'react-admin';
import type { Crosswalk, CrosswalkItem, CrosswalkLink } from '../../../sync/model/index.ts';
import { itemText } from '../../assignments/item-text.ts';
import type { Links } from '../use-links.ts';
import type { Walk } from '../walk.ts';
import { MatrixRow } from './MatrixRow.tsx';
import { cellKey, cellsOf, groupsOf, type Move, mostCells, moved } from './matrix.ts';
import { MatrixFrame } from './matrix-styles.ts';

interface Props {
  readonly crosswalk: Crosswalk;
  readonly walk: Walk;
  /** The superior's items that are shown. */
  readonly items: readonly CrosswalkItem[];
  readonly links: Links | null;
}

interface Pair {
  readonly superior: CrosswalkItem;
  readonly own: CrosswalkItem;
}

const keys: Readonly<Record<string, Move>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

const cellAt = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
const placeOf = ({ dataset }: HTMLElement): readonly [number, number] => [Number(dataset.row), Number(dataset.column)];

/** The superior's plan across the own one: what serves what, at a glance and by one press. */
export const Matrix = ({ crosswalk, walk, items, links }: Props) => {
  const translate = useTranslate();
  const frame = useRef<HTMLDivElement>(null);
  const [pair, setPair] = useState<Pair | null>(null);
  const [asked, setAsked] = useState<CrosswalkLink | null>(null);
  const groups = useMemo(() => groupsOf(crosswalk), [crosswalk]);
  const cells = useMemo(() => cellsOf(crosswalk), [crosswalk]);
  const whole = items.length * groups.reduce((sum, { columns }) => sum + columns.length, 0) <= mostCells;
  const [rootId, setRootId] = useState<string>('');
  const chosen = rootId !== '' || whole ? rootId : (groups[0]?.root.id ?? '');
  const shown = useMemo(() => groups.filter(({ root }) => chosen === '' || root.id === chosen), [groups, chosen]);
  const columns = useMemo(() => shown.flatMap(group => group.columns), [shown]);

  const pairAt = (cell: HTMLElement): Pair | null => {
    const [row, column] = placeOf(cell);
    const superior = items[row];
    const own = columns[column]?.item;
    return superior && own ? { superior, own } : null;
  };
  const look = ({ target }: SyntheticEvent) => {
    const cell = cellAt(target);
    if (cell) setPair(pairAt(cell));
  };
  const toggle = (cell: HTMLElement) => {
    const at = pairAt(cell);
    if (!links || links.busy || !at) return;
    const link = cells.linked.get(cellKey(at.superior.id, at.own.id));
    if (!link) links.link([{ superiorItemId: at.superior.id, planItemId: at.own.id }]);
    else if (link.note === '') links.unlink(link);
    else setAsked(link);
  };
  const press = (event: KeyboardEvent) => {
    const cell = cellAt(event.target);
    if (!cell) return;
    const move = keys[event.key];
    if (move) {
      const [row, column] = moved(placeOf(cell), move, [items.length, columns.length]);
      const next = frame.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
      cell.tabIndex = -1;
      if (next) next.tabIndex = 0;
      next?.focus();
      event.preventDefault();
    }
  };

  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, columnGap: 2, alignItems: 'center', mt: 2, mb: 1 }}>
        <TextField
          select
          size="small"
          label={translate('crosswalk.matrix.item')}
          value={chosen}
          onChange={({ target }) => setRootId(target.value)}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          sx={{ width: 360, maxWidth: 1, m: 0 }}
        >
          {whole ? <MenuItem value="">{translate('crosswalk.matrix.whole')}</MenuItem> : null}
          {groups.map(({ root }) => (
            <MenuItem key={root.id} value={root.id}>
              {itemText(root)}
            </MenuItem>
          ))}
        </TextField>
        <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
          {translate(links ? 'crosswalk.matrix.help' : 'crosswalk.matrix.legend')}
        </Box>
      </Box>
      <Box sx={{ height: { xs: '5.1em', sm: '3.4em' }, overflow: 'auto', fontSize: '0.875rem', mb: 1 }}>
        {pair
          ? translate('crosswalk.matrix.pair', { superior: itemText(pair.superior), own: itemText(pair.own) })
          : translate('crosswalk.matrix.point')}
      </Box>
      <Card sx={{ overflow: 'clip' }}>
        <MatrixFrame ref={frame} role="region" aria-label={translate('crosswalk.matrix.title')} tabIndex={0}>
          <table
            aria-label={translate('crosswalk.matrix.title')}
            className={links ? 'may-change' : undefined}
            onMouseOver={look}
            onFocus={look}
            onClick={({ target }) => {
              const cell = cellAt(target);
              if (cell) toggle(cell);
            }}
            onKeyDown={press}
          >
            <thead>
              <tr>
                <th className="matrix-corner" rowSpan={2} scope="col">
                  {translate('crosswalk.superiorItems')}
                </th>
                {shown.map(({ root, columns: { length } }) => (
                  <th key={root.id} className="matrix-root" colSpan={length} scope="colgroup" title={itemText(root)}>
                    <span style={{ maxWidth: length * 44 }}>{itemText(root)}</span>
                  </th>
                ))}
              </tr>
              <tr>
                {columns.map(({ item, label }) => (
                  <th key={item.id} className="matrix-column" scope="col" title={itemText(item)}>
                    {label}
                    <span className="matrix-hidden">{item.text}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((item, index) => (
                <MatrixRow
                  key={item.id}
                  index={index}
                  item={item}
                  coverage={walk.coverage.get(item.id)!}
                  columns={columns}
                  cells={cells}
                  mayChange={links !== null}
                />
              ))}
            </tbody>
          </table>
        </MatrixFrame>
      </Card>
      <Confirm
        isOpen={asked !== null}
        title={translate('crosswalk.matrix.unlinkTitle')}
        content={translate('crosswalk.matrix.unlinkText', { note: asked?.note ?? '' })}
        onConfirm={() => {
          if (asked) links?.unlink(asked);
          setAsked(null);
        }}
        onClose={() => setAsked(null)}
      />
    </>
  );
};
