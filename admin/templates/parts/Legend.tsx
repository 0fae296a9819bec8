import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useTranslate } from 'react-admin';
import type { SheetProfile } from '../../../sync/model/index.ts';
import { partsPresent } from './parts.ts';
import { Swatch } from './Swatch.tsx';

interface Props {
  readonly profile: SheetProfile;
  readonly onGo: (address: string) => void;
}

/** What the colours and patterns of this sheet mean; each leads to its first cell. */
export const Legend = ({ profile, onGo }: Props) => {
  const translate = useTranslate();
  return (
    <Box
      component="ul"
      aria-label={translate('templates.legend')}
      sx={{
        listStyle: 'none',
        m: 0,
        p: 0,
        display: 'flex',
        flexWrap: { xs: 'nowrap', sm: 'wrap' },
        overflowX: 'auto',
        columnGap: 0.5,
        '& li': { flex: 'none' },
      }}
    >
      {partsPresent(profile).map(({ part, address }) => (
        <li key={part}>
          <ButtonBase
            onClick={() => onGo(address)}
            title={translate('templates.legendGo', { cell: address })}
            sx={{
              gap: 0.75,
              px: 0.75,
              py: 0.25,
              minHeight: 28,
              borderRadius: 1,
              fontSize: '0.8125rem',
              '&:hover': { bgcolor: 'action.hover' },
            }}
          >
            <Swatch part={part} />
            {translate(`templates.part.${part}`)}
          </ButtonBase>
        </li>
      ))}
    </Box>
  );
};
