import SeenIcon from '@mui/icons-material/TaskAltOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { levelAt } from '../../sync/model/index.ts';
import { ItemFields } from '../plan-tree/index.ts';
import type { ItemContent, OutlineRow } from '../plan-tree/outline/index.ts';
import { IssueLine, useFromFile } from './from-file.tsx';
import { placeText } from './issue-words.ts';

interface Props {
  readonly row: OutlineRow;
  readonly unitNames: readonly string[];
  readonly onWrite: (change: Partial<ItemContent>) => void;
  readonly onSeen: (seen: boolean) => void;
}

/** One row of what was read: where it came from, what is doubtful, and its boxes. */
export const RowPanel = ({ row, unitNames, onWrite, onSeen }: Props) => {
  const translate = useTranslate();
  const { issues, sources, lines } = useFromFile();
  const own = issues.get(row.id) ?? [];
  const seen = own.every(issue => issue.seen);
  const source = sources[row.id];
  return (
    <>
      <Typography variant="h2" sx={{ fontSize: '1.05rem' }}>
        {translate(`levels.${levelAt(row.depth)}`)}
      </Typography>
      <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
        {translate('planImport.source')}
        {translate('planImport.colon')}
        {source ? placeText(source, { several: true, lines }, translate) : translate('planImport.added')}
      </Box>
      {own.length === 0 ? null : (
        <Box sx={{ my: 1, p: 1.25, bgcolor: 'sunken', borderRadius: 1 }}>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, fontSize: '0.9375rem' }}>
            {own.map(issue => (
              <li key={`${issue.code} ${JSON.stringify(issue.params)}`}>
                <IssueLine issue={issue} />
              </li>
            ))}
          </Box>
          <Button
            size="small"
            variant={seen ? 'text' : 'outlined'}
            startIcon={seen ? undefined : <SeenIcon />}
            onClick={() => onSeen(!seen)}
            sx={{ mt: 0.75 }}
          >
            {translate(seen ? 'planImport.unseen' : 'planImport.seen')}
          </Button>
        </Box>
      )}
      <ItemFields value={row} onChange={onWrite} unitNames={unitNames} />
    </>
  );
};
