import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { type Plan, parseRocDate } from '../../sync/model/index.ts';
import { RocDateBox } from '../fields/index.ts';
import { ConfirmDialog, type VerbDialogProps } from '../verbs/index.ts';

const longest = 100;

/** Approval asks for the document that carries it; both may be filled in later. */
export const ApproveDialog = ({ row, title, verb, busy, onConfirm, onClose }: VerbDialogProps<Plan>) => {
  const translate = useTranslate();
  const [day, setDay] = useState<string | null>(row.documentDate);
  const [number, setNumber] = useState(row.documentNumber ?? '');
  const readable = day === null || parseRocDate(day) !== null;
  const confirm = () => {
    if (readable) onConfirm({ documentDate: day, documentNumber: number.trim() === '' ? null : number.trim() });
  };
  return (
    <ConfirmDialog title={title} verb={verb} busy={busy} onConfirm={confirm} onClose={onClose}>
      <p>{translate('plans.approveText')}</p>
      <RocDateBox label={translate('resources.plans.fields.documentDate')} value={day} onChange={setDay} />
      <TextField
        label={translate('resources.plans.fields.documentNumber')}
        value={number}
        onChange={event => setNumber(event.target.value)}
        slotProps={{ htmlInput: { maxLength: longest } }}
      />
    </ConfirmDialog>
  );
};
