import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import type { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useNotify, useRedirect, useTranslate } from 'react-admin';
import type { PlanSource } from '../../sync/model/index.ts';
import { useSession } from '../data/index.ts';
import {
  BoardGrid,
  BoardPaste,
  BoardTools,
  besideTree,
  type Column,
  dueColumn,
  MeaningsProvider,
  meaningsAmong,
  SidePanel,
  unitsColumn,
  useUnitsOf,
} from '../plan-tree/index.ts';
import type { OutlineRow } from '../plan-tree/outline/index.ts';
import { createPlan, Unanswered, type UnansweredTry } from './create-plan.ts';
import { type FromFile, FromFileProvider, IssuesBelow, sourceColumn } from './from-file.tsx';
import { generalId } from './GeneralIssues.tsx';
import { lineWord } from './issue-words.ts';
import { dropReview } from './kept.ts';
import { ReviewHead } from './ReviewHead.tsx';
import { RowPanel } from './RowPanel.tsx';
import { markSeen, type Review, writeHead } from './review.ts';
import { SectionsPane } from './SectionsPane.tsx';
import { type Beside, BesideTabs, SourcePane, useSource } from './source/index.ts';
import { UnknownUnits } from './UnknownUnits.tsx';
import { unitChanges, unitsWith, unknownNames } from './unit-decisions.ts';
import { useReview } from './use-review.ts';
import { useReviewBoard } from './use-review-board.ts';

const columns: readonly Column<OutlineRow>[] = [
  { ...unitsColumn, width: '8rem' },
  { ...dueColumn, width: '4.75rem' },
  sourceColumn,
];
const keys = ['walk', 'ends', 'edit', 'add', 'move', 'level', 'paste', 'remove', 'undo'] as const;

interface Props {
  readonly start: Review;
  /** The document itself; null when an earlier import goes on without its file. */
  readonly source: PlanSource | null;
  readonly keptAt: string | null;
  readonly onFresh: (() => void) | undefined;
  readonly onLeave: () => void;
}

const twoHalves = {
  ...besideTree,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' },
} as const;

const Quiet = ({ children }: { readonly children: string }) => <Box sx={{ color: 'text.secondary' }}>{children}</Box>;

