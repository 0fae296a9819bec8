import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { levelAt, type PlanNode } from '../../sync/model/index.ts';
import { useMonthName } from '../fields/use-month-name.ts';
import { UnitNames } from './cells.tsx';
import { countNodes, nodesFromClipboard, type OutlineRow, printedLabel, rowsOf } from './outline/index.ts';
import { useMeanings } from './use-units.ts';

export type PasteWhere = 'inside' | 'after';

interface Props {
  /** What was on the clipboard; empty when the person is to paste here first. */
  readonly text: string;
  /** The row that the pasted ones go under or after; null for the end of the plan. */
  readonly target: OutlineRow | null;
  readonly onPaste: (nodes: readonly PlanNode[], where: PasteWhere) => void;
  readonly onClose: () => void;
}

const Preview = ({ nodes, depth }: { readonly nodes: readonly PlanNode[]; readonly depth: number }) => {
  const translate = useTranslate();
  const nameOf = useMonthName();
  const comma = translate('planTree.comma');
  return (
    <Box
      component="ul"
      tabIndex={0}
      aria-label={translate('planTree.paste.preview')}
      sx={{ listStyle: 'none', m: 0, p: 1.5, maxHeight: '40vh', overflow: 'auto', border: 1, borderColor: 'divider' }}
    >
      {rowsOf(nodes, path => path).map(row => (
        <Box component="li" key={row.id} sx={{ pl: row.depth * 3, py: 0.25 }}>
          <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem', mr: 1 }}>
            {translate(`levels.${levelAt(row.depth + depth)}`)}
          </Box>
          {row.label === null ? null : `${printedLabel(row.label)} `}
          {row.text}
          <Box component="span" sx={{ color: 'text.secondary', ml: 1 }}>
            <UnitNames names={row.units} />{' '}
            {row.checkMonths.length > 0
              ? translate('fields.month', { month: row.checkMonths.map(nameOf).join(comma) })
              : null}
          </Box>
        </Box>
      ))}
    </Box>
  );
};

/** Rows copied from a spreadsheet: shows what they would become, and adds them only when told to. */
export const PasteDialog = ({ text: pasted, target, onPaste, onClose }: Props) => {
  const translate = useTranslate();
  const meanings = useMeanings();
  const [text, setText] = useState(pasted);
  const [where, setWhere] = useState<PasteWhere>('inside');
  const nodes = useMemo(() => nodesFromClipboard(text, name => meanings(name).kind === 'unit'), [text, meanings]);
  const count = countNodes(nodes);
  const depth = target === null ? 0 : target.depth + (where === 'inside' ? 1 : 0);
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby="paste-title">
      <DialogTitle id="paste-title">{translate('planTree.paste.title')}</DialogTitle>
      <DialogContent>
        {pasted === '' ? (
          <TextField
            autoFocus
            multiline
            minRows={4}
            maxRows={10}
            label={translate('planTree.paste.box')}
            helperText={translate('planTree.paste.help')}
            value={text}
            onChange={event => setText(event.target.value)}
          />
        ) : null}
        {target === null ? null : (
          <RadioGroup
            aria-label={translate('planTree.paste.where')}
            value={where}
            onChange={event => setWhere(event.target.value as PasteWhere)}
          >
            {(['inside', 'after'] as const).map(place => (
              <FormControlLabel
                key={place}
                value={place}
                control={<Radio size="small" />}
                label={translate(`planTree.paste.${place}`, {
                  text: `${target.label === null ? '' : printedLabel(target.label)}${target.text}`.slice(0, 40),
                })}
              />
            ))}
          </RadioGroup>
        )}
        {count > 0 ? <Preview nodes={nodes} depth={depth} /> : null}
        {text !== '' && count === 0 ? <p role="alert">{translate('planTree.paste.nothing')}</p> : null}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button variant="contained" disabled={count === 0} onClick={() => onPaste(nodes, where)}>
          {translate('planTree.paste.add', { count })}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
