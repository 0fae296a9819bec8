import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { EditionMapping } from '../../../sync/model/index.ts';
import { printedQuestion } from '../use-collection.ts';

interface ListProps {
  readonly title: string;
  readonly rows: readonly { readonly key: string; readonly text: string; readonly more?: string }[];
}

const Listed = ({ title, rows }: ListProps) =>
  rows.length === 0 ? null : (
    <Box component="section" sx={{ mt: 1.5 }}>
      <Typography variant="h3" component="h3">
        {title}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5, maxHeight: 220, overflowY: 'auto' }} tabIndex={-1}>
        {rows.map(({ key, text, more }) => (
          <li key={key}>
            {text}
            {more ? <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>{more}</Box> : null}
          </li>
        ))}
      </Box>
    </Box>
  );

/** Which questions stayed, which are other words for an earlier one, which are new and which are no longer asked. */
export const MappingTold = ({ mapping }: { readonly mapping: EditionMapping }) => {
  const translate = useTranslate();
  return (
    <>
      <p>{translate('collection.mapping.same', { smart_count: mapping.same })}</p>
      <Listed
        title={translate('collection.mapping.reworded', { smart_count: mapping.reworded.length })}
        rows={mapping.reworded.map(row => ({
          key: `${row.sheet}!${row.row}`,
          text: printedQuestion(row),
          more: translate('collection.mapping.was', { text: row.was }),
        }))}
      />
      <Listed
        title={translate('collection.mapping.new', { smart_count: mapping.new.length })}
        rows={mapping.new.map(row => ({
          key: `${row.sheet}!${row.row}`,
          text: printedQuestion(row),
          ...(row.candidates[0]
            ? { more: translate('collection.mapping.like', { text: row.candidates[0].text }) }
            : {}),
        }))}
      />
      <Listed
        title={translate('collection.mapping.gone', { smart_count: mapping.gone.length })}
        rows={mapping.gone.map(row => ({ key: row.rowId, text: printedQuestion(row) }))}
      />
    </>
  );
};
