import OutIcon from '@mui/icons-material/CallMadeOutlined';
import InIcon from '@mui/icons-material/CallReceivedOutlined';
import ConflictIcon from '@mui/icons-material/CompareArrowsOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { FieldChange, SheetPreview } from '../../sync/model/index.ts';
import { Chip, ClampedText } from '../fields/index.ts';
import { Issues } from '../merge-preview/Issues.tsx';
import { Panel } from '../pages/Panel.tsx';

const looks = {
  theirs: { icon: InIcon, tone: 'note' },
  ours: { icon: OutIcon, tone: 'good' },
  conflict: { icon: ConflictIcon, tone: 'watch' },
} as const;

const shown = (field: FieldChange, value: string | null, translate: ReturnType<typeof useTranslate>): string => {
  if (value === null || value === '') return translate('exchange.field.blank');
  return field.field === 'result' ? translate(`results.${value}`, { _: value }) : value;
};

const Side = ({ name, text }: { readonly name: string; readonly text: string }) => (
  <Box sx={{ minWidth: 0 }}>
    <Typography variant="caption" sx={{ color: 'text.secondary' }}>
      {name}
    </Typography>
    <ClampedText text={text} />
  </Box>
);

const Field = ({ field }: { readonly field: FieldChange }) => {
  const translate = useTranslate();
  const outcome = field.outcome === 'theirs' || field.outcome === 'ours' ? field.outcome : 'conflict';
  return (
    <Box sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <Chip {...looks[outcome]} word={translate(`sheets.direction.${outcome}`)} />
        <span>{translate(`exchange.answer.${field.field}`)}</span>
        {outcome === 'conflict' && field.why ? (
          <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
            {translate(`exchange.why.${field.why}`)}
          </Typography>
        ) : null}
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: 2, mt: 0.5 }}>
        <Side name={translate('sheets.side.ours')} text={shown(field, field.ours, translate)} />
        <Side name={translate('sheets.side.theirs')} text={shown(field, field.theirs, translate)} />
      </Box>
    </Box>
  );
};

/** What a sync would do now, in both directions, row by row. */
export const Preview = ({ preview }: { readonly preview: SheetPreview }) => {
  const translate = useTranslate();
  const { kind, rows, incoming, outgoing, conflicts, missing, strays, issues } = preview;
  if (kind !== 'read')
    return (
      <Alert severity="error" sx={{ mt: 2 }}>
        {translate(`sheets.kind.${kind}`)}
      </Alert>
    );
  const quiet = rows.length === 0 && missing === 0 && outgoing === 0;
  return (
    <Box sx={{ mt: 2 }}>
      <Panel title={translate('sheets.previewTitle')}>
        <Typography role="status">
          {quiet
            ? translate('sheets.bothEqual')
            : translate('sheets.previewCounts', { incoming, outgoing, conflicts, missing })}
        </Typography>
        {strays > 0 ? (
          <Typography sx={{ color: 'text.secondary' }}>
            {translate('sheets.strays', { smart_count: strays })}
          </Typography>
        ) : null}
        <Issues issues={issues} />
        {rows.map(row => (
          <Box key={row.rowId} component="section" sx={{ mt: 2 }}>
            <Typography variant="h3">{row.text}</Typography>
            {row.sheet === null ? null : (
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {translate('exchange.row.place', { sheet: row.sheet, row: row.row ?? 0 })}
              </Typography>
            )}
            {row.fields.map(field => (
              <Field key={field.field} field={field} />
            ))}
          </Box>
        ))}
      </Panel>
    </Box>
  );
};
