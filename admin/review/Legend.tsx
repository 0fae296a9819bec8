import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { useTranslate } from 'react-admin';
import type { Approval } from './decide.ts';
import { keys } from './keys.ts';

interface Props {
  readonly approval: Approval;
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
}

/** Which key does what, and a switch for people whose tools type letters by themselves. */
export const Legend = ({ approval, on, onSwitch }: Props) => {
  const translate = useTranslate();
  return (
    <Box
      role="group"
      aria-label={translate('review.keys.title')}
      sx={{
        display: { xs: 'none', md: 'flex' },
        alignItems: 'center',
        flexWrap: 'wrap',
        columnGap: 2,
        fontSize: '0.8125rem',
        color: 'text.secondary',
        '@media (pointer: coarse)': { display: 'none' },
      }}
    >
      {on
        ? keys.map(({ key, act }) => (
            <Box component="span" key={key} sx={{ whiteSpace: 'nowrap' }}>
              <Box
                component="kbd"
                sx={{
                  display: 'inline-block',
                  minWidth: 22,
                  px: 0.5,
                  mr: 0.5,
                  textAlign: 'center',
                  fontFamily: 'inherit',
                  fontWeight: 700,
                  lineHeight: 1.5,
                  color: 'text.primary',
                  border: 1,
                  borderBottomWidth: 2,
                  borderColor: 'text.secondary',
                  borderRadius: 0.75,
                  bgcolor: 'background.paper',
                }}
              >
                {key.toUpperCase()}
              </Box>
              {translate(`review.keys.${act}`, { verb: translate(`verbs.report.${approval}`) })}
            </Box>
          ))
        : null}
      <FormControlLabel
        sx={{ ml: 'auto', mr: 0, '& .MuiFormControlLabel-label': { fontSize: '0.8125rem' } }}
        control={<Switch size="small" checked={on} onChange={(_, checked) => onSwitch(checked)} />}
        label={translate('review.keys.on')}
      />
    </Box>
  );
};
