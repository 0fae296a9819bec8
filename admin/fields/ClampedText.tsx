import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useLayoutEffect, useRef, useState } from 'react';
import { useFieldValue, useTranslate } from 'react-admin';

interface Props {
  readonly text: string;
  readonly lines?: number;
}

/** A long text cut to a few lines, which opens where it stands. */
export const ClampedText = ({ text, lines = 3 }: Props) => {
  const translate = useTranslate();
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [cut, setCut] = useState(false);
  // The effect measures what `text` and `lines` laid out, so it runs when they change although it does not read them.
  const measured = `${lines}:${text}`;
  useLayoutEffect(() => {
    const node = box.current;
    if (!node || open || measured === '') return;
    const measure = () => setCut(node.scrollHeight > node.clientHeight + 1);
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(node);
    return () => watch.disconnect();
  }, [open, measured]);
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box
        ref={box}
        sx={{
          whiteSpace: 'pre-line',
          overflowWrap: 'anywhere',
          ...(open
            ? {}
            : { display: '-webkit-box', WebkitLineClamp: lines, WebkitBoxOrient: 'vertical', overflow: 'hidden' }),
          '@media print': { display: 'block', overflow: 'visible' },
        }}
      >
        {text}
      </Box>
      {cut ? (
        <ButtonBase
          className="no-print"
          aria-expanded={open}
          onClick={event => {
            event.stopPropagation();
            setOpen(!open);
          }}
          sx={{
            color: 'primary.main',
            fontSize: '0.8125rem',
            fontWeight: 600,
            minHeight: 24,
            textDecoration: 'underline',
          }}
        >
          {translate(open ? 'shell.fold' : 'shell.openAll')}
        </ButtonBase>
      ) : null}
    </Box>
  );
};

export const ClampedTextField = ({
  source,
  lines,
}: {
  readonly source: string;
  readonly lines?: number;
  readonly label?: string;
}) => {
  const text: unknown = useFieldValue({ source });
  return typeof text === 'string' && text !== '' ? <ClampedText text={text} {...(lines ? { lines } : {})} /> : null;
};
