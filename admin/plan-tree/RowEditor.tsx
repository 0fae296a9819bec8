import SplitIcon from '@mui/icons-material/CallSplitOutlined';
import Box from '@mui/material/Box';
import InputBase from '@mui/material/InputBase';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { ToolButton } from './ToolButton.tsx';

export interface Written {
  readonly label: string | null;
  readonly text: string;
}

interface Props extends Written {
  readonly onCommit: (written: Written) => void;
  readonly onCancel: () => void;
  readonly onSplit?: ((kept: Written, after: string) => void) | undefined;
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

/**
 * A row's number and text, edited where they stand. Enter keeps, Escape leaves as it was, leaving the boxes keeps too; Ctrl and
 * Enter part the text at the cursor, where rows may be parted.
 */
export const RowEditor = ({ label, text, onCommit, onCancel, onSplit }: Props) => {
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
  const area = useRef<HTMLTextAreaElement>(null);
  const labelNow = number.trim() === '' ? null : number.trim();
  const commit = () => finish(() => onCommit({ label: labelNow, text: words.trim() }));
  const split = () => {
    const at = area.current?.selectionStart ?? words.length;
    const after = words.slice(at).trim();
    if (onSplit && after !== '') finish(() => onSplit({ label: labelNow, text: words.slice(0, at).trim() }, after));
  };
  const pressed = (event: KeyboardEvent) => {
    event.stopPropagation();
    // Enter also ends the composition of a Chinese word; that one belongs to the input method.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') finish(onCancel);
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      if (onSplit && (event.ctrlKey || event.metaKey)) split();
      else commit();
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
        inputRef={area}
        value={words}
        onFocus={event => event.target.setSelectionRange(words.length, words.length)}
        onChange={event => setWords(event.target.value)}
        inputProps={{ 'aria-label': translate('resources.planItems.fields.text'), maxLength: textLength }}
        sx={box}
      />
      {onSplit ? (
        // Taking the focus would move the cursor away from where the text is to be parted.
        <Box onMouseDown={event => event.preventDefault()} sx={{ flex: 'none' }}>
          <ToolButton icon={SplitIcon} name={translate('planTree.split')} shortcut="Ctrl + Enter" onClick={split} />
        </Box>
      ) : null}
    </Box>
  );
};
