import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { type EditionMapping, rowKey } from '../../../sync/model/index.ts';
import { printedQuestion } from '../use-collection.ts';

/** Which earlier question a row is, by its place; blank: none of them. */
export type Said = Readonly<Record<string, string>>;

interface Props {
  readonly mapping: EditionMapping;
  readonly said: Said;
  /** Undefined once nothing can be said any more. */
  readonly onSay?: ((place: string, rowId: string) => void) | undefined;
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Box component="section" sx={{ mt: 1.5 }}>
    <Typography variant="h3">{title}</Typography>
    <Box component="ul" sx={{ m: 0, pl: 2.5, '& li': { py: 0.5 } }}>
      {children}
    </Box>
  </Box>
);

const faded = { color: 'text.secondary', fontSize: '0.875rem' } as const;

/** Which questions stay, which are other words for an earlier one, which are new and which are no longer asked. */
export const MappingChoice = ({ mapping, said, onSay }: Props) => {
  const translate = useTranslate();
  const { same, reworded, new: added, gone } = mapping;
  return (
    <>
      <p>{translate('collection.mapping.same', { smart_count: same })}</p>
      {reworded.length > 0 ? (
        <Part title={translate('collection.mapping.reworded', { smart_count: reworded.length })}>
          {reworded.map(row => (
            <li key={rowKey(row.sheet, row.row)}>
              {printedQuestion(row)}
              <Box sx={faded}>{translate('collection.mapping.was', { text: row.was })}</Box>
            </li>
          ))}
        </Part>
      ) : null}
      {added.length > 0 ? (
        <Part title={translate('collection.mapping.new', { smart_count: added.length })}>
          {added.map(row => {
            const place = rowKey(row.sheet, row.row);
            return (
              <li key={place}>
                {printedQuestion(row)}
                {onSay && row.candidates.length > 0 ? (
                  <TextField
                    select
                    label={translate('collection.mapping.isWhich')}
                    value={said[place] ?? ''}
                    onChange={event => onSay(place, event.target.value)}
                    slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
                  >
                    <MenuItem value="">{translate('collection.mapping.isNew')}</MenuItem>
                    {row.candidates.map(({ rowId, text, score }) => (
                      <MenuItem key={rowId} value={rowId} sx={{ whiteSpace: 'normal' }}>
                        {text}（{Math.round(score * 100)}%）
                      </MenuItem>
                    ))}
                  </TextField>
                ) : null}
              </li>
            );
          })}
        </Part>
      ) : null}
      {gone.length > 0 ? (
        <Part title={translate('collection.mapping.gone', { smart_count: gone.length })}>
          {gone.map(row => (
            <li key={row.rowId}>{printedQuestion(row)}</li>
          ))}
        </Part>
      ) : null}
    </>
  );
};
