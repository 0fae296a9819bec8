import type { SvgIconComponent } from '@mui/icons-material';
import DoneIcon from '@mui/icons-material/CheckBoxOutlined';
import NotDoneIcon from '@mui/icons-material/DisabledByDefaultOutlined';
import NotApplicableIcon from '@mui/icons-material/DoDisturbOnOutlined';
import OngoingIcon from '@mui/icons-material/IndeterminateCheckBoxOutlined';
import Box from '@mui/material/Box';
import { visuallyHidden } from '@mui/utils';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { type Result, results } from '../../../sync/model/index.ts';

const icons: Readonly<Record<Result, SvgIconComponent>> = {
  done: DoneIcon,
  ongoing: OngoingIcon,
  notDone: NotDoneIcon,
  notApplicable: NotApplicableIcon,
};

interface Props {
  readonly value: Result | null;
  readonly onChange: (result: Result) => void;
}

/** 檢核結果 as four chips that a thumb can hit; radio buttons for the keyboard and for screen readers. */
export const ResultChoice = ({ value, onChange }: Props) => {
  const translate = useTranslate();
  const name = useId();
  return (
    <Box component="fieldset" id="answer-result" tabIndex={-1} sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
      <Box component="legend" sx={{ p: 0, mb: 1, fontWeight: 700 }}>
        {translate('report.resultLegend')}
      </Box>
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(4, 1fr)' } }}>
        {results.map(result => {
          const Icon = icons[result];
          return (
            <Box
              component="label"
              key={result}
              sx={{
                display: 'flex',
                alignItems: 'center',
                justifyContent: 'center',
                gap: 0.75,
                minHeight: 48,
                px: 1,
                border: '1px solid',
                borderColor: theme => theme.palette.text.secondary,
                borderRadius: 1.5,
                bgcolor: 'background.paper',
                cursor: 'pointer',
                position: 'relative',
                '&:hover': { borderColor: 'primary.main' },
                '&:has(:checked)': {
                  borderColor: 'primary.main',
                  bgcolor: 'primary.main',
                  color: 'primary.contrastText',
                  fontWeight: 700,
                },
                '&:has(:focus-visible)': { outline: '3px solid', outlineColor: 'primary.main', outlineOffset: 2 },
              }}
            >
              <input
                type="radio"
                name={name}
                value={result}
                checked={value === result}
                onChange={() => onChange(result)}
                style={visuallyHidden}
              />
              <Icon aria-hidden fontSize="small" />
              {translate(`results.${result}`)}
            </Box>
          );
        })}
      </Box>
    </Box>
  );
};
