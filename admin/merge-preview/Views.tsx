import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useTranslate } from 'react-admin';
import { type View, views } from './plan.ts';

interface Props {
  readonly view: View;
  /** Nothing waits any more. */
  readonly past: boolean;
  readonly counts: Readonly<Record<View, number>>;
  readonly onView: (view: View) => void;
}

/** What there is in the file, counted; each count opens what it counts. Empty kinds are left out. */
export const Views = ({ view, past, counts, onView }: Props) => {
  const translate = useTranslate();
  return (
    <ToggleButtonGroup
      className="no-print"
      exclusive
      size="small"
      value={view}
      aria-label={translate('exchange.views')}
      onChange={(_, next: View | null) => next && onView(next)}
      sx={{
        flexWrap: 'wrap',
        gap: 0.75,
        '& .MuiToggleButton-root': {
          border: 1,
          borderColor: 'divider',
          borderRadius: '18px !important',
          ml: '0 !important',
          px: 1.75,
          py: 0.25,
          minHeight: 36,
          color: 'text.primary',
          textTransform: 'none',
          bgcolor: 'background.paper',
          fontVariantNumeric: 'tabular-nums',
          '&.Mui-selected, &.Mui-selected:hover': {
            bgcolor: 'primary.main',
            color: 'primary.contrastText',
            borderColor: 'primary.main',
          },
        },
      }}
    >
      {views
        .filter(one => one === 'attention' || one === view || counts[one] > 0)
        .map(one => (
          <ToggleButton key={one} value={one}>
            {translate(`exchange.view.${past && one === 'attention' ? 'past' : one}`)}　{counts[one]}
          </ToggleButton>
        ))}
    </ToggleButtonGroup>
  );
};
