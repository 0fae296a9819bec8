import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { levelAt } from '../../sync/model/index.ts';
import { type Path, printed } from './paths.ts';

/** The items above a step, one under another, each with what it is called. */
export const PathAbove = ({ path }: { readonly path: Path }) => {
  const translate = useTranslate();
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, color: 'text.secondary', fontSize: '0.9375rem' }}>
      {path.slice(0, -1).map(item => (
        <Box component="li" key={item.id} sx={{ display: 'flex', gap: 1 }}>
          <Box component="span" sx={{ flex: 'none', color: 'primary.main', fontWeight: 600 }}>
            {translate(`levels.${levelAt(item.depth)}`)}
          </Box>
          <Box component="span" sx={{ minWidth: 0 }}>
            {printed(item)}
          </Box>
        </Box>
      ))}
    </Box>
  );
};

/** The path above a step in one small line. */
export const PathLine = ({ path }: { readonly path: Path }) => (
  <Typography
    variant="caption"
    component="div"
    sx={{ color: 'text.secondary', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
  >
    {path.slice(0, -1).map(printed).join(' › ')}
  </Typography>
);

/** The step itself as it is printed; a grey line until it is known. */
export const StepText = ({ path }: { readonly path: Path }) => {
  const step = path.at(-1);
  return step ? printed(step) : <Skeleton sx={{ maxWidth: 260 }} />;
};

/** The step in words, for names of buttons. */
export const useStepText = (): ((path: Path) => string) => {
  const translate = useTranslate();
  return path => {
    const step = path.at(-1);
    return step ? printed(step) : translate('report.unknownStep');
  };
};
