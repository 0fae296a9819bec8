import Box from '@mui/material/Box';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { EditTools } from '../EditTools.tsx';
import { FoldMenu } from '../FoldMenu.tsx';
import { type HelpKey, KeyHelp } from '../KeyHelp.tsx';
import type { OutlineRow } from '../outline/index.ts';
import type { TreeBoard } from './tree-board.ts';

const shellBar = 56;

interface Props<R extends OutlineRow> {
  readonly board: TreeBoard<R>;
  readonly rows: readonly R[];
  readonly keys: readonly HelpKey[];
  readonly editable: boolean;
  /** What would be taken back; null when there is nothing. */
  readonly undoName: string | null;
  readonly children?: ReactNode;
}

/**
 * The tools of a tree. On a wide screen they stay in sight above the rows they work on, and what stays in sight below them (the
 * headings of the columns, a row that is walked to) is told how much room they take.
 */
export function BoardTools<R extends OutlineRow>({ board, rows, keys, editable, undoName, children }: Props<R>) {
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = bar.current!;
    const watch = new ResizeObserver(() => {
      const sticks = getComputedStyle(element).position === 'sticky';
      const below = `${shellBar + (sticks ? element.offsetHeight : 0)}px`;
      element.parentElement!.style.setProperty('--tree-top', below);
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return (
    <Box
      ref={bar}
      sx={{
        px: { xs: 1, sm: 2 },
        py: 1,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        bgcolor: 'background.paper',
        position: { lg: editable ? 'sticky' : 'static' },
        top: shellBar,
        zIndex: 4,
        boxShadow: theme => `0 1px 0 ${theme.palette.divider}`,
      }}
    >
      {editable ? <EditTools rows={rows} board={board} undoName={undoName} /> : null}
      <FoldMenu rows={rows} folding={board.folding} />
      <KeyHelp of={keys} />
      {children}
    </Box>
  );
}
