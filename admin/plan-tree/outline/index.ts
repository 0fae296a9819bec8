/** The tree of a plan as pure data: its rows, what can be done to them, and how they are found, pasted and numbered. */

export { inPrintedOrder } from '../../../sync/model/index.ts';
export { monthsIn, unitNamesIn } from './cells.ts';
export { edited, insertAt, mergedUp, place, rowAbove, settle, slotOf, subtreeIds, without } from './change.ts';
export { type Check, checksOf, turned } from './checks.ts';
export { conditions, type FilterFacts, fits, isFiltering, noFilter, type Tracked, type TreeFilter } from './filter.ts';
export { type Command, commandOf } from './keys.ts';
export { type Line, linesOf, rowAfter, type Shown, shownBy } from './lines.ts';
export { type DropWhere, dropSlot, type MoveName, moves } from './moves.ts';
export { countNodes, nodesOf, rowsOf } from './nodes.ts';
export { nextLabel, printedLabel, rankOf, renumbered, splitLabel } from './numbering.ts';
export { nodesFromClipboard } from './paste.ts';
export { blankContent, contentOf, type ItemContent, type OutlineRow, type Slot } from './row.ts';
