import DoneIcon from '@mui/icons-material/CheckCircleOutlined';
import WaitIcon from '@mui/icons-material/RadioButtonUnchecked';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useTotal } from './use-total.ts';

interface Step {
  readonly key: 'units' | 'secretariat' | 'officers';
  readonly to: string;
  readonly done: boolean;
}

/** What a new installation needs before anybody can work; goes away once all of it is done. */
export const FirstSteps = () => {
  const translate = useTranslate();
  const units = useTotal('units');
  const secretaries = useTotal('users', { role: 'secretariat', disabled: false });
  const officers = useTotal('users', { role: 'officer', disabled: false });
  if (units === undefined || secretaries === undefined || officers === undefined) return null;
  const steps: readonly Step[] = [
    { key: 'units', to: '/units/create', done: units > 0 },
    { key: 'secretariat', to: '/users/create', done: secretaries > 0 },
    { key: 'officers', to: '/users/create', done: officers > 0 },
  ];
  if (steps.every(step => step.done)) return null;
  return (
    <Card component="section" aria-labelledby="first-steps" sx={{ mb: 2 }}>
      <CardContent>
        <Typography id="first-steps" variant="h2">
          {translate('home.first.title')}
        </Typography>
        <Box component="ol" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>
          {steps.map(({ key, to, done }) => {
            const Icon = done ? DoneIcon : WaitIcon;
            return (
              <Box component="li" key={key} sx={{ display: 'flex', gap: 1.25, py: 0.75 }}>
                <Icon
                  titleAccess={translate(done ? 'home.first.done' : 'home.first.open')}
                  sx={{ mt: '3px', color: done ? 'success.main' : 'text.secondary' }}
                  fontSize="small"
                />
                <div>
                  {done ? (
                    translate(`home.first.${key}`)
                  ) : (
                    <Link component={RouterLink} to={to} sx={{ fontWeight: 600 }}>
                      {translate(`home.first.${key}`)}
                    </Link>
                  )}
                  <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>{translate(`home.first.${key}Why`)}</Box>
                </div>
              </Box>
            );
          })}
        </Box>
      </CardContent>
    </Card>
  );
};
