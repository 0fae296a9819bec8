import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { type Issue, say } from '../../sync/model/index.ts';
import { asLocale } from '../words/i18n.ts';
import { byKind } from './issue-groups.ts';

type Translate = ReturnType<typeof useTranslate>;

/** What of its place a message does not say itself. */
const placeOf = ({ sheet, row, column }: Issue, text: string, translate: Translate): string => {
  const cell = column !== undefined && row !== undefined ? `${column}${row}` : null;
  if (cell !== null && !text.includes(cell)) return translate('exchange.issue.cell', { sheet: sheet ?? '', cell });
  if (cell === null && row !== undefined) return translate('exchange.row.place', { sheet: sheet ?? '', row });
  return sheet === undefined ? '' : translate('exchange.issue.sheet', { sheet });
};

/** Many messages say themselves where they stand. */
const saysPlace = ({ sheet, row }: Issue, text: string): boolean =>
  (sheet === undefined || text.includes(sheet)) && (row === undefined || text.includes(String(row)));

const Line = ({ issue, more }: { readonly issue: Issue; readonly more: number }) => {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const text = say(issue.code, asLocale(locale), issue.params);
  const place = saysPlace(issue, text) ? '' : placeOf(issue, text, translate);
  return (
    <li>
      {place ? (
        <Box component="span" sx={{ color: 'text.secondary', mr: 1 }}>
          {place}
        </Box>
      ) : null}
      {text}
      {more > 0 ? (
        <Box component="span" sx={{ color: 'text.secondary', ml: 1, whiteSpace: 'nowrap' }}>
          {translate('exchange.issue.alike', { count: more })}
        </Box>
      ) : null}
    </li>
  );
};

interface Props {
  readonly issues: readonly Issue[];
  /** Key of the catalogue, with `smart_count`. */
  readonly title?: string;
}

/** What was noticed while a file was read or written, each kind once until it is opened: in the person's language, with where it stands. */
export const Issues = ({ issues, title = 'exchange.issue.title' }: Props) => {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  if (issues.length === 0) return null;
  const kinds = byKind(issues);
  const lines = open
    ? kinds.flatMap(some => some.map(issue => ({ issue, more: 0 })))
    : kinds.flatMap(some => some.slice(0, 1).map(issue => ({ issue, more: some.length - 1 })));
  return (
    <Alert
      severity={kinds[0]?.[0]?.severity ?? 'info'}
      variant="outlined"
      sx={{ mb: 2, bgcolor: 'background.paper', color: 'text.primary' }}
    >
      <b>{translate(title, { smart_count: issues.length })}</b>
      <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
        {lines.map(({ issue, more }) => (
          <Line
            key={`${issue.code} ${issue.sheet} ${issue.row} ${issue.column} ${JSON.stringify(issue.params ?? {})}`}
            issue={issue}
            more={more}
          />
        ))}
      </Box>
      {issues.length > kinds.length ? (
        <Button size="small" className="no-print" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? translate('shell.fold') : translate('exchange.issue.all', { count: issues.length })}
        </Button>
      ) : null}
    </Alert>
  );
};
