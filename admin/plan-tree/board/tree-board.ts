import type { PlanNode } from '../../../sync/model/index.ts';
import type { Command, Line, MoveName, OutlineRow } from '../outline/index.ts';
import type { PasteWhere } from '../PasteDialog.tsx';
import type { Writing } from '../TreeRow.tsx';
import type { Dropping } from '../use-dragging.ts';
import type { Folding } from '../use-folding.ts';

/** A tree that rows are looked at and written in: what is in hand, and what can be done. */
export interface TreeBoard<R extends OutlineRow> {
  readonly lines: readonly Line<R>[];
  readonly folding: Folding;
  readonly active: R | null;
  readonly activeId: string | null;
  readonly setActiveId: (id: string | null) => void;
  readonly editingId: string | null;
  readonly writing: Writing;
  /** Undefined where nothing may be changed, like the next one. */
  readonly dropping: Dropping | undefined;
  readonly onCommand: ((command: Command, id: string) => boolean) | undefined;
  /** What was pasted and waits for a place: empty when it is still to be pasted; null when nothing is. */
  readonly pasting: string | null;
  readonly setPasting: (text: string | null) => void;
  readonly paste: (nodes: readonly PlanNode[], where: PasteWhere) => void;
  readonly add: (where: PasteWhere) => void;
  readonly edit: (id: string) => void;
  readonly move: (name: MoveName, id: string) => void;
  readonly remove: (id: string) => void;
  /** Joins a row onto the one above it, where rows may be joined. */
  readonly mergeUp?: (id: string) => void;
  readonly renumber: () => void;
  readonly undo: () => void;
}