/** What was understood of a file, to be corrected where it stands. Nothing is stored before the draft is created. */
export const ReviewPage = ({ start, source, keptAt, onFresh, onLeave }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const redirect = useRedirect();
  const queries = useQueryClient();
  const { user } = useSession();
  const { review, change, undo, canUndo } = useReview(start);
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [unanswered, setUnanswered] = useState<UnansweredTry | null>(null);
  const [drawer, setDrawer] = useState(false);
  // Beside the tree there is room for the document; over it, on a small screen, stands what can be done with the row.
  const wide = useMediaQuery<Theme>(theme => theme.breakpoints.up('lg'));
  const [chosen, setBeside] = useState<Beside | null>(null);
  const beside = chosen ?? (source && wide ? 'original' : 'row');
  const desk = useReviewBoard({ review, change, undo, onlyOpen });
  const { board, byRow, goTo } = desk;
  const { active } = board;
  const original = useSource({ source, review, active, goTo });
  // A row whose boxes are typed in is drawn at once; the next one follows the walk through the tree as fast as it can.
  const lookedId = useDeferredValue(active?.id);
  const looked = active?.id === lookedId ? active : (review.rows.find(row => row.id === lookedId) ?? null);

  const { units } = useUnitsOf(user.agencyId);
  const unknown = useMemo(() => unknownNames(review.rows, meaningsAmong(units)), [review.rows, units]);
  const meanings = useMemo(() => meaningsAmong(unitsWith(units, review.decisions)), [units, review.decisions]);
  const changes = unitChanges(units, review.decisions, unknown);
  const unitNames = useMemo(() => units.map(unit => unit.name), [units]);
  const fromFile: FromFile = useMemo(
    () => ({
      issues: byRow,
      sources: review.sources,
      severalSheets: new Set(Object.values(review.sources).map(source => source.sheet)).size > 1,
      lines: lineWord(review.fileName),
    }),
    [byRow, review.sources, review.fileName],
  );

  const wrong = {
    title: asked && review.title.trim() === '',
    year: asked && !(Number.isInteger(review.year) && review.year! >= 1 && review.year! <= 999),
  };
  const create = async () => {
    setAsked(true);
    if (review.rows.length === 0) return notify('planImport.empty', { type: 'error' });
    if (review.title.trim() === '' || !Number.isInteger(review.year) || review.year! < 1 || review.year! > 999) return;
    setBusy(true);
    try {
      const plan = await createPlan(review, changes, unanswered);
      dropReview(review.sha256);
      void queries.invalidateQueries();
      notify('planImport.created', { type: 'success', messageArgs: { count: review.rows.length } });
      redirect('show', 'plans', plan.id);
    } catch (error) {
      setUnanswered(error instanceof Unanswered ? error : null);
      void queries.invalidateQueries({ queryKey: ['units'] });
      notify(error instanceof Error ? error.message : 'shell.error.noAnswer', { type: 'error' });
      setBusy(false);
    }
    return undefined;
  };

  const panel =
    looked === null ? null : (
      <RowPanel
        key={looked.id}
        row={looked}
        unitNames={unitNames}
        onWrite={part => desk.writeRow(looked.id, part)}
        onSeen={seen => change(before => markSeen(before, looked.id, seen))}
      />
    );
  return (
    <MeaningsProvider value={meanings}>
      <FromFileProvider value={fromFile}>
        <ReviewHead
          review={review}
          keptAt={keptAt}
          unitChanges={{ create: changes.create.length, alias: changes.alias.length }}
          wrong={wrong}
          busy={busy}
          onWrite={part => change(before => writeHead(before, part), true)}
          showing={place => {
            const show = original.showing(place);
            return (
              show &&
              (() => {
                show();
                setBeside('original');
                setDrawer(true);
              })
            );
          }}
          onSeenGeneral={() => change(before => markSeen(before, null, true))}
          onNext={() => {
            if (!desk.nextOpen()) document.getElementById(generalId)?.focus();
          }}
          onCreate={() => void create()}
          onLeave={onLeave}
          onFresh={onFresh}
        />
        <UnknownUnits
          unknown={unknown}
          units={units}
          decisions={review.decisions}
          onDecide={(name, decision) =>
            change(before => ({ ...before, decisions: { ...before.decisions, [name]: decision } }))
          }
          onShow={goTo}
        />
        <Box sx={beside === 'row' ? besideTree : twoHalves}>
          <Card sx={{ overflow: 'clip' }}>
            <BoardTools
              board={board}
              rows={review.rows}
              keys={keys}
              editable
              undoName={canUndo ? translate('planImport.lastChange') : null}
            >
              <FormControlLabel
                control={<Switch size="small" checked={onlyOpen} onChange={(_, on) => setOnlyOpen(on)} />}
                label={translate('planImport.onlyLook')}
                sx={{ ml: 'auto' }}
              />
            </BoardTools>
            {board.lines.length === 0 ? (
              <Box sx={{ p: 3, color: 'text.secondary' }}>
                {translate(onlyOpen ? 'planImport.allSeen' : 'planImport.empty')}
              </Box>
            ) : (
              <BoardGrid
                board={board}
                columns={columns}
                Below={IssuesBelow}
                label={review.title || review.fileName}
                heading={translate('plans.tab.tree')}
                onOpen={() => setDrawer(true)}
              />
            )}
          </Card>
          <SidePanel
            label={translate('planImport.beside')}
            empty=""
            open={drawer && board.editingId === null}
            onClose={() => setDrawer(false)}
          >
            <BesideTabs value={beside} onChange={setBeside} />
            {beside === 'row' ? (panel ?? <Quiet>{translate('planImport.noDetail')}</Quiet>) : null}
            {beside === 'sections' ? (
              <SectionsPane
                review={review}
                marked={asked}
                onWrite={sections => change(before => writeHead(before, { sections }), true)}
              />
            ) : null}
            {beside === 'original' ? (
              source ? (
                <SourcePane
                  source={source}
                  spot={original.spot}
                  doubtful={original.doubtful}
                  onPick={spot => {
                    original.pick(spot);
                    setDrawer(false);
                  }}
                />
              ) : (
                <Quiet>{translate('planImport.originalGone')}</Quiet>
              )
            ) : null}
          </SidePanel>
        </Box>
        <BoardPaste board={board} />
      </FromFileProvider>
    </MeaningsProvider>
  );
};
