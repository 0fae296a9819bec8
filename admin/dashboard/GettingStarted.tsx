import DoneIcon from '@mui/icons-material/CheckCircleOutlined';
import WaitIcon from '@mui/icons-material/RadioButtonUnchecked';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { mayUse, useSession } from '../data/index.ts';
import { useTotal } from '../home/use-total.ts';
import { Panel } from '../pages/Panel.tsx';

type Step = 'units' | 'plan' | 'publish' | 'assign' | 'round';

interface Stage {
  readonly step: Step;
  readonly to: string;
  readonly done: boolean;
}

/** A new office: what to do first, then, and after that. The first that is open has the button. */
export const GettingStarted = () => {
  const translate = useTranslate();
  const { user } = useSession();
  const agencyId = user.agencyId;
  const units = useTotal('units', { agencyId });
  const plans = useTotal('plans', { agencyId });
  const published = useTotal('plans', { agencyId, state: 'published' });
  const assignments = useTotal('assignments', { agencyId });
  const rounds = useTotal('rounds', { agencyId, state_ne: 'draft' });
  const stages: readonly Stage[] = [
    { step: 'units', to: '/units', done: (units ?? 0) > 0 },
    { step: 'plan', to: '/plans/import', done: (plans ?? 0) > 0 },
    { step: 'publish', to: '/plans', done: (published ?? 0) > 0 },
    { step: 'assign', to: '/assignments/bulk', done: (assignments ?? 0) > 0 },
    { step: 'round', to: '/rounds/create', done: (rounds ?? 0) > 0 },
  ];
  const next = stages.find(stage => !stage.done)?.step;
  const acts = mayUse(user.role, 'rounds', 'create');
  return (
    <Panel title={translate('dashboard.start.title')}>
      <Box sx={{ color: 'text.secondary', mb: 1 }}>{translate('dashboard.start.text')}</Box>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {stages.map(({ step, to, done }, i) => {
          const Icon = done ? DoneIcon : WaitIcon;
          return (
            <Box
              component="li"
              key={step}
              aria-current={step === next ? 'step' : undefined}
              sx={{
                display: 'flex',
                flexWrap: 'wrap',
                gap: 1.5,
                py: 1.5,
                alignItems: 'center',
                borderTop: i === 0 ? 0 : 1,
                borderColor: 'divider',
              }}
            >
              <Icon
                titleAccess={translate(done ? 'home.first.done' : 'home.first.open')}
                sx={{ color: done ? 'success.main' : 'text.secondary' }}
              />
              <Box sx={{ flex: '1 1 280px', minWidth: 0 }}>
                <Box sx={{ fontWeight: 700 }}>
                  {i + 1}　{translate(`dashboard.start.${step}`)}
                </Box>
                <Box sx={{ color: 'text.secondary' }}>{translate(`dashboard.start.${step}Text`)}</Box>
              </Box>
              {acts && step === next ? (
                <Button component={Link} to={to} variant="contained">
                  {translate(`dashboard.start.${step}Go`)}
                </Button>
              ) : null}
            </Box>
          );
        })}
      </Box>
    </Panel>
  );
};
