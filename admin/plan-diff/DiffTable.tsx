import NextIcon from '@mui/icons-material/KeyboardArrowDown';
import PreviousIcon from '@mui/icons-material/KeyboardArrowUp';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { type PlanChange, type PlanComparison, planChanges } from '../../sync/model/index.ts';
import { DiffHead } from './DiffHead.tsx';
import { DiffRow, type Linking } from './DiffRow.tsx';
import { DiffFrame } from './diff-styles.ts';
import { KindFilter } from './KindFilter.tsx';
import { changeFrom, visibleRows } from './visible.ts';

interface Props {
  readonly comparison: PlanComparison;
  readonly linking: Linking | null;
}

/** Two plans as one table: which kinds are shown stays in the address, and Alt with an arrow walks from change to change. */
export const DiffTable = ({ comparison, linking }: Props) => {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const [active, setActive] = useState<number | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const asked = search.get('kind') ?? '';
  const kinds = useMemo(() => new Set(planChanges.filter(kind => asked.split(',').includes(kind))), [asked]);
  const rows = useMemo(() => visibleRows(comparison.rows, kinds), [comparison, kinds]);
  const show = (next: readonly PlanChange[]) =>
    setSearch(
      before => {
        const params = new URLSearchParams(before);
        if (next.length === 0) params.delete('kind');
        else params.set('kind', next.join());
        return params;
      },
      { replace: true },
    );
  const go = useCallback(
    (step: 1 | -1) => {
      const next = changeFrom(rows, active, step);
      if (next === null) return;
      setActive(next);
      const line = body.current?.querySelector<HTMLElement>(`[data-index="${next}"]`);
      line?.focus({ preventScroll: true });
      line?.scrollIntoView({ block: 'center' });
    },
    [rows, active],
  );
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
      event.preventDefault();
      go(event.key === 'ArrowDown' ? 1 : -1);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [go]);
  return (
    <>
      <Box
        className="no-print"
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', justifyContent: 'space-between', mb: 1 }}
      >
        <KindFilter counts={comparison.counts} kinds={kinds} onKinds={show} />
        <Box sx={{ display: 'flex', gap: 0.5 }}>
          <Button size="small" startIcon={<PreviousIcon />} onClick={() => go(-1)} aria-keyshortcuts="Alt+ArrowUp">
            {translate('planDiff.previous')}
          </Button>
          <Button size="small" startIcon={<NextIcon />} onClick={() => go(1)} aria-keyshortcuts="Alt+ArrowDown">
            {translate('planDiff.next')}
          </Button>
        </Box>
      </Box>
      <Card sx={{ overflow: 'clip' }}>
        <DiffFrame>
          <table aria-label={translate('planDiff.title')}>
            <DiffHead
              before={translate('planDiff.columnBefore', { title: comparison.before.title })}
              after={translate('planDiff.columnAfter', { title: comparison.after.title })}
            />
            <tbody ref={body}>
              {rows.map(({ row, index, context }) => (
                <DiffRow
                  key={index}
                  row={row}
                  index={index}
                  context={context}
                  active={active === index}
                  onActivate={setActive}
                  linking={linking}
                />
              ))}
            </tbody>
          </table>
        </DiffFrame>
        {rows.length === 0 ? <Box sx={{ p: 2, color: 'text.secondary' }}>{translate('planDiff.nothing')}</Box> : null}
      </Card>
    </>
  );
};
