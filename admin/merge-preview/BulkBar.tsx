import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { type Decision, type Decisions, mergedFields } from '../../sync/model/index.ts';
import { ConfirmDialog } from '../verbs/index.ts';
import { type Bulk, bulk, type Scope } from './plan.ts';
import type { ShownPlan } from './shown.ts';

interface Props {
  readonly plan: ShownPlan;
  readonly decisions: Decisions;
  /** What is decided at once: conflicts, or plain changes. */
  readonly outcome: Scope['outcome'];
  readonly onDecide: (decisions: Decisions) => void;
}

/** One decision for all conflicts (or all plain changes), or for those of one column. Asks before it overrules earlier ones. */
export const BulkBar = ({ plan, decisions, outcome, onDecide }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const [field, setField] = useState<Scope['field']>('all');
  const [asking, setAsking] = useState<Bulk | null>(null);

  const take = (made: Bulk) => {
    onDecide(made.decisions);
    setAsking(null);
    notify(made.impossible > 0 ? 'exchange.bulk.doneExcept' : 'exchange.bulk.done', {
      type: made.impossible > 0 ? 'warning' : 'success',
      messageArgs: { count: Object.keys(made.decisions).length, impossible: made.impossible },
    });
  };
  const ask = (choice: Decision) => {
    const made = bulk(plan, decisions, { outcome, field }, choice);
    if (made.overruled > 0) setAsking(made);
    else take(made);
  };
  const present = mergedFields.filter(
    name => Object.keys(bulk(plan, {}, { outcome, field: name }, 'ours').decisions).length > 0,
  );
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <TextField
        select
        label={translate(`exchange.bulk.label.${outcome}`)}
        value={field}
        onChange={event => setField(event.target.value as Scope['field'])}
        sx={{ width: 190, m: 0 }}
      >
        <MenuItem value="all">{translate('exchange.bulk.allFields')}</MenuItem>
        {present.map(name => (
          <MenuItem key={name} value={name}>
            {translate(`exchange.answer.${name}`)}
          </MenuItem>
        ))}
      </TextField>
      <Button variant="outlined" onClick={() => ask('ours')}>
        {translate('exchange.bulk.ours')}
      </Button>
      <Button variant="outlined" onClick={() => ask('theirs')}>
        {translate('exchange.bulk.theirs')}
      </Button>
      {asking ? (
        <ConfirmDialog
          title={translate('exchange.bulk.overruleTitle')}
          verb={translate('exchange.bulk.overrule')}
          onConfirm={() => take(asking)}
          onClose={() => setAsking(null)}
        >
          {translate('exchange.bulk.overruleText', { smart_count: asking.overruled })}
        </ConfirmDialog>
      ) : null}
    </Box>
  );
};
