import Box from '@mui/material/Box';
import FormHelperText from '@mui/material/FormHelperText';
import ToggleButton from '@mui/material/ToggleButton';
import { useId } from 'react';
import { type InputProps, useFieldValue, useInput, useTranslate } from 'react-admin';
import { useMonthName } from './use-month-name.ts';

const year = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

interface BoxProps {
  readonly value: readonly number[];
  readonly onChange: (months: readonly number[]) => void;
  readonly disabled?: boolean | undefined;
  /** What the months are; months of checks unless said otherwise. */
  readonly label?: string;
  /** Said below; empty for nothing. */
  readonly help?: string;
}

/** Twelve switches; none pressed means every month. */
export const MonthsBox = ({ value, onChange, disabled, label, help }: BoxProps) => {
  const translate = useTranslate();
  const nameOf = useMonthName();
  const id = useId();
  const turn = (month: number) =>
    onChange(year.filter(one => (one === month ? !value.includes(one) : value.includes(one))));
  return (
    <Box component="fieldset" aria-describedby={id} sx={{ border: 0, p: 0, m: 0, mt: 1, minWidth: 0 }}>
      <Box component="legend" sx={{ fontSize: '0.875rem', color: 'text.secondary', p: 0, mb: 0.5 }}>
        {label ?? translate('fields.months')}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
        {year.map(month => (
          <ToggleButton
            key={month}
            value={month}
            size="small"
            color="primary"
            selected={value.includes(month)}
            disabled={disabled ?? false}
            onChange={() => turn(month)}
            aria-label={translate('fields.month', { month: nameOf(month) })}
            sx={{ minWidth: 40, height: 36, px: 0.75, textTransform: 'none', fontVariantNumeric: 'tabular-nums' }}
          >
            {nameOf(month)}
          </ToggleButton>
        ))}
      </Box>
      <FormHelperText id={id}>{help ?? translate('fields.monthsHelp')}</FormHelperText>
    </Box>
  );
};

/** MonthsBox as a form input. */
export const MonthsInput = (props: InputProps) => {
  const { field } = useInput({ defaultValue: [], ...props });
  return (
    <MonthsBox
      value={(field.value as readonly number[] | null) ?? []}
      onChange={field.onChange}
      disabled={props.disabled}
    />
  );
};

/** 6、12 月, or that every check is meant. */
export const MonthsField = ({ source = 'checkMonths' }: { readonly source?: string; readonly label?: string }) => {
  const translate = useTranslate();
  const nameOf = useMonthName();
  const months = (useFieldValue({ source }) as readonly number[] | null) ?? [];
  return (
    <span>
      {months.length === 0
        ? translate('fields.everyMonth')
        : translate('fields.month', { month: months.map(nameOf).join(translate('fields.and')) })}
    </span>
  );
};
