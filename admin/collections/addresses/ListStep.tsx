import RecordIcon from '@mui/icons-material/ContactMailOutlined';
import FileIcon from '@mui/icons-material/UploadFileOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { type ChangeEvent, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { listText } from './list-file.ts';

interface Props {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Goes by the agencies' own records instead. */
  readonly onRecords: () => void;
  readonly busy: boolean;
  readonly problem: string | null;
}

/** A list is pasted or read from a file; or the agencies' own records are taken. */
export const ListStep = ({ text, onText, onRecords, busy, problem }: Props) => {
  const translate = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (file) onText(listText(new Uint8Array(await file.arrayBuffer())));
    target.value = '';
  };
  return (
    <>
      {problem === null ? null : (
        <Alert severity="error" sx={{ mb: 2 }}>
          {translate(problem, { _: problem })}
        </Alert>
      )}
      <TextField
        autoFocus
        multiline
        minRows={8}
        maxRows={16}
        fullWidth
        value={text}
        onChange={event => onText(event.target.value)}
        label={translate('collection.addresses.list')}
        placeholder={translate('collection.addresses.example', {
          first: 'desk@example.gov.tw',
          second: 'office@example.gov.tw',
        })}
        helperText={translate('collection.addresses.help')}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 500_000, spellCheck: false } }}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
        <Button variant="outlined" startIcon={<FileIcon />} onClick={() => input.current?.click()} disabled={busy}>
          {translate('collection.addresses.file')}
        </Button>
        <Button variant="outlined" startIcon={<RecordIcon />} onClick={onRecords} disabled={busy}>
          {translate('collection.addresses.records')}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          hidden
          aria-label={translate('collection.addresses.file')}
          onChange={event => void read(event)}
        />
      </Box>
    </>
  );
};
