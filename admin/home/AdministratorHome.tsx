import Box from '@mui/material/Box';
import { Title, useTranslate } from 'react-admin';
import { FirstSteps } from './FirstSteps.tsx';
import { LatestEvents } from './LatestEvents.tsx';
import { Tally } from './Tally.tsx';

/** What the installation still needs, how big it is, and what happened lately. */
export const AdministratorHome = () => {
  const translate = useTranslate();
  return (
    <>
      <Title title={translate('home.title')} />
      <FirstSteps />
      <Box
        sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))', mt: 1, mb: 2 }}
      >
        <Tally label="resources.agencies.name" resource="agencies" />
        <Tally label="resources.units.name" resource="units" />
        <Tally label="home.activeUsers" resource="users" filter={{ disabled: false }} />
        <Tally label="home.waitingUsers" resource="users" filter={{ disabled: false, mustChangePassword: true }} />
        <Tally label="home.disabledUsers" resource="users" filter={{ disabled: true }} />
      </Box>
      <LatestEvents />
    </>
  );
};

export default AdministratorHome;
