import { Fragment, memo, useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import type { PlanSource } from '../../../sync/model/index.ts';
import { SourceTableView } from './SourceTableView.tsx';
import { type Marks, SpotText } from './SpotText.tsx';
import { SourceFrame } from './source-styles.ts';
import { pagedBlocks, textSpot } from './spots.ts';

interface Props extends Marks {
  readonly source: PlanSource;
  /** The spot that the row in hand began at. */
  readonly spot: string | null;
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

interface Drawn extends Marks {
  readonly source: PlanSource;
}

/** All of the document, drawn once: which spot is in hand is marked without drawing it again. */
const Blocks = memo(({ source, doubtful }: Drawn) => {
  const translate = useTranslate();
  return (
    <>
      {pagedBlocks(source).map(({ block, at, newPage }) => (
        <Fragment key={textSpot(at)}>
          {newPage === null ? null : (
            <div className="source-page">{translate('planImport.page', { page: newPage })}</div>
          )}
          {block.kind === 'text' ? (
            <SpotText name={textSpot(at)} text={block.text} doubtful={doubtful} />
          ) : (
            <SourceTableView block={at} table={block} doubtful={doubtful} />
          )}
        </Fragment>
      ))}
      {source.cut ? <div className="source-cut">{translate('planImport.originalCut')}</div> : null}
    </>
  );
});

/** The document as it came, for reading against the tree: what is pointed at here is shown there, and the other way round. */
export const SourcePane = ({ source, spot, doubtful, onPick }: Props) => {
  const translate = useTranslate();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = spot === null ? null : box.current?.querySelector<HTMLElement>(`[data-spot="${CSS.escape(spot)}"]`);
    if (!box.current || !element) return;
    element.setAttribute('aria-current', 'true');
    show(box.current, element);
    return () => element.removeAttribute('aria-current');
  }, [spot]);
  return (
    <SourceFrame
      ref={box}
      tabIndex={0}
      role="group"
      aria-label={translate('planImport.originalText')}
      onClick={event => {
        const picked = (event.target as Element).closest<HTMLElement>('[data-spot]')?.dataset.spot;
        if (picked !== undefined) onPick(picked);
      }}
    >
      <Blocks source={source} doubtful={doubtful} />
    </SourceFrame>
  );
};
