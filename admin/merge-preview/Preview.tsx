import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useRef } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { Decision, Decisions, Placements } from '../../sync/model/index.ts';
import { BulkBar } from './BulkBar.tsx';
import type { Placing } from './GuessButtons.tsx';
import { Issues } from './Issues.tsx';
import { KeyLine } from './KeyLine.tsx';
import { countsOf, placedAsGuessed, rowsIn, type Scope, type View, views } from './plan.ts';
import { MergeFrame } from './preview-styles.ts';
import { Rows } from './Rows.tsx';
import { Strays } from './Strays.tsx';
import type { NameOf, ShownPlan } from './shown.ts';
import { Views } from './Views.tsx';

export interface Goal {
  readonly view: View;
  readonly rowId: string;
}

interface Props {
  readonly plan: ShownPlan;
  readonly decisions: Decisions;
  readonly nameOf: NameOf;
  /** Undefined where this person, or this state, decides nothing any more. */
  readonly onDecide?: ((decisions: Decisions) => void) | undefined;
  /** Undefined likewise. */
  readonly onPlace?: Placing | undefined;
  /** Whether it was applied or undone: what stands here now may be something else. */
  readonly past?: boolean;
  readonly goTo: { current: ((rowId: string) => void) | null };
}

const isView = (value: string | null): value is View => (views as readonly (string | null)[]).includes(value);

const decidedAtOnce: Readonly<Partial<Record<View, Scope['outcome']>>> = {
  attention: 'conflict',
  conflicts: 'conflict',
  changes: 'theirs',
};

/** What a returned file says, view by view, row by row. */
export const Preview = ({ plan, decisions, nameOf, onDecide, onPlace, past = false, goTo }: Props) => {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const counts = countsOf(plan);
  const asked = search.get('show');
  const view = isView(asked) ? asked : 'attention';
  const rows = rowsIn(plan, view);
  const outcome = decidedAtOnce[view];
  const deciding = useRef(onDecide);
  deciding.current = onDecide;
  const choose = useRef((key: string, choice: Decision) => deciding.current?.({ [key]: choice })).current;
  const placing = useRef(onPlace);
  placing.current = onPlace;
  const put = useRef((rows: Placements) => placing.current?.(rows)).current;
  const bulkNeeded = onDecide && outcome && counts[outcome === 'conflict' ? 'conflicts' : 'changes'] > 1;
  const empty = view === 'strays' ? plan.strays.length === 0 : rows.length === 0;
  return (
    <MergeFrame>
      <Issues issues={plan.issues} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 1.5 }}>
        <Views
          view={view}
          past={past}
          counts={counts}
          onView={next =>
            setSearch(
              was => {
                was.set('show', next);
                return was;
              },
              { replace: true },
            )
          }
        />
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'baseline', mb: 1.5 }}>
        <Typography sx={{ color: 'text.secondary', flex: '1 1 400px' }}>
          {translate(`exchange.viewText.${past && view === 'attention' ? 'past' : view}`)}
        </Typography>
        {onDecide && outcome && !empty ? <KeyLine /> : null}
      </Box>
      {bulkNeeded ? (
        <Box sx={{ mb: 1.5 }}>
          <BulkBar key={outcome} plan={plan} decisions={decisions} outcome={outcome} onDecide={onDecide} />
        </Box>
      ) : null}
      {view === 'guessed' && onPlace && rows.length > 1 ? (
        <Button variant="outlined" className="no-print" onClick={() => onPlace(placedAsGuessed(rows))} sx={{ mb: 1.5 }}>
          {translate('exchange.place.allRight', { count: rows.length })}
        </Button>
      ) : null}
      {view === 'strays' ? <Strays plan={plan} nameOf={nameOf} onPlace={onPlace} /> : null}
      {empty ? (
        <Typography role="status" sx={{ py: 4, textAlign: 'center', color: 'text.secondary' }}>
          {translate('exchange.emptyView')}
        </Typography>
      ) : null}
      <Rows
        rows={rows}
        view={view}
        past={past}
        nameOf={nameOf}
        decisions={decisions}
        onChoose={onDecide ? choose : undefined}
        onDecide={onDecide}
        onPlace={onPlace ? put : undefined}
        goTo={goTo}
      />
    </MergeFrame>
  );
};
