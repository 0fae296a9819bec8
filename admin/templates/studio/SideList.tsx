import UndoIcon from '@mui/icons-material/UndoOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Panel } from '../../pages/Panel.tsx';
import { basisText, decisionText } from '../corrections/decision-words.ts';
import { type Doubt, type Lacking, lackKey } from '../corrections/doubts.ts';
import type { Said } from '../corrections/said.ts';
import { columnLetters, columnNumber } from '../grid/places.ts';
import { Sure } from './Sure.tsx';

const List = ({ children }: { readonly children: ReactNode }) => (
  <Box
    component="ul"
    sx={{
      listStyle: 'none',
      m: 0,
      p: 0,
      '& > li': { py: 1, borderTop: 1, borderColor: 'divider' },
      '& > li:first-of-type': { borderTop: 0, pt: 0 },
    }}
  >
    {children}
  </Box>
);

interface DoubtsProps {
  readonly doubts: readonly Doubt[];
  /** What the form seems to have no place for. */
  readonly lacks: readonly Lacking[];
  /** The titles of the sheet stand below each other. */
  readonly turned: boolean;
  readonly onGo: (doubt: Doubt) => void;
  /** Undefined for people who only look. */
  /** Given the key of what was found right. */
  readonly onRight: ((key: string) => void) | undefined;
}

/** 請確認: what the finder is not sure of, the least certain first; each leads to its cell. */
export const Doubts = ({ doubts, lacks, turned, onGo, onRight }: DoubtsProps) => {
  const translate = useTranslate();
  return (
    <Panel
      title={translate('templates.doubts.title')}
      aside={translate('templates.count', { count: lacks.length + doubts.length })}
    >
      {lacks.length + doubts.length === 0 ? (
        <Box sx={{ color: 'text.secondary' }}>{translate('templates.doubts.none')}</Box>
      ) : (
        <List>
          {lacks.map(what => (
            <li key={what}>
              <Box sx={{ fontWeight: 600 }}>
                {translate('templates.doubts.lacks', { name: translate(`templates.part.${what}`) })}
              </Box>
              <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
                {translate('templates.doubts.lacksText')}
              </Box>
              {onRight ? (
                <Button size="small" onClick={() => onRight(lackKey(what))} sx={{ mt: 0.5 }}>
                  {translate('templates.doubts.lacksRight')}
                </Button>
              ) : null}
            </li>
          ))}
          {doubts.map(doubt => (
            <li key={doubt.key}>
              <Box sx={{ fontWeight: 600 }}>{decisionText(doubt.decision, translate, { turned })}</Box>
              <Sure confidence={doubt.decision.confidence} />
              <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>{basisText(doubt.decision, translate)}</Box>
              <Box sx={{ display: 'flex', gap: 1, mt: 0.5 }}>
                {doubt.decision.cells.length > 0 ? (
                  <Button size="small" variant="outlined" onClick={() => onGo(doubt)}>
                    {translate('templates.doubts.go')}
                  </Button>
                ) : null}
                {onRight ? (
                  <Button size="small" onClick={() => onRight(doubt.key)}>
                    {translate('templates.doubts.right')}
                  </Button>
                ) : null}
              </Box>
            </li>
          ))}
        </List>
      )}
    </Panel>
  );
};

/** What is said of a table is said of rows instead of columns when its titles stand below each other. */
const saidText = (said: Said, translate: (key: string, params?: object) => string, turned: boolean): string => {
  const word = (key: string, params: object = {}) => translate(`templates.said.${key}`, params);
  const table = turned ? (key: string, params: object = {}) => translate(`templates.across.${key}`, params) : word;
  const column = (letters: string | null) => (turned && letters ? String(columnNumber(letters)) : letters);
  const name = (part: string) => translate(`templates.part.${part}`);
  switch (said.kind) {
    case 'isForm':
      return word(said.isForm ? 'isForm' : 'noForm');
    case 'fillLocked':
      return word('fillLocked');
    case 'headerRows':
      return said.first === said.last ? word('headerRow', { row: said.first }) : word('headerRows', said);
    case 'column':
      return table(said.column === null ? 'noColumn' : 'column', {
        name: name(said.field),
        column: column(said.column),
      });
    case 'ticks':
      return said.columns.length === 0
        ? table('noTicks')
        : table('ticks', { columns: said.columns.map(column).join(translate('fields.and')) });
    case 'cell':
      return word(said.address === null ? 'noCell' : 'cell', { name: name(said.name), address: said.address });
    case 'signOff':
      return word(said.row === null ? 'noSignOff' : 'signOff', { row: said.row });
    case 'asks':
      return table(said.asks ? 'asks' : 'asksNot', { row: turned ? columnLetters(said.row) : said.row });
  }
};

interface CorrectedProps {
  readonly said: readonly Said[];
  /** The titles of the sheet stand below each other. */
  readonly turned: boolean;
  readonly onTakeBack: ((said: Said) => void) | undefined;
}

/** 已更正: what people said of this sheet, each to be taken back. */
export const Corrected = ({ said, turned, onTakeBack }: CorrectedProps) => {
  const translate = useTranslate();
  if (said.length === 0) return null;
  return (
    <Panel title={translate('templates.said.title')} aside={translate('templates.count', { count: said.length })}>
      <List>
        {said.map(one => {
          const text = saidText(one, translate, turned);
          return (
            <Box component="li" key={one.key} sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
              <Box sx={{ flex: 1, minWidth: 0 }}>{text}</Box>
              {onTakeBack ? (
                <Button
                  size="small"
                  startIcon={<UndoIcon />}
                  aria-label={translate('templates.said.takeBackWhat', { what: text })}
                  onClick={() => onTakeBack(one)}
                >
                  {translate('templates.said.takeBack')}
                </Button>
              ) : null}
            </Box>
          );
        })}
      </List>
    </Panel>
  );
};
