import SaveIcon from '@mui/icons-material/SaveOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { rowKey, type TemplateDetail, type TemplateRows } from '../../../sync/model/index.ts';
import { mayUse, useSession } from '../../data/index.ts';
import { Chip } from '../../fields/index.ts';
import { Panel } from '../../pages/Panel.tsx';
import { useStable } from '../../plan-tree/use-stable.ts';
import { printed } from '../../reports/paths.ts';
import { columnLetters } from '../grid/places.ts';
import { standingLooks } from './looks.ts';
import { confirmCertain, countsOf, doubled, type Mapped, type Standing, uncoveredOf } from './mapping.ts';
import { RowLine } from './RowLine.tsx';
import { type Step, StepChooser } from './StepChooser.tsx';
import { useMapping } from './use-mapping.ts';

interface Props {
  readonly template: TemplateDetail;
  readonly given: TemplateRows;
  readonly steps: readonly Step[];
}

type Shown = 'all' | 'look';
const toLookAt: ReadonlySet<Standing> = new Set(['open', 'suggested', 'certain']);

const Uncovered = ({ steps }: { readonly steps: readonly Step[] }) => {
  const translate = useTranslate();
  return (
    <Panel title={translate('templates.rows.uncovered')} aside={translate('templates.count', { count: steps.length })}>
      {steps.length === 0 ? (
        <Box sx={{ color: 'text.secondary' }}>{translate('templates.rows.allCovered')}</Box>
      ) : (
        <>
          <Box sx={{ color: 'text.secondary', mb: 1 }}>{translate('templates.rows.uncoveredText')}</Box>
          <Box component="ul" sx={{ m: 0, pl: 2.5, '& li': { mb: 0.75 } }}>
            {steps.map(step => (
              <li key={step.id}>
                <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{step.path}</Box>
                {step.name}
              </li>
            ))}
          </Box>
        </>
      )}
    </Panel>
  );
};

