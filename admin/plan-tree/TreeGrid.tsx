import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { useTranslate } from 'react-admin';
import { type Check, type Command, commandOf, type Line, type OutlineRow } from './outline/index.ts';
import { type Column, TreeRow, type Writing } from './TreeRow.tsx';
import { TreeFrame, TreeTable } from './tree-styles.ts';
import { type Dropping, useDragging } from './use-dragging.ts';

interface Props<R extends OutlineRow> {
  readonly lines: readonly Line<R>[];
  readonly columns: readonly Column<R>[];
  /** What stands under the text of a row. */
  readonly Below?: ((props: { readonly row: R }) => ReactNode) | undefined;
  /** What the tree is of, for people who hear it. */
  readonly label: string;
  /** Heading of the text column. */
  readonly heading: string;
  readonly activeId: string | null;
  readonly onActivate: (id: string) => void;
  /** A row was pointed at, not merely walked to. */
  readonly onOpen?: ((id: string) => void) | undefined;
  readonly onFold: (id: string, fold: boolean) => void;
  /** Everything a key can ask for beside walking about; true when it was done. */
  readonly onCommand?: ((command: Command, id: string) => boolean) | undefined;
  readonly editingId?: string | null;
  readonly writing?: Writing;
  readonly dropping?: Dropping | undefined;
  /** Text that was pasted while no box was being written in. */
  readonly onPaste?: ((text: string) => void) | undefined;
  readonly checks?: ReadonlyMap<string, Check>;
}

const nobodyWrites: Writing = { commit: () => undefined, cancel: () => undefined };

const inBox = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea') !== null;

/** How to walk: from a line to the line that is active next. */
const walks: Readonly<
  Partial<Record<Command, (lines: readonly Line<OutlineRow>[], at: number) => Line<OutlineRow> | undefined>>
> = {
  previous: (lines, at) => lines[Math.max(at - 1, 0)],
  next: (lines, at) => lines[Math.min(at + 1, lines.length - 1)],
  first: lines => lines[0],
  last: lines => lines.at(-1),
};

/**
 * A plan as a tree grid (WAI-ARIA pattern, focus on rows): arrows walk and fold, Home and End go to the ends, all other keys
 * are the owner's commands. One row of the tree takes part in the page's tab order.
 */
export function TreeGrid<R extends OutlineRow>(props: Props<R>) {
  const { lines, columns, activeId, onActivate, onFold, onCommand, editingId = null, writing = nobodyWrites } = props;
  const translate = useTranslate();
  const frame = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  const dragging = useDragging(props.dropping);
  const tabbableId = lines.some(line => line.row.id === activeId) ? activeId : (lines[0]?.row.id ?? null);

  const rowOf = (id: string | null) =>
    id === null ? null : (frame.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`) ?? null);

  // A row that is moved or newly drawn loses the focus it had; a row that became active by key has not got it yet.
  useLayoutEffect(() => {
    if (editingId !== null) {
      hadFocus.current = true;
      return;
    }
    const row = rowOf(tabbableId);
    const lost = document.activeElement === document.body || frame.current?.contains(document.activeElement);
    if (row && hadFocus.current && lost && document.activeElement !== row) {
      row.focus({ preventScroll: true });
      row.scrollIntoView({ block: 'nearest' });
    }
  });

  const walk = (command: Command, line: Line<R>): boolean => {
    const at = lines.indexOf(line);
    const next = walks[command]?.(lines, at);
    if (next) onActivate(next.row.id);
    else if (command === 'fold') {
      if (line.hasChildren && line.open) onFold(line.row.id, true);
      else if (line.row.parentId !== null) onActivate(line.row.parentId);
    } else if (command === 'unfold') {
      if (!line.hasChildren) return true;
      if (line.open) onActivate(lines[at + 1]?.row.id ?? line.row.id);
      else onFold(line.row.id, false);
    } else return false;
    return true;
  };

  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    if (inBox(event.target)) return;
    const command = commandOf(event);
    const line = lines.find(one => one.row.id === tabbableId);
    if (command === null || !line) return;
    hadFocus.current = true;
    if (walk(command, line) || onCommand?.(command, line.row.id)) event.preventDefault();
  };

  const clicked = (event: MouseEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const id = target.closest<HTMLElement>('[data-id]')?.dataset.id;
    if (id === undefined || inBox(target)) return;
    hadFocus.current = true;
    const line = lines.find(one => one.row.id === id);
    if (line && target.closest('.tree-fold.is-parent')) onFold(id, line.open);
    else if (target.closest('.tree-check')) onCommand?.('check', id);
    else {
      onActivate(id);
      props.onOpen?.(id);
    }
  };

  const tracks = useMemo(
    () => ({ '--tree-columns': ['minmax(0, 1fr)', ...columns.map(column => column.width)].join(' ') }) as CSSProperties,
    [columns],
  );

  return (
    <TreeFrame ref={frame}>
      <TreeTable
        role="treegrid"
        aria-label={props.label}
        {...(props.checks ? { 'aria-multiselectable': true } : {})}
        style={tracks}
        onKeyDown={pressed}
        onClick={clicked}
        onDoubleClick={event => {
          const id = (event.target as HTMLElement).closest<HTMLElement>('[data-id]')?.dataset.id;
          if (id !== undefined && !inBox(event.target)) onCommand?.('edit', id);
        }}
        onPaste={event => {
          if (!props.onPaste || inBox(event.target)) return;
          event.preventDefault();
          props.onPaste(event.clipboardData.getData('text/plain'));
        }}
        onFocus={() => {
          hadFocus.current = true;
        }}
        onBlur={event => {
          if (event.relatedTarget !== null && !frame.current?.contains(event.relatedTarget)) hadFocus.current = false;
        }}
        {...dragging.handlers}
      >
        <thead>
          <tr className="tree-row tree-head">
            <th>{props.heading}</th>
            {columns.map(({ key, heading }) => (
              <th key={key}>{translate(heading)}</th>
            ))}
          </tr>
        </thead>
        <tbody className="tree-body">
          {lines.map(line => (
            <TreeRow
              key={line.row.id}
              {...line}
              columns={columns}
              Below={props.Below}
              writing={writing}
              active={line.row.id === activeId}
              tabbable={line.row.id === tabbableId}
              editing={line.row.id === editingId}
              draggable={props.dropping !== undefined}
              dragged={line.row.id === dragging.id}
              drop={dragging.over?.id === line.row.id ? dragging.over.where : null}
              check={props.checks?.get(line.row.id) ?? null}
            />
          ))}
        </tbody>
      </TreeTable>
    </TreeFrame>
  );
}
