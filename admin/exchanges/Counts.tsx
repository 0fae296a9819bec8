import Box from '@mui/material/Box';
import { useRecordContext, useTranslate } from 'react-admin';
import type { Exchange } from '../../sync/model/index.ts';
import { faultOf } from './fault.ts';

const shown = ['unsettled', 'changes', 'conflicts', 'notReturned', 'strays'] as const;

/** What a file holds, in a few words: only what there is. Unsettled conflicts stand out while the file waits. */
export const CountsField = (_: { readonly source?: string; readonly label?: string }) => {
  const translate = useTranslate();
  const exchange = useRecordContext<Exchange>();
  if (!exchange) return null;
  const fault = faultOf(exchange);
  if (fault !== null) return <span>{translate(`exchange.receive.${fault}`)}</span>;
  const { counts, state } = exchange;
  const present = shown.filter(kind => counts[kind] > 0 && (kind !== 'unsettled' || state === 'previewed'));
  if (present.length === 0) return <span>{translate('exchange.counts.nothing')}</span>;
  return (
    <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
      {present.map(kind => (
        <Box
          component="span"
          key={kind}
          sx={{ whiteSpace: 'nowrap', ...(kind === 'unsettled' ? { color: 'error.main', fontWeight: 700 } : {}) }}
        >
          {translate(`exchange.counts.${kind}`, { smart_count: counts[kind] })}
        </Box>
      ))}
    </Box>
  );
};
