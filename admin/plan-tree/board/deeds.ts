import { type Command, dropSlot, type MoveName, moves, type OutlineRow, type Slot } from '../outline/index.ts';
import type { Dropping } from '../use-dragging.ts';
import type { TreeBoard } from './tree-board.ts';
import type { Hand } from './use-hand.ts';

interface Given extends Pick<TreeBoard<OutlineRow>, 'add' | 'remove' | 'undo'> {
  readonly hand: Pick<Hand, 'edit' | 'folding' | 'setActiveId'>;
  /** The rows as they are now, which may be ahead of the screen: a key may follow the one before it faster than it is drawn. */
  readonly rows: () => readonly OutlineRow[];
  readonly moveTo: (id: string, slot: Slot) => void;
}

/** What the keys, the tools and the mouse do to the rows of a tree. */
export function treeDeeds({ hand, rows, moveTo, add, remove, undo }: Given) {
  const move = (name: MoveName, id: string): void => {
    const slot = moves[name](rows(), id);
    if (!slot) return;
    if (slot.parentId !== null) hand.folding.fold(slot.parentId, false);
    moveTo(id, slot);
  };
  const commands: Readonly<Partial<Record<Command, (id: string) => void>>> = {
    edit: hand.edit,
    add: () => add('after'),
    remove,
    undo,
    up: id => move('up', id),
    down: id => move('down', id),
    indent: id => move('indent', id),
    outdent: id => move('outdent', id),
  };
  const onCommand = (command: Command, id: string): boolean => {
    commands[command]?.(id);
    return command in commands;
  };
  const dropping: Dropping = {
    allowed: (id, target, where) => dropSlot(rows(), id, target, where) !== null,
    drop: (id, target, where) => {
      const slot = dropSlot(rows(), id, target, where);
      hand.setActiveId(id);
      if (slot) moveTo(id, slot);
    },
  };
  return { move, onCommand, dropping };
}
