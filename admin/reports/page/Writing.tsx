import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { Report, ReportAnswers, Settings } from '../../../sync/model/index.ts';
import { Panel } from '../../pages/Panel.tsx';
import { answersOf, type ReportForm, readForm } from '../writing/form.ts';
import { Figures } from './Figures.tsx';
import { LastReport } from './LastReport.tsx';
import { LongText } from './LongText.tsx';
import { Progress } from './Progress.tsx';
import { ResultChoice } from './ResultChoice.tsx';

interface Props {
  readonly report: Report;
  readonly form: ReportForm;
  readonly limits: Pick<Settings, 'behindThreshold'>;
  readonly onChange: (change: Partial<ReportForm>) => void;
}

/** Result and narrative: what every report needs. */
export const Essentials = ({ report, form, onChange }: Props) => {
  const translate = useTranslate();
  return (
    <Panel title={translate('report.answers')}>
      <Box sx={{ display: 'grid', gap: 2.5 }}>
        <ResultChoice value={form.result} onChange={result => onChange({ result })} />
        <LastReport report={report} form={form} onCopy={onChange} />
        <LongText
          name="narrative"
          rows={6}
          value={form.narrative}
          help="report.narrativeHelp"
          required
          onChange={narrative => onChange({ narrative })}
        />
      </Box>
    </Panel>
  );
};

/** Progress, figures and remarks: what some reports need. */
export const Particulars = ({ report, form, limits, onChange }: Props) => {
  const translate = useTranslate();
  const { answers, unfinished } = readForm(form);
  const now: ReportAnswers = { ...answersOf(report), ...answers };
  return (
    <Panel title={translate('report.particulars')}>
      <Box sx={{ display: 'grid', gap: 3 }}>
        <Progress form={form} answers={now} unfinished={unfinished} limits={limits} onChange={onChange} />
        <Figures rows={form.figures} onChange={figures => onChange({ figures })} />
        <LongText name="remarks" value={form.remarks} onChange={remarks => onChange({ remarks })} />
      </Box>
    </Panel>
  );
};
