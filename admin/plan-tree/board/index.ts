/** A tree that is worked on, whether its rows are stored one by one or all at the end. */
export { BoardGrid, BoardPaste } from './BoardGrid.tsx';
export { BoardTools } from './BoardTools.tsx';
export { treeDeeds } from './deeds.ts';
export type { TreeBoard } from './tree-board.ts';
export { useHand } from './use-hand.ts';
