import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { Unit } from '../../sync/model/index.ts';
import type { Decision, UnknownName } from './unit-decisions.ts';

interface Props {
  readonly unknown: readonly UnknownName[];
  readonly units: readonly Unit[];
  readonly decisions: Readonly<Record<string, Decision>>;
  readonly onDecide: (name: string, decision: Decision) => void;
  readonly onShow: (rowId: string) => void;
}

const choiceOf = (decision: Decision | undefined): string =>
  decision === undefined ? 'leave' : decision.kind === 'alias' ? decision.unitId : decision.kind;
const decisionOf = (value: string): Decision =>
  value === 'leave' || value === 'create' ? { kind: value } : { kind: 'alias', unitId: value };

/** Names that fit no unit: create one, say which one it is, or leave it. */
export const UnknownUnits = ({ unknown, units, decisions, onDecide, onShow }: Props) => {
  const translate = useTranslate();
  if (unknown.length === 0) return null;
  const word = (key: string, params = {}) => translate(`planImport.names.${key}`, params);
  return (
    <Card component="section" aria-labelledby="unknown-units" sx={{ p: 2, mb: 2 }}>
      <Typography id="unknown-units" variant="h2">
        {word('title', { count: unknown.length })}
      </Typography>
      <Box sx={{ color: 'text.secondary', mb: 1 }}>{word('text')}</Box>
      <Box
        sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', md: 'repeat(auto-fill, minmax(26em, 1fr))' } }}
      >
        {unknown.map(({ name, rowIds }) => (
          <Box key={name} sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
            <TextField
              select
              label={word('label', { name })}
              value={choiceOf(decisions[name])}
              onChange={event => onDecide(name, decisionOf(event.target.value))}
              sx={{ m: 0, mt: 0.75 }}
            >
              <MenuItem value="leave">{word('leave')}</MenuItem>
              <MenuItem value="create">{word('create')}</MenuItem>
              {units.map(unit => (
                <MenuItem key={unit.id} value={unit.id}>
                  {word('alias', { unit: unit.name })}
                </MenuItem>
              ))}
            </TextField>
            <Button
              size="small"
              sx={{ flex: 'none' }}
              aria-label={`${word('rows', { count: rowIds.length })}${word('show', { name })}`}
              onClick={() => rowIds[0] !== undefined && onShow(rowIds[0])}
            >
              {word('rows', { count: rowIds.length })}
            </Button>
          </Box>
        ))}
      </Box>
    </Card>
  );
};
