import type { SvgIconComponent } from '@mui/icons-material';
import NewIcon from '@mui/icons-material/AddCircleOutlineOutlined';
import GoneIcon from '@mui/icons-material/RemoveCircleOutlineOutlined';
import WorseIcon from '@mui/icons-material/TrendingDownOutlined';
import BetterIcon from '@mui/icons-material/TrendingUpOutlined';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { CollectionStatistics } from '../../../sync/model/index.ts';
import { type Tone, toneColor } from '../../fields/index.ts';

const looks = {
  better: { icon: BetterIcon, tone: 'good' },
  worse: { icon: WorseIcon, tone: 'bad' },
  new: { icon: NewIcon, tone: 'note' },
  gone: { icon: GoneIcon, tone: 'neutral' },
} as const satisfies Readonly<Record<string, { readonly icon: SvgIconComponent; readonly tone: Tone }>>;

const kinds = ['better', 'worse', 'new', 'gone'] as const;

/** What became of the answers since the round before. */
export const Changes = ({ changes }: { readonly changes: NonNullable<CollectionStatistics['changes']> }) => {
  const translate = useTranslate();
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))' }}
    >
      {kinds.map(kind => {
        const { icon: Icon, tone } = looks[kind];
        return (
          <Box key={kind} sx={{ border: 1, borderColor: 'divider', borderRadius: 2, px: 2, py: 1 }}>
            <Box component="dt" sx={{ display: 'flex', alignItems: 'center', gap: 0.75, color: toneColor[tone] }}>
              <Icon fontSize="small" aria-hidden />
              {translate(`collection.statistics.${kind}`)}
            </Box>
            <Box component="dd" sx={{ m: 0, fontSize: '1.5rem', fontWeight: 700, fontVariantNumeric: 'tabular-nums' }}>
              {changes[kind]}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
};
