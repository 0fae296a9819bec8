import type { MoveName } from './moves.ts';

/** What a key asks of the tree. */
export type Command =
  | 'previous'
  | 'next'
  | 'first'
  | 'last'
  | 'fold'
  | 'unfold'
  | 'edit'
  | 'add'
  | 'remove'
  | 'undo'
  | 'check'
  | MoveName;

interface Pressed {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

const plain: Readonly<Record<string, Command>> = {
  ArrowUp: 'previous',
  ArrowDown: 'next',
  ArrowLeft: 'fold',
  ArrowRight: 'unfold',
  Home: 'first',
  End: 'last',
  Enter: 'edit',
  F2: 'edit',
  Insert: 'add',
  Delete: 'remove',
  ' ': 'check',
};

const withAlt: Readonly<Record<string, Command>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'outdent',
  ArrowRight: 'indent',
};

const withControl: Readonly<Record<string, Command>> = { z: 'undo', Home: 'first', End: 'last' };

/** The command of a key, or null. Shift belongs to text, and to pasting with Shift+Insert. */
export function commandOf({ key, altKey, ctrlKey, metaKey, shiftKey }: Pressed): Command | null {
  if (shiftKey) return null;
  if (altKey) return ctrlKey || metaKey ? null : (withAlt[key] ?? null);
  return (ctrlKey || metaKey ? withControl[key] : plain[key]) ?? null;
}
