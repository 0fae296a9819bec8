import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';

/** Numbered steps from the catalogue: `{key}.1`, `{key}.2`, … */
export const Steps = ({
  words,
  count,
  values = {},
}: {
  readonly words: string;
  readonly count: number;
  readonly values?: object;
}) => {
  const translate = useTranslate();
  return (
    <Box component="ol" sx={{ pl: 3, my: 1.5, lineHeight: 1.9, overflowWrap: 'anywhere' }}>
      {Array.from({ length: count }, (_, i) => `${words}.${i + 1}`).map(step => (
        <li key={step}>{translate(step, values)}</li>
      ))}
    </Box>
  );
};
