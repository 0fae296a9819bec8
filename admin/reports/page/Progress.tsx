import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { isBehind, lagOf, type ReportAnswers, type Settings } from '../../../sync/model/index.ts';
import type { AnswerName, ReportForm } from '../writing/form.ts';
import { LongText } from './LongText.tsx';

interface Props {
  readonly form: ReportForm;
  readonly answers: ReportAnswers;
  readonly unfinished: readonly AnswerName[];
  readonly limits: Pick<Settings, 'behindThreshold'>;
  readonly onChange: (change: Partial<ReportForm>) => void;
}

/** Planned and actual progress; whoever lags too far says why and what is done about it. */
export const Progress = ({ form, answers, unfinished, limits, onChange }: Props) => {
  const translate = useTranslate();
  const behind = isBehind(answers, limits);
  const [opened, setOpened] = useState(false);
  const explains = behind || opened || form.delayCause !== '' || form.remedy !== '';
  const box = (name: 'plannedProgress' | 'actualProgress', label: string) => (
    <TextField
      id={`answer-${name}`}
      label={translate(label)}
      value={form[name]}
      onChange={event => onChange({ [name]: event.target.value })}
      error={unfinished.includes(name)}
      helperText={unfinished.includes(name) ? translate('report.progress.percentOnly') : undefined}
      margin="none"
      slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 4 } }}
    />
  );
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Typography variant="h3">{translate('report.progress.title')}</Typography>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: '1fr 1fr', maxWidth: 420 }}>
        {box('plannedProgress', 'report.progress.planned')}
        {box('actualProgress', 'report.progress.actual')}
      </Box>
      <div role="status">
        {behind ? (
          <Alert severity="warning">{translate('report.progress.behind', { lag: lagOf(answers) })}</Alert>
        ) : null}
      </div>
      {explains ? (
        <>
          <LongText
            name="delayCause"
            value={form.delayCause}
            required={behind}
            onChange={delayCause => onChange({ delayCause })}
          />
          <LongText name="remedy" value={form.remedy} required={behind} onChange={remedy => onChange({ remedy })} />
        </>
      ) : (
        <Button onClick={() => setOpened(true)} sx={{ justifySelf: 'start' }}>
          {translate('report.progress.addDelay')}
        </Button>
      )}
    </Box>
  );
};
