import ChevronIcon from '@mui/icons-material/ChevronRight';
import HandleIcon from '@mui/icons-material/DragIndicator';
import { type CSSProperties, type JSX, memo, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { levelAt } from '../../sync/model/index.ts';
import type { Check, DropWhere, Line, OutlineRow } from './outline/index.ts';
import { printedLabel } from './outline/index.ts';
import { RowEditor, type Written } from './RowEditor.tsx';

/** A column beside the text. */
export interface Column<R extends OutlineRow> {
  readonly key: string;
  /** Key of the catalogue. */
  readonly heading: string;
  /** A track of a CSS grid, such as `10rem`. */
  readonly width: string;
  readonly Cell: (props: { readonly row: R }) => ReactNode;
}

/** What becomes of what is written in a row. The functions stay the same, so that only rows that changed are drawn again. */
export interface Writing {
  readonly commit: (id: string, written: Written) => void;
  readonly cancel: (id: string) => void;
  /** The text was parted: what comes after stands in a row of its own. */
  readonly split?: (id: string, kept: Written, after: string) => void;
}

interface Props<R extends OutlineRow> extends Line<R> {
  readonly columns: readonly Column<R>[];
  /** What stands under the text of a row. */
  readonly Below?: ((props: { readonly row: R }) => ReactNode) | undefined;
  readonly writing: Writing;
  readonly active: boolean;
  readonly tabbable: boolean;
  readonly editing: boolean;
  readonly draggable: boolean;
  readonly dragged: boolean;
  readonly drop: DropWhere | null;
  readonly check: Check | null;
}

const CheckBox = ({ check, name }: { readonly check: Check; readonly name: string }) => (
  <input
    type="checkbox"
    className="tree-check"
    tabIndex={-1}
    aria-label={name}
    readOnly
    checked={check === 'on'}
    ref={node => {
      if (node) node.indeterminate = check === 'mixed';
    }}
  />
);

const RowOf = <R extends OutlineRow>(props: Props<R>) => {
  const {
    row,
    siblings,
    hasChildren,
    open,
    matches,
    columns,
    writing,
    active,
    editing,
    check,
    drop,
    draggable,
    Below,
  } = props;
  const translate = useTranslate();
  const classes = [
    'tree-row',
    `level-${levelAt(row.depth)}`,
    active && 'is-active',
    editing && 'is-editing',
    props.dragged && 'is-dragged',
    !matches && 'is-context',
    drop && `drop-${drop}`,
  ];
  return (
    <tr
      data-id={row.id}
      tabIndex={props.tabbable ? 0 : -1}
      aria-level={row.depth + 1}
      aria-posinset={row.position + 1}
      aria-setsize={siblings}
      aria-selected={check === null ? active : check === 'on'}
      {...(hasChildren ? { 'aria-expanded': open } : {})}
      className={classes.filter(Boolean).join(' ')}
      style={{ '--depth': row.depth } as CSSProperties}
    >
      <td className="tree-main">
        {draggable && !editing ? (
          <span className="tree-handle no-print" aria-hidden draggable title={translate('planTree.drag')}>
            <HandleIcon />
          </span>
        ) : null}
        <span aria-hidden className={`tree-fold ${open ? 'is-open' : ''} ${hasChildren ? 'is-parent' : ''}`}>
          {hasChildren ? <ChevronIcon /> : null}
        </span>
        {check === null ? null : <CheckBox check={check} name={translate('planTree.choose')} />}
        {editing ? (
          <RowEditor
            label={row.label}
            text={row.text}
            onCommit={written => writing.commit(row.id, written)}
            onCancel={() => writing.cancel(row.id)}
            onSplit={writing.split && ((kept, after) => writing.split?.(row.id, kept, after))}
          />
        ) : (
          <>
            {row.label === null ? null : <span className="tree-label">{printedLabel(row.label)}</span>}
            <span className="tree-text">
              {row.text === '' ? (
                <span className="tree-blank">{translate('planTree.noText')}</span>
              ) : (
                <span className="tree-words">{row.text}</span>
              )}
              {Below ? <Below row={row} /> : null}
            </span>
          </>
        )}
      </td>
      {columns.map(({ key, Cell }) => (
        <td key={key} className="tree-side">
          <Cell row={row} />
        </td>
      ))}
    </tr>
  );
};

/** One row of the tree, drawn again only when it changed. */
export const TreeRow = memo(RowOf) as <R extends OutlineRow>(props: Props<R>) => JSX.Element;
