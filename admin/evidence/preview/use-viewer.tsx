import { type ReactNode, useState } from 'react';
import type { Evidence } from '../../../sync/model/index.ts';
import { previewOf } from '../format.ts';
import { Viewer } from './Viewer.tsx';

export interface ViewerHandle {
  readonly show: (id: string) => void;
  /** The viewer itself, to stand anywhere on the page. */
  readonly viewer: ReactNode;
}

/** A viewer over those of the given evidence that can be previewed. */
export function useViewer(evidence: readonly Evidence[]): ViewerHandle {
  const [shownId, setShownId] = useState<string | null>(null);
  const items = evidence.filter(one => previewOf(one) !== null);
  const viewer =
    shownId === null ? null : (
      <Viewer items={items} shownId={shownId} onShow={setShownId} onClose={() => setShownId(null)} />
    );
  return { show: setShownId, viewer };
}
