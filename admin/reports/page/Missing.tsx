import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useTranslate } from 'react-admin';
import type { RequiredField } from '../../../sync/model/index.ts';

/** Scrolls to an answer and puts the cursor into it; for a group of choices, on the chosen or first one. */
export function goToAnswer(name: string): void {
  const place = document.getElementById(`answer-${name}`);
  const inside = place?.querySelector<HTMLElement>('input:checked, input, textarea, button');
  const target = place instanceof HTMLInputElement || place instanceof HTMLTextAreaElement ? place : (inside ?? place);
  target?.focus({ preventScroll: true });
  (place ?? target)?.scrollIntoView({ block: 'center', behavior: 'smooth' });
}

interface Props {
  readonly fields: readonly RequiredField[];
  /** It was returned, and nothing has been changed since. */
  readonly unrevised: boolean;
}

/** What keeps a report from being submitted, each a way to the place where it is written. */
export const Missing = ({ fields, unrevised }: Props) => {
  const translate = useTranslate();
  if (fields.length === 0)
    return unrevised ? (
      <Box sx={{ fontSize: '0.875rem', lineHeight: 1.5 }}>{translate('report.missing.unrevised')}</Box>
    ) : null;
  return (
    <Box sx={{ fontSize: '0.875rem', lineHeight: 1.5 }}>
      {translate('report.missing.title')}
      {fields.map((field, place) => (
        <Box component="span" key={field}>
          {place > 0 ? translate('report.and') : ''}
          <ButtonBase
            onClick={() => goToAnswer(field)}
            sx={{
              color: 'primary.main',
              fontWeight: 600,
              fontSize: 'inherit',
              textDecoration: 'underline',
              minHeight: 24,
            }}
          >
            {translate(`resources.reports.fields.${field}`)}
          </ButtonBase>
        </Box>
      ))}
    </Box>
  );
};
