/** The plan as a tree on the screen: the grid itself, its columns, filters and tools, and the boxes for one row. */
export { BoardGrid, BoardPaste, BoardTools, type TreeBoard, treeDeeds, useHand } from './board/index.ts';
export { dueColumn, UnitNames, unitsColumn } from './cells.tsx';
export { FilterBar } from './FilterBar.tsx';
export { FoldMenu } from './FoldMenu.tsx';
export { ItemFields } from './ItemFields.tsx';
export { type HelpKey, KeyHelp } from './KeyHelp.tsx';
export type { PasteWhere } from './PasteDialog.tsx';
export type { Written } from './RowEditor.tsx';
export { readAll } from './read-all.ts';
export { besideTree, SidePanel } from './SidePanel.tsx';
export { TreeGrid } from './TreeGrid.tsx';
export type { Column, Writing } from './TreeRow.tsx';
export { type Meaning, type Meanings, meaningsAmong, unknownAmong } from './unit-meanings.ts';
export { useBoxWords } from './use-box-words.ts';
export type { Dropping } from './use-dragging.ts';
export { type Folding, useFolding } from './use-folding.ts';
export { MeaningsProvider, useMeanings, useUnitsOf } from './use-units.ts';
export { useUrlFilter } from './use-url-filter.ts';