/** Every row of the template with its step, to be confirmed or changed, and what no row stands for. */
export const Mapping = ({ template, given, steps }: Props) => {
  const translate = useTranslate();
  const { user } = useSession();
  const mayEdit = mayUse(user.role, 'templates', 'update') && template.agencyId === user.agencyId;
  const { rows, dirty, saving, choose, discard, save } = useMapping(template.id, given);
  const [shown, setShown] = useState<Shown>('all');
  const [askingFor, setAskingFor] = useState<string | null>(null);
  const stepsById = useMemo(() => new Map(steps.map(step => [step.id, step])), [steps]);
  const questions = useMemo(
    () =>
      new Map(
        template.profile.sheets.flatMap(sheet =>
          sheet.rows.map(row => [
            rowKey(sheet.name, row.row),
            {
              text: printed(row) || row.finding || row.keyPoint?.text || '',
              units: row.units.join(translate('fields.and')),
            },
          ]),
        ),
      ),
    [template, translate],
  );
  const turned = useMemo(
    () => new Set(template.profile.sheets.filter(sheet => sheet.turned).map(({ name }) => name)),
    [template],
  );
  const counts = countsOf(rows);
  const twice = useMemo(() => doubled(rows), [rows]);
  const uncovered = uncoveredOf(given, rows).flatMap(id => stepsById.get(id) ?? []);
  const visible = shown === 'all' ? rows : rows.filter(row => toLookAt.has(row.standing));
  const asking = rows.find(row => row.key === askingFor);
  const confirm = useStable((key: string, planItemId: string | null) => choose({ [key]: planItemId }));
  const other = useStable((key: string) => setAskingFor(key));
  const bySheet = Map.groupBy(visible, row => row.sheet);

  return (
    <>
      <Card sx={{ px: 2, py: 1.5, mb: 2, display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <Box role="status" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, flex: '1 1 360px' }}>
          {(Object.entries(counts) as [Standing, number][])
            .filter(([, count]) => count > 0)
            .map(([standing, count]) => (
              <Chip
                key={standing}
                {...standingLooks[standing]}
                word={`${translate(`templates.standing.${standing}`)} ${count}`}
              />
            ))}
        </Box>
        {mayEdit && counts.certain > 0 ? (
          <Button variant="outlined" onClick={() => choose(confirmCertain(rows))}>
            {translate('templates.rows.confirmAll', { count: counts.certain })}
          </Button>
        ) : null}
        <ToggleButtonGroup
          exclusive
          size="small"
          value={shown}
          aria-label={translate('templates.rows.show')}
          onChange={(_, next: Shown | null) => next && setShown(next)}
        >
          {(['all', 'look'] as const).map(one => (
            <ToggleButton key={one} value={one} sx={{ textTransform: 'none', color: 'text.primary', px: 1.5 }}>
              {translate(`templates.rows.shown.${one}`, {
                count: one === 'all' ? rows.length : rows.filter(row => toLookAt.has(row.standing)).length,
              })}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </Card>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', xl: 'minmax(0, 1fr) 340px' },
        }}
      >
        <Card>
          {[...bySheet].map(([sheet, some]) => (
            <Box key={sheet} component="section" aria-label={sheet}>
              {template.profile.sheets.length > 1 ? (
                <Box component="h2" sx={{ m: 0, px: 2, py: 1, fontSize: '1rem', bgcolor: 'sunken' }}>
                  {sheet}
                </Box>
              ) : null}
              <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, '& > li:first-of-type': { borderTop: 0 } }}>
                {some.map((row: Mapped) => (
                  <RowLine
                    key={row.key}
                    row={row}
                    text={questions.get(row.key)?.text || translate('exchange.row.noText')}
                    column={turned.has(row.sheet) ? columnLetters(row.row) : null}
                    units={questions.get(row.key)?.units ?? ''}
                    step={row.planItemId === null ? undefined : stepsById.get(row.planItemId)}
                    doubled={row.planItemId !== null && twice.has(row.planItemId)}
                    onConfirm={mayEdit ? confirm : undefined}
                    onOther={mayEdit ? other : undefined}
                  />
                ))}
              </Box>
            </Box>
          ))}
          {visible.length === 0 ? (
            <Box role="status" sx={{ p: 4, textAlign: 'center', color: 'text.secondary' }}>
              {translate(rows.length === 0 ? 'templates.rows.noRows' : 'templates.rows.allLooked')}
            </Box>
          ) : null}
        </Card>
        <Uncovered steps={uncovered} />
      </Box>
      {mayEdit ? (
        <Box
          component="section"
          className="no-print"
          aria-label={translate('templates.rows.saving')}
          sx={{
            position: 'sticky',
            bottom: { xs: 'calc(60px + env(safe-area-inset-bottom))', md: 0 },
            zIndex: 5,
            display: dirty > 0 ? 'flex' : 'none',
            flexWrap: 'wrap',
            alignItems: 'center',
            gap: 1,
            mt: 2,
            px: 2,
            py: 1,
            bgcolor: 'background.paper',
            border: 1,
            borderColor: 'divider',
            borderRadius: 2,
            boxShadow: '0 -4px 18px rgb(0 0 0 / 0.10)',
          }}
        >
          <Box role="status" sx={{ flex: '1 1 240px' }}>
            {dirty > 0 ? translate('templates.rows.unsaved', { count: dirty }) : ''}
          </Box>
          <Button onClick={discard} disabled={saving}>
            {translate('templates.rows.discard')}
          </Button>
          <Button variant="contained" startIcon={<SaveIcon />} disabled={saving} onClick={() => void save()}>
            {translate(saving ? 'templates.rows.beingSaved' : 'templates.rows.save')}
          </Button>
        </Box>
      ) : null}
      {asking ? (
        <StepChooser
          row={asking}
          text={questions.get(asking.key)?.text ?? ''}
          steps={steps}
          onChoose={planItemId => {
            choose({ [asking.key]: planItemId });
            setAskingFor(null);
          }}
          onClose={() => setAskingFor(null)}
        />
      ) : null}
    </>
  );
};
