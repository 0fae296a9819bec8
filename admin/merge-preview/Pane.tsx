import { type MouseEvent, type ReactNode, useId } from 'react';
import { useTranslate } from 'react-admin';

interface Props {
  readonly title: string;
  readonly kind: 'base' | 'ours' | 'theirs';
  readonly chosen?: boolean;
  /** Theirs that may not be written. */
  readonly impossible?: boolean;
  /** What choosing this side is called; undefined where it cannot be chosen. */
  readonly choice?: { readonly group: string; readonly label: string; readonly onChoose: () => void } | undefined;
  readonly children: ReactNode;
}

/** Dragging over a text to copy it is no choice. */
const unlessSelecting = (event: MouseEvent<HTMLInputElement>) => {
  const selection = window.getSelection();
  const pane = event.currentTarget.closest('.merge-pane');
  if (selection && !selection.isCollapsed && pane?.contains(selection.anchorNode)) event.preventDefault();
};

/** One side of a field. Where it can be chosen, the whole pane is the choice. */
export const Pane = ({ title, kind, chosen = false, impossible = false, choice, children }: Props) => {
  const translate = useTranslate();
  const id = useId();
  const classes = ['merge-pane', `is-${kind}`, chosen ? 'is-chosen' : '', impossible ? 'is-impossible' : ''].join(' ');
  const tag = chosen ? 'exchange.field.chosen' : impossible ? 'exchange.field.impossible' : null;
  const head = (
    <span className="merge-pane-head">
      {choice ? (
        <input
          id={id}
          type="radio"
          name={choice.group}
          value={kind}
          checked={chosen}
          onClick={unlessSelecting}
          onChange={choice.onChoose}
          aria-label={choice.label}
        />
      ) : null}
      {title}
      {tag ? <span className="merge-tag">{translate(tag)}</span> : null}
    </span>
  );
  return choice ? (
    <label className={classes} htmlFor={id}>
      {head}
      {children}
    </label>
  ) : (
    <div className={classes}>
      {head}
      {children}
    </div>
  );
};
