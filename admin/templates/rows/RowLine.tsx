import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { memo } from 'react';
import { useTranslate } from 'react-admin';
import { Chip } from '../../fields/index.ts';
import { standingLooks } from './looks.ts';
import type { Mapped } from './mapping.ts';
import type { Step } from './StepChooser.tsx';

interface Props {
  readonly row: Mapped;
  readonly text: string;
  /** Its column, where the titles stand below each other and each row of the form is one. */
  readonly column: string | null;
  readonly units: string;
  readonly step: Step | undefined;
  /** Another row stands for the same step. */
  readonly doubled: boolean;
  /** Undefined for people who only look. */
  readonly onConfirm: ((key: string, planItemId: string | null) => void) | undefined;
  readonly onOther: ((key: string) => void) | undefined;
}

/** Why no step stands beside a row. */
const noStepKey = ({ standing, candidates }: Mapped): string => {
  if (standing === 'none') return 'noneText';
  return candidates.length > 0 ? 'someText' : 'openText';
};

/** One row of the template beside the step it stands for. */
export const RowLine = memo(({ row, text, column, units, step, doubled, onConfirm, onOther }: Props) => {
  const translate = useTranslate();
  const { standing } = row;
  const place =
    column === null
      ? translate('templates.place.row', { row: row.row })
      : translate('templates.place.column', { column });
  const unconfirmed = standing === 'suggested' || standing === 'certain';
  return (
    <Box
      component="li"
      data-row={row.key}
      sx={{
        display: 'grid',
        columnGap: 2,
        rowGap: 0.75,
        px: 2,
        py: 1.25,
        borderTop: 1,
        borderColor: 'divider',
        contentVisibility: 'auto',
        containIntrinsicSize: 'auto 84px',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 5fr) minmax(0, 5fr) 13.5rem' },
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
          {place}
          {units === '' ? '' : `　${units}`}
        </Box>
        <Box sx={{ overflowWrap: 'anywhere' }}>{text}</Box>
      </Box>
      <Box sx={{ minWidth: 0, pl: { md: 2 }, borderLeft: { md: 1 }, borderColor: { md: 'divider' } }}>
        {step ? (
          <>
            <Box
              title={step.path}
              sx={{
                color: 'text.secondary',
                fontSize: '0.8125rem',
                whiteSpace: 'nowrap',
                overflow: 'hidden',
                textOverflow: 'ellipsis',
              }}
            >
              {step.path}
            </Box>
            <Box sx={{ overflowWrap: 'anywhere' }}>{step.name}</Box>
            {doubled ? (
              <Box sx={{ color: 'warning.main', fontSize: '0.875rem', fontWeight: 600 }}>
                {translate('templates.rows.doubled')}
              </Box>
            ) : null}
          </>
        ) : (
          <Box sx={{ color: 'text.secondary' }}>{translate(`templates.rows.${noStepKey(row)}`)}</Box>
        )}
      </Box>
      <Box>
        <Chip {...standingLooks[standing]} word={translate(`templates.standing.${standing}`)} />
        {unconfirmed ? (
          <Box component="span" sx={{ ml: 1, color: 'text.secondary', fontSize: '0.8125rem', whiteSpace: 'nowrap' }}>
            {translate('templates.rows.alike', { percent: Math.round(row.score * 100) })}
          </Box>
        ) : null}
        {onConfirm && onOther ? (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, mt: 0.5 }}>
            {unconfirmed ? (
              <Button
                size="small"
                variant="outlined"
                aria-label={`${translate('templates.rows.confirm')} ${place}`}
                onClick={() => onConfirm(row.key, row.planItemId)}
              >
                {translate('templates.rows.confirm')}
              </Button>
            ) : null}
            <Button
              size="small"
              variant={standing === 'open' ? 'outlined' : 'text'}
              aria-label={`${translate(standing === 'open' ? 'templates.rows.choose' : 'templates.rows.other')} ${place}`}
              onClick={() => onOther(row.key)}
            >
              {translate(standing === 'open' ? 'templates.rows.choose' : 'templates.rows.other')}
            </Button>
          </Box>
        ) : null}
      </Box>
    </Box>
  );
});
