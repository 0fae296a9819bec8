import Box from '@mui/material/Box';
import { type InputProps, useInput, useTranslate } from 'react-admin';
import { dayInTaipei, parseRocDate } from '../../sync/model/index.ts';
import { RocDateBox } from '../fields/index.ts';

const clock = { start: 'T00:00:00.000+08:00', end: 'T23:59:59.999+08:00' } as const;

interface Props extends InputProps {
  /** The first or the last instant of the day in Taipei. */
  readonly edge: keyof typeof clock;
  readonly alwaysOn?: boolean;
}

const instantOf = (day: string, edge: keyof typeof clock): string => new Date(`${day}${clock[edge]}`).toISOString();

/** A filter of instants that people give as a day. */
export const DayFilter = ({ edge, label, alwaysOn: _, ...props }: Props) => {
  const translate = useTranslate();
  const { field } = useInput(props);
  const value = typeof field.value === 'string' && field.value !== '' ? dayInTaipei(new Date(field.value)) : null;
  return (
    <Box sx={{ width: { xs: '100%', sm: 150 } }}>
      <RocDateBox
        label={translate(typeof label === 'string' ? label : '')}
        value={value}
        quiet
        onChange={day => {
          const understood = day === null ? '' : parseRocDate(day);
          if (understood !== null) field.onChange(understood === '' ? '' : instantOf(understood, edge));
        }}
      />
    </Box>
  );
};
