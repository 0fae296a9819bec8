import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { flushSync } from 'react-dom';
import type { Decision, Decisions } from '../../sync/model/index.ts';
import type { Placing } from './GuessButtons.tsx';
import { decideRow, type View } from './plan.ts';
import { RowCard } from './RowCard.tsx';
import type { NameOf, ShownRow } from './shown.ts';
import { useGrowing } from './use-growing.ts';

interface Props {
  readonly rows: readonly ShownRow[];
  readonly view: View;
  readonly past: boolean;
  readonly nameOf: NameOf;
  readonly decisions: Decisions;
  readonly onChoose: ((key: string, choice: Decision) => void) | undefined;
  readonly onDecide: ((decisions: Decisions) => void) | undefined;
  readonly onPlace: Placing | undefined;
  /** Brings a row into view and puts the keyboard on it. */
  readonly goTo: RefObject<((rowId: string) => void) | null>;
}

const choices: Readonly<Record<string, Decision>> = { '1': 'ours', '2': 'theirs' };
const steps: Readonly<Record<string, number>> = { j: 1, k: -1 };

/**
 * The rows of a view, walked with j and k and decided with 1 and 2. The keys work only while the keyboard is inside, so that
 * nobody decides by accident.
 */
export const Rows = ({ rows, view, past, nameOf, decisions, onChoose, onDecide, onPlace, goTo }: Props) => {
  const translate = useTranslate();
  const frame = useRef<HTMLElement>(null);
  const [drawn, drawAtLeast] = useGrowing(rows.length, view);

  const focus = (place: number) => {
    const row = rows[place];
    if (!row) return;
    if (place >= drawn) flushSync(() => drawAtLeast(place + 1));
    const card = frame.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row.rowId)}"]`);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest' });
  };
  goTo.current = rowId => focus(rows.findIndex(row => row.rowId === rowId));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const here = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset.row;
    const place = rows.findIndex(row => row.rowId === here);
    const by = steps[event.key];
    if (by !== undefined) {
      event.preventDefault();
      focus(place < 0 ? 0 : place + by);
    }
    const choice = choices[event.key];
    const row = rows[place];
    if (choice && row && onDecide) {
      event.preventDefault();
      const field = (event.target as HTMLElement).closest<HTMLElement>('[data-key]')?.dataset.key;
      onDecide(decideRow(row, decisions, choice, field));
    }
  };

  return (
    <section ref={frame} aria-label={translate('exchange.rows')} onKeyDown={onKeyDown}>
      {rows.slice(0, drawn).map(row => (
        <RowCard
          key={row.rowId}
          row={row}
          name={nameOf(row)}
          view={view}
          past={past}
          decisions={decisions}
          onChoose={onChoose}
          onPlace={onPlace}
        />
      ))}
    </section>
  );
};
