import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { type Issue, say } from '../../../sync/model/index.ts';
import { asLocale } from '../../words/i18n.ts';

const graveness: readonly Issue['severity'][] = ['error', 'warning', 'info'];
const shownAtFirst = 3;

const placeOf = ({ sheet, row, column }: Issue, translate: ReturnType<typeof useTranslate>): string => {
  if (column !== undefined && row !== undefined)
    return translate('exchange.issue.cell', { sheet: sheet ?? '', cell: `${column}${row}` });
  if (row !== undefined) return translate('exchange.row.place', { sheet: sheet ?? '', row });
  return sheet === undefined ? '' : translate('exchange.issue.sheet', { sheet });
};

interface Props {
  readonly issues: readonly Issue[];
  /** Key of the catalogue, with `smart_count`. */
  readonly title?: string;
}

/** What was noticed while a file was read or written: in the person's language, with where it stands. */
export const Issues = ({ issues, title = 'exchange.issue.title' }: Props) => {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const [open, setOpen] = useState(false);
  if (issues.length === 0) return null;
  const sorted = issues.toSorted((a, b) => graveness.indexOf(a.severity) - graveness.indexOf(b.severity));
  const shown = open ? sorted : sorted.slice(0, shownAtFirst);
  const worst = sorted[0]?.severity ?? 'info';
  return (
    <Alert severity={worst} variant="outlined" sx={{ mb: 2, bgcolor: 'background.paper', color: 'text.primary' }}>
      <b>{translate(title, { smart_count: issues.length })}</b>
      <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
        {shown.map(issue => {
          const place = placeOf(issue, translate);
          return (
            <li key={`${issue.code} ${place} ${JSON.stringify(issue.params ?? {})}`}>
              {place ? (
                <Box component="span" sx={{ color: 'text.secondary', mr: 1 }}>
                  {place}
                </Box>
              ) : null}
              {say(issue.code, asLocale(locale), issue.params)}
            </li>
          );
        })}
      </Box>
      {issues.length > shownAtFirst ? (
        <Button size="small" className="no-print" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? translate('shell.fold') : translate('exchange.issue.all', { count: issues.length })}
        </Button>
      ) : null}
    </Alert>
  );
};
