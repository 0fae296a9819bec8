import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import type { PlanItem } from '../../sync/model/index.ts';
import { useBoxWords } from '../plan-tree/index.ts';
import { useSkeleton, useSkeletonName } from './use-skeleton.ts';

interface Props {
  readonly row: Pick<PlanItem, 'depth' | 'skeletonKey'>;
  /** Absent where the plan is only read. */
  readonly onChange?: ((skeletonKey: string | null) => void) | undefined;
}

/** Which part of the common skeleton an item or key point is; what is further down belongs to what stands above it. */
export const SkeletonBox = ({ row, onChange }: Props) => {
  const translate = useTranslate();
  const words = useBoxWords();
  const name = useSkeletonName();
  const { data: items = [] } = useSkeleton();
  if (row.depth > 1 || items.length === 0) return null;
  const options =
    row.depth === 0
      ? items.map(item => ({ ...item, group: '' }))
      : items.flatMap(item => item.keyPoints.map(point => ({ ...point, group: name(item) })));
  const all = items.flatMap(item => [item, ...item.keyPoints]);
  const present = all.find(({ key }) => key === row.skeletonKey);
  if (!onChange)
    return present ? (
      <Box component="dl" sx={{ m: 0, mt: 1.25 }}>
        <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
          {translate('resources.planItems.fields.skeletonKey')}
        </Box>
        <Box component="dd" sx={{ m: 0 }}>
          {name(present)}
        </Box>
      </Box>
    ) : null;
  return (
    <Autocomplete
      {...words}
      options={options}
      value={options.find(({ key }) => key === row.skeletonKey) ?? null}
      {...(row.depth === 0 ? {} : { groupBy: (option: (typeof options)[number]) => option.group })}
      getOptionLabel={name}
      getOptionKey={({ key }) => key}
      isOptionEqualToValue={(one, other) => one.key === other.key}
      onChange={(_, chosen) => onChange(chosen?.key ?? null)}
      renderInput={params => (
        <TextField
          {...params}
          label={translate('resources.planItems.fields.skeletonKey')}
          helperText={translate('skeleton.help')}
        />
      )}
      sx={{ mt: 2 }}
    />
  );
};
