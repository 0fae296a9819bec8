import Box from '@mui/material/Box';
import { useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import type { PlanSource } from '../../../sync/model/index.ts';
import { SourceTableView } from './SourceTableView.tsx';
import { SpotText } from './SpotText.tsx';
import { pagedBlocks, textSpot } from './spots.ts';

interface Props {
  readonly source: PlanSource;
  /** The spot that the row in hand began at. */
  readonly spot: string | null;
  /** Spots with something to look at. */
  readonly doubtful: ReadonlySet<string>;
  readonly onPick: (spot: string) => void;
}

const leastSeen = 240;

/** Brings an element into sight: within the box where that scrolls, and the page only where hardly anything of the box is seen. */
function show(box: HTMLElement, element: HTMLElement): void {
  if (box.scrollHeight <= box.clientHeight) {
    element.scrollIntoView({ block: 'nearest' });
    return;
  }
  if (window.innerHeight - box.getBoundingClientRect().top < leastSeen)
    window.scrollBy({ top: box.getBoundingClientRect().top - leastSeen });
  const [outer, inner] = [box.getBoundingClientRect(), element.getBoundingClientRect()];
  const height = Math.min(outer.bottom, window.innerHeight) - outer.top;
  if (inner.top >= outer.top && inner.bottom <= outer.top + height) return;
  box.scrollTop += inner.top - outer.top - Math.max(24, (height - inner.height) / 3);
}

/** The document as it came, for reading against the tree: what is pointed at here is shown there, and the other way round. */
export const SourcePane = ({ source, spot, doubtful, onPick }: Props) => {
  const translate = useTranslate();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = spot === null ? null : box.current?.querySelector<HTMLElement>(`[data-spot="${CSS.escape(spot)}"]`);
    if (box.current && element) show(box.current, element);
  }, [spot]);
  const marks = { spot, doubtful, onPick };
  return (
    <Box
      ref={box}
      tabIndex={0}
      role="group"
      aria-label={translate('planImport.originalText')}
      sx={{
        overflow: 'auto',
        maxHeight: { xs: 'none', lg: 'calc(100dvh - 176px)' },
        mx: -1,
        fontSize: '0.9375rem',
        lineHeight: 1.7,
      }}
    >
      {pagedBlocks(source).map(({ block, at, newPage }) => (
        <Box key={textSpot(at)}>
          {newPage === null ? null : (
            <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem', textAlign: 'center', my: 1 }}>
              {translate('planImport.page', { page: newPage })}
            </Box>
          )}
          {block.kind === 'text' ? (
            <SpotText name={textSpot(at)} {...marks}>
              {block.text}
            </SpotText>
          ) : (
            <SourceTableView block={at} table={block} {...marks} />
          )}
        </Box>
      ))}
      {source.cut ? <Box sx={{ color: 'text.secondary', mt: 2 }}>{translate('planImport.originalCut')}</Box> : null}
    </Box>
  );
};
