import Box from '@mui/material/Box';
import InputBase from '@mui/material/InputBase';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';

export interface Written {
  readonly label: string | null;
  readonly text: string;
}

interface Props extends Written {
  readonly onCommit: (written: Written) => void;
  readonly onCancel: () => void;
}

const labelLength = 20;
const textLength = 8000;

const box = {
  border: '1px solid',
  borderColor: 'primary.main',
  borderRadius: 1,
  bgcolor: 'background.paper',
  px: 1,
  py: 0.25,
  fontSize: 'inherit',
  lineHeight: 1.7,
} as const;

/** A row's number and text, edited where they stand. Enter keeps, Escape leaves as it was, leaving the boxes keeps too. */
export const RowEditor = ({ label, text, onCommit, onCancel }: Props) => {
  const translate = useTranslate();
  const [number, setNumber] = useState(label ?? '');
  const [words, setWords] = useState(text);
  const frame = useRef<HTMLDivElement>(null);
  const done = useRef(false);
  const finish = (how: () => void) => {
    if (done.current) return;
    done.current = true;
    how();
  };
  const commit = () =>
    finish(() => onCommit({ label: number.trim() === '' ? null : number.trim(), text: words.trim() }));
  const pressed = (event: KeyboardEvent) => {
    event.stopPropagation();
    // Enter also ends the composition of a Chinese word; that one belongs to the input method.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') finish(onCancel);
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      commit();
    }
  };
  return (
    <Box
      ref={frame}
      onKeyDown={pressed}
      onClick={event => event.stopPropagation()}
      onBlur={event => {
        if (!frame.current?.contains(event.relatedTarget as Node | null)) commit();
      }}
      sx={{ display: 'flex', gap: 1, flex: 1, minWidth: 0, alignItems: 'flex-start' }}
    >
      <InputBase
        value={number}
        onChange={event => setNumber(event.target.value)}
        inputProps={{ 'aria-label': translate('resources.planItems.fields.label'), maxLength: labelLength }}
        sx={{ ...box, width: '4.5em', flex: 'none' }}
      />
      <InputBase
        autoFocus
        multiline
        fullWidth
        value={words}
        onFocus={event => event.target.setSelectionRange(words.length, words.length)}
        onChange={event => setWords(event.target.value)}
        inputProps={{ 'aria-label': translate('resources.planItems.fields.text'), maxLength: textLength }}
        sx={box}
      />
    </Box>
  );
};
