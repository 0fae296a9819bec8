import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import CardActionArea from '@mui/material/CardActionArea';
import Typography from '@mui/material/Typography';
import { Title, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useSession } from '../data/index.ts';
import { entriesFor } from '../layout/menu-entries.ts';

/** Everything the person may open, for roles whose day has no single first page. */
export const Overview = () => {
  const translate = useTranslate();
  const { user } = useSession();
  return (
    <>
      <Title title={translate('home.title')} />
      <Typography sx={{ mb: 2 }}>{translate('home.greeting', { name: user.name })}</Typography>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))' }}>
        {entriesFor(user.role)
          .filter(entry => entry.to !== '/')
          .map(entry => (
            <Card key={entry.to}>
              <CardActionArea
                component={Link}
                to={entry.to}
                sx={{ p: 2, display: 'flex', justifyContent: 'flex-start', gap: 1.5 }}
              >
                <entry.icon sx={{ color: 'primary.main' }} />
                <Typography component="span" sx={{ fontWeight: 600 }}>
                  {translate(entry.label, { smart_count: 2 })}
                </Typography>
              </CardActionArea>
            </Card>
          ))}
      </Box>
    </>
  );
};

export default Overview;
