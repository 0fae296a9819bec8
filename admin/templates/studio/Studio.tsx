import NoFormIcon from '@mui/icons-material/DoNotDisturbOnOutlined';
import FormIcon from '@mui/icons-material/TableChartOutlined';
import UndoIcon from '@mui/icons-material/UndoOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import FormControlLabel from '@mui/material/FormControlLabel';
import LinearProgress from '@mui/material/LinearProgress';
import Skeleton from '@mui/material/Skeleton';
import Switch from '@mui/material/Switch';
import { useMemo, useState } from 'react';
import { useStore, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { SheetGrid, TemplateDetail } from '../../../sync/model/index.ts';
import { mayUse, useSession } from '../../data/index.ts';
import { Issues } from '../../merge-preview/Issues.tsx';
import { onSheet, type SheetChange, setIsForm, type Understood } from '../corrections/correct.ts';
import { doubtsOf, lacksOf } from '../corrections/doubts.ts';
import { saidOf } from '../corrections/said.ts';
import { useCorrecting } from '../corrections/use-correcting.ts';
import { type Goal, Grid, type Picked } from '../grid/Grid.tsx';
import { columnLetters, columnNumber, placeOf } from '../grid/places.ts';
import { cellAt, type GridSheet, hiddenAsked, sheetOf, titleBeside, titleOver } from '../grid/sheet.ts';
import { Legend } from '../parts/Legend.tsx';
import { partsOf } from '../parts/parts.ts';
import { rowsAtOnce, useSheetGrid } from '../use-template.ts';
import { Chooser } from './Chooser.tsx';
import { LockedAnswers } from './LockedAnswers.tsx';
import { SheetTabs } from './SheetTabs.tsx';
import { Corrected, Doubts } from './SideList.tsx';
import { TitlesChooser } from './TitlesChooser.tsx';

const nothingSeen: readonly string[] = [];

const beside = {
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 320px' },
} as const;

/** What was found on the sheets of a template, drawn on the sheets themselves, to be put right where it is wrong. */
export const Studio = ({ template }: { readonly template: TemplateDetail }) => {
  const translate = useTranslate();
  const { user } = useSession();
  const [search, setSearch] = useSearchParams();
  const { profile: whole, found, corrections } = template;
  const asked = search.get('sheet');
  const firstForm = whole.sheets[0]?.name ?? found.sheets[0]?.name ?? '';
  const [pages, setPages] = useState(1);
  const { grid, error, pending, refetch } = useSheetGrid(template.id, asked ?? firstForm, pages);
  const name = grid?.sheet ?? asked ?? firstForm;
  const sheet = useMemo(() => (grid ? sheetOf(grid) : null), [grid]);
  const profile = whole.sheets.find(one => one.name === name) ?? null;
  const correction = corrections.find(one => one.sheet === name);
  const parts = useMemo(() => partsOf(profile), [profile]);
  const { busy, correct, undo } = useCorrecting(template);
  const [seen, setSeen] = useStore<readonly string[]>(`templates.${template.id}.seen`, nothingSeen);
  const [picked, setPicked] = useState<Picked | null>(null);
  const [goal, setGoal] = useState<Goal | null>(null);
  const [showHidden, setShowHidden] = useState(false);

  const doubts = useMemo(
    () => (profile ? doubtsOf(profile, correction, new Set(seen)) : []),
    [profile, correction, seen],
  );
  const unsure = useMemo(() => new Set(doubts.flatMap(doubt => doubt.decision.cells.slice(0, 1))), [doubts]);
  const mayEdit = mayUse(user.role, 'templates', 'update') && template.agencyId === user.agencyId;
  const change = (next: SheetChange) => correct(onSheet(name, next));
  const go = (address: string) => {
    const place = placeOf(address);
    if (!place) return;
    setPages(before => Math.max(before, Math.ceil(place.row / rowsAtOnce)));
    setGoal({ cursor: { column: columnNumber(place.column), row: place.row } });
  };
  const hidden = sheet && profile ? hiddenAsked(sheet, profile) : 0;
  const said = correction ? saidOf(correction) : [];
  const sheets = grid?.sheets ?? [...new Set([...whole.sheets, ...found.sheets].map(one => one.name))];

  return (
    <>
      <SheetTabs
        sheets={sheets.length > 0 ? sheets : [name]}
        present={name}
        forms={new Set(whole.sheets.map(one => one.name))}
        onOpen={next => {
          setPicked(null);
          setGoal(null);
          setPages(1);
          setSearch(
            before => {
              before.set('sheet', next);
              return before;
            },
            { replace: true },
          );
        }}
      />
      <Box sx={beside} role="tabpanel" aria-label={name}>
        <Card sx={{ overflow: 'clip', minWidth: 0 }}>
          <Box
            sx={{ px: 1.5, py: 1, display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.5 }}
          >
            <Box role="status" sx={{ fontWeight: 600, mr: 1 }}>
              {busy
                ? translate('templates.readingAnew')
                : profile
                  ? translate(profile.turned ? 'templates.across.asksRows' : 'templates.asksRows', {
                      count: profile.rows.length,
                    })
                  : translate('templates.noForm')}
            </Box>
            {hidden > 0 && !busy ? (
              <Box sx={{ color: 'warning.main', fontWeight: 600, mr: 1 }}>
                {translate(profile?.turned ? 'templates.across.asksHidden' : 'templates.asksHidden', {
                  smart_count: hidden,
                })}
              </Box>
            ) : null}
            {mayEdit ? (
              <>
                {undo ? (
                  <Button size="small" startIcon={<UndoIcon />} disabled={busy} onClick={undo}>
                    {translate('templates.undo')}
                  </Button>
                ) : null}
                {profile || correction?.isForm === false ? (
                  <Button
                    size="small"
                    disabled={busy}
                    startIcon={profile ? <NoFormIcon /> : <FormIcon />}
                    onClick={() =>
                      change(
                        setIsForm(
                          !profile,
                          found.sheets.some(one => one.name === name),
                        ),
                      )
                    }
                  >
                    {translate(profile ? 'templates.markNoForm' : 'templates.markForm')}
                  </Button>
                ) : null}
              </>
            ) : null}
            {sheet?.hidesSomething ? (
              <FormControlLabel
                control={<Switch size="small" checked={showHidden} onChange={(_, on) => setShowHidden(on)} />}
                label={translate('templates.grid.showHidden')}
                sx={{ ml: 'auto' }}
              />
            ) : null}
          </Box>
          {profile ? (
            <Box sx={{ px: 1, pb: 1 }}>
              <Legend profile={profile} onGo={go} />
            </Box>
          ) : null}
          {!profile && mayEdit && !busy ? (
            <Box sx={{ px: 1.5, pb: 1, color: 'text.secondary' }}>{translate('templates.pointAt')}</Box>
          ) : null}
          {busy ? (
            <LinearProgress aria-label={translate('templates.readingAnew')} sx={{ height: 3, mt: '-3px' }} />
          ) : null}
          {sheet ? (
            <>
              <Grid
                key={name}
                sheet={sheet}
                parts={parts}
                unsure={unsure}
                showHidden={showHidden}
                picked={picked}
                goal={goal}
                onPick={profile || mayEdit ? setPicked : () => undefined}
              />
              {sheet.rowsLeftOut > 0 ? (
                <Box
                  sx={{
                    px: 2,
                    py: 0.5,
                    borderTop: 1,
                    borderColor: 'divider',
                    color: 'text.secondary',
                    display: 'flex',
                    flexWrap: 'wrap',
                    alignItems: 'center',
                    gap: 1,
                  }}
                >
                  {translate('templates.grid.leftOut', { count: sheet.rowsLeftOut })}
                  <Button size="small" disabled={pending} onClick={() => setPages(pages + 1)}>
                    {translate(pending ? 'shell.loading' : 'templates.grid.more')}
                  </Button>
                </Box>
              ) : null}
            </>
          ) : error ? (
            <Alert severity="error" action={<Button onClick={() => refetch()}>{translate('shell.tryAgain')}</Button>}>
              {translate(error.message, { _: error.message })}
            </Alert>
          ) : (
            <Box sx={{ p: 2 }}>
              <Skeleton variant="rounded" height={420} />
            </Box>
          )}
        </Card>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          {profile ? <LockedAnswers profile={profile} onChange={mayEdit ? change : undefined} /> : null}
          {profile ? (
            <Doubts
              doubts={doubts}
              lacks={lacksOf(profile, new Set(seen))}
              turned={profile.turned === true}
              onGo={({ decision }) => go(decision.cells[0] ?? '')}
              onRight={mayEdit ? key => setSeen([...seen, key]) : undefined}
            />
          ) : null}
          <Corrected
            said={said}
            turned={profile?.turned === true}
            onTakeBack={mayEdit ? ({ takeBack }) => change(takeBack) : undefined}
          />
          <Issues issues={whole.issues.filter(issue => issue.sheet === undefined || issue.sheet === name)} />
        </Box>
      </Box>
      {picked && !profile && mayEdit && picked.row > 0 ? (
        <TitlesChooser
          key={picked.row}
          picked={picked}
          more={picked.row < lastRow(grid)}
          onChange={change}
          onClose={() => setPicked(null)}
        />
      ) : null}
      {picked && profile && sheet ? (
        <Chooser
          key={`${picked.column} ${picked.row}`}
          picked={picked}
          understood={understoodOf(sheet, profile)}
          text={picked.column === 0 ? '' : (cellAt(sheet, placeOfPicked(picked))?.text ?? '')}
          onChange={mayEdit ? change : undefined}
          onClose={() => setPicked(null)}
        />
      ) : null}
    </>
  );
};

const lastRow = (grid: SheetGrid | null): number => grid?.rows.at(-1)?.row ?? 0;

const placeOfPicked = ({ column, row }: Picked) => ({ column: columnLetters(column), row });

const understoodOf = (sheet: GridSheet, profile: Understood['profile']): Understood => ({
  profile,
  titleOf: column =>
    profile.turned
      ? titleBeside(sheet, columnNumber(column), profile.headerRows)
      : titleOver(sheet, column, profile.headerRows),
});
