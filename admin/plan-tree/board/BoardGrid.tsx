import type { ComponentProps } from 'react';
import type { OutlineRow } from '../outline/index.ts';
import { PasteDialog } from '../PasteDialog.tsx';
import { TreeGrid } from '../TreeGrid.tsx';
import type { TreeBoard } from './tree-board.ts';

type Looks<R extends OutlineRow> = Pick<
  ComponentProps<typeof TreeGrid<R>>,
  'columns' | 'Below' | 'label' | 'heading' | 'onOpen'
>;

interface Props<R extends OutlineRow> extends Looks<R> {
  readonly board: TreeBoard<R>;
}

/** The tree of a board. */
export function BoardGrid<R extends OutlineRow>({ board, ...looks }: Props<R>) {
  const { lines, activeId, setActiveId, folding, onCommand, editingId, writing, dropping, setPasting } = board;
  return (
    <TreeGrid
      {...looks}
      lines={lines}
      activeId={activeId}
      onActivate={setActiveId}
      onFold={folding.fold}
      onCommand={onCommand}
      editingId={editingId}
      writing={writing}
      dropping={dropping}
      onPaste={dropping && setPasting}
    />
  );
}

/** What was pasted into a board, until it is told where to go. */
export function BoardPaste<R extends OutlineRow>({ board }: { readonly board: TreeBoard<R> }) {
  return board.pasting === null ? null : (
    <PasteDialog
      text={board.pasting}
      target={board.active}
      onPaste={board.paste}
      onClose={() => board.setPasting(null)}
    />
  );
}
