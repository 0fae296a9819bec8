import { useEffect, useRef, useState } from 'react';
import { type GivenFiles, givenFiles } from './given-files.ts';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/**
 * Takes files that are dropped anywhere on the page or pasted while it is open. Text that is pasted into a box is none of its business.
 * @returns whether files hang over the page right now
 */
export function usePageDrop(
  enabled: boolean,
  onFiles: (given: GivenFiles, how: 'dropped' | 'pasted') => void,
): boolean {
  const [over, setOver] = useState(false);
  const handler = useRef(onFiles);
  handler.current = onFiles;

  useEffect(() => {
    if (!enabled) return;
    // Each element the pointer crosses enters and leaves; the page is left when as many left as entered.
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth -= 1;
      if (depth <= 0) setOver(false);
    };
    const hold = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      handler.current(givenFiles(event.dataTransfer?.items ?? []), 'dropped');
    };
    const paste = (event: ClipboardEvent) => {
      const given = givenFiles(event.clipboardData?.items ?? []);
      // A table out of a spreadsheet carries a picture of itself beside its text; in a text box the text is meant.
      const hasText = event.clipboardData?.types.includes('text/plain') ?? false;
      if (given.files.length === 0 || hasText) return;
      event.preventDefault();
      handler.current(given, 'pasted');
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', hold);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', hold);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
      setOver(false);
    };
  }, [enabled]);

  return over;
}
