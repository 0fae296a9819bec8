import ConflictIcon from '@mui/icons-material/CallSplitOutlined';
import ReadyIcon from '@mui/icons-material/CheckCircleOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { Chip } from '../fields/index.ts';
import type { Outcome } from './plan.ts';
import type { Saving } from './use-settling.ts';

interface Props {
  readonly waiting: number;
  readonly outcome: Outcome;
  readonly saving: Saving;
  /** Whether a file that changes nothing is taken in all the same. */
  readonly emptyApplies: boolean;
  readonly onNext: () => void;
  readonly onRetry: () => void;
  readonly onApply: () => void;
}

/** Stays in view: what is still to be decided, whether decisions are kept, and the way on. */
export const Footer = ({ waiting, outcome, saving, emptyApplies, onNext, onRetry, onApply }: Props) => {
  const translate = useTranslate();
  const nothing = waiting === 0 && outcome.fields === 0;
  return (
    <Box
      className="no-print"
      component="section"
      aria-label={translate('exchange.footer.label')}
      sx={{
        position: 'sticky',
        bottom: { xs: 'calc(60px + env(safe-area-inset-bottom))', md: 0 },
        zIndex: 5,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 2,
        rowGap: 0.5,
        mx: { xs: -1.5, sm: 0 },
        px: 2,
        py: 1,
        bgcolor: 'background.paper',
        border: 1,
        borderColor: 'divider',
        borderRadius: { xs: 0, sm: 2 },
        boxShadow: '0 -4px 18px rgb(0 0 0 / 0.10)',
      }}
    >
      <Box id="apply-why" role="status" sx={{ minWidth: 0 }}>
        {waiting > 0 ? (
          <Chip icon={ConflictIcon} tone="bad" word={translate('exchange.footer.waiting', { smart_count: waiting })} />
        ) : (
          <Chip
            icon={ReadyIcon}
            tone={nothing ? 'neutral' : 'good'}
            word={translate(nothing ? 'exchange.footer.nothing' : 'exchange.footer.ready', {
              smart_count: outcome.fields,
            })}
          />
        )}
        <Box
          component="span"
          sx={{ ml: 1.5, color: saving === 'failed' ? 'error.main' : 'text.secondary', fontSize: '0.875rem' }}
        >
          {translate(`exchange.saving.${saving}`)}
        </Box>
      </Box>
      <Box sx={{ ml: 'auto', display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {saving === 'failed' ? <Button onClick={onRetry}>{translate('shell.tryAgain')}</Button> : null}
        {waiting > 0 ? (
          <Button variant="outlined" onClick={onNext}>
            {translate('exchange.footer.next')}
          </Button>
        ) : null}
        <Button
          variant="contained"
          disabled={waiting > 0 || (nothing && !emptyApplies)}
          aria-describedby="apply-why"
          onClick={onApply}
        >
          {translate('exchange.footer.apply', { smart_count: outcome.fields })}
        </Button>
      </Box>
    </Box>
  );
};
