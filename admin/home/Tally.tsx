import Card from '@mui/material/Card';
import CardActionArea from '@mui/material/CardActionArea';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useTotal } from './use-total.ts';

interface Props {
  readonly label: string;
  readonly resource: string;
  readonly filter?: Readonly<Record<string, unknown>>;
}

const listAt = (resource: string, filter: Readonly<Record<string, unknown>>): string =>
  `/${resource}?${new URLSearchParams({ filter: JSON.stringify(filter) })}`;

/** A number that leads to the list it counts. */
export const Tally = ({ label, resource, filter = {} }: Props) => {
  const translate = useTranslate();
  const total = useTotal(resource, filter);
  return (
    <Card>
      <CardActionArea component={Link} to={listAt(resource, filter)} sx={{ p: 2, display: 'block' }}>
        <Typography component="div" sx={{ color: 'text.secondary' }}>
          {translate(label, { smart_count: 2 })}
        </Typography>
        <Typography component="div" sx={{ fontSize: '1.75rem', fontWeight: 700, lineHeight: 1.3 }}>
          {total === undefined ? <Skeleton width={48} /> : total}
        </Typography>
      </CardActionArea>
    </Card>
  );
};
