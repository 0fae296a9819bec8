import AddIcon from '@mui/icons-material/Add';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useRef } from 'react';
import { useTranslate } from 'react-admin';
import { useUndoNotice } from '../use-undo-notice.tsx';
import { blankFigure, type FigureRow, isBlankFigure, readNumber } from '../writing/form.ts';

interface RowProps {
  readonly row: FigureRow;
  readonly place: number;
  readonly onChange: (row: FigureRow) => void;
  readonly onRemove: () => void;
}

const Row = ({ row, place, onChange, onRemove }: RowProps) => {
  const translate = useTranslate();
  const begun = !isBlankFigure(row);
  const nameless = begun && row.name.trim() === '';
  const unreadable = begun && readNumber(row.value) === undefined;
  const box = (part: keyof FigureRow, problem: string | null) => (
    <TextField
      label={translate(`report.figures.${part}`)}
      value={row[part]}
      onChange={event => onChange({ ...row, [part]: event.target.value })}
      error={problem !== null}
      helperText={problem ? translate(problem) : undefined}
      margin="none"
      slotProps={{
        htmlInput: {
          maxLength: part === 'unit' ? 20 : 60,
          ...(part === 'value' ? { inputMode: 'decimal', sx: { textAlign: 'right' } } : {}),
        },
      }}
    />
  );
  return (
    <Box
      role="group"
      aria-label={translate('report.figures.row', { row: place })}
      sx={{
        display: 'grid',
        gap: 1,
        alignItems: 'start',
        gridTemplateColumns: {
          xs: 'minmax(0,1fr) minmax(0,1fr) 44px',
          sm: 'minmax(0,2fr) minmax(0,1fr) minmax(0,1fr) 44px',
        },
        '& > :first-of-type': { gridColumn: { xs: '1 / -1', sm: 'auto' } },
      }}
    >
      {box('name', nameless ? 'report.figures.nameNeeded' : null)}
      {box('value', unreadable ? 'report.figures.numberNeeded' : null)}
      {box('unit', null)}
      <IconButton
        aria-label={translate('report.figures.remove', { row: place })}
        onClick={onRemove}
        sx={{ width: 40, height: 40 }}
      >
        <DeleteIcon />
      </IconButton>
    </Box>
  );
};

interface Props {
  readonly rows: readonly FigureRow[];
  readonly onChange: (rows: readonly FigureRow[]) => void;
}

/** Name, value, unit: what can be counted, one row each. */
export const Figures = ({ rows, onChange }: Props) => {
  const translate = useTranslate();
  const notice = useUndoNotice();
  const whole = useRef<HTMLDivElement>(null);
  const add = () => {
    onChange([...rows, blankFigure]);
    requestAnimationFrame(() => {
      const groups = whole.current?.querySelectorAll<HTMLElement>('[role="group"]');
      groups?.[groups.length - 1]?.querySelector('input')?.focus();
    });
  };
  const remove = (place: number) => {
    onChange(rows.filter((_, at) => at !== place));
    notice('report.figures.removed', () => onChange(rows));
    whole.current?.querySelector<HTMLElement>('[data-add]')?.focus();
  };
  return (
    <Box ref={whole} id="answer-figures" tabIndex={-1}>
      <Typography variant="h3">{translate('report.figures.title')}</Typography>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 1 }}>
        {translate('report.figures.help')}
      </Typography>
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        {/* Rows have no identity but their place, and their boxes hold no state of their own. */}
        {[...rows.keys()].map(place => (
          <Row
            key={place}
            row={rows[place] ?? blankFigure}
            place={place + 1}
            onChange={next => onChange(rows.with(place, next))}
            onRemove={() => remove(place)}
          />
        ))}
      </Box>
      <Button data-add startIcon={<AddIcon />} onClick={add} sx={{ mt: 1 }} disabled={rows.length >= 40}>
        {translate('report.figures.add')}
      </Button>
    </Box>
  );
};
