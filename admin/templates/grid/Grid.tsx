import { type CSSProperties, type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { partOfColumn, type SheetParts } from '../parts/parts.ts';
import { GridBlock } from './GridBlock.tsx';
import { GridFrame, GridTable, gutter } from './grid-styles.ts';
import type { GridColumn, GridSheet } from './sheet.ts';
import { type Cursor, cursorKey, walk, walkable } from './walk.ts';

/** What was chosen to be said something of, and the element it shows in. */
export interface Picked extends Cursor {
  readonly element: HTMLElement;
}

/** A place to bring into view; a new object does it again. */
export interface Goal {
  readonly cursor: Cursor;
}

interface Props {
  readonly sheet: GridSheet;
  readonly parts: SheetParts;
  readonly unsure: ReadonlySet<string>;
  readonly showHidden: boolean;
  readonly picked: Cursor | null;
  readonly goal: Goal | null;
  readonly onPick: (picked: Picked) => void;
}

const cursorOf = (element: HTMLElement): Cursor => {
  const [column = 0, row = 0] = (element.dataset.at ?? '0:0').split(':').map(Number);
  return { column, row };
};

interface LettersProps extends Pick<Props, 'parts' | 'unsure'> {
  readonly columns: readonly GridColumn[];
  readonly cursor: Cursor;
  readonly picked: string | null;
}

/** Column letters, and under each what its column holds. */
const Letters = ({ columns, parts, unsure, cursor, picked }: LettersProps) => {
  const translate = useTranslate();
  return (
    <thead className="grid-head">
      <tr aria-rowindex={1}>
        <th
          scope="col"
          className="grid-corner"
          style={{ gridColumn: 1 }}
          aria-label={translate('templates.grid.rowNumber')}
        />
        {columns.map(({ letters, number }) => {
          const column = parts.columns.get(letters);
          const part = partOfColumn(column);
          const key = `${number}:0`;
          return (
            <th
              key={letters}
              scope="col"
              className={`grid-letter${unsure.has(letters) ? ' is-unsure' : ''}${picked === key ? ' is-here' : ''}`}
              data-at={key}
              aria-colindex={number + 1}
              tabIndex={cursorKey(cursor) === key ? 0 : -1}
              style={{ gridColumn: number + 1 }}
            >
              <b>{letters}</b>
              {part ? (
                <span className={`grid-tag part-${part}`}>
                  {column?.kind === 'tick'
                    ? translate('templates.tickOf', { choice: column.choice })
                    : translate(`templates.part.${part}`)}
                </span>
              ) : null}
            </th>
          );
        })}
      </tr>
    </thead>
  );
};

/**
 * A sheet as a grid (WAI-ARIA pattern): arrows walk through cells, column letters and row numbers, Enter or a click picks one.
 * One of them takes part in the page's tab order.
 */
export const Grid = ({ sheet, parts, unsure, showHidden, picked, goal, onPick }: Props) => {
  const translate = useTranslate();
  const frame = useRef<HTMLDivElement>(null);
  const paths = useMemo(() => walkable(sheet, showHidden), [sheet, showHidden]);
  /** The crossing that was walked to, which may lie inside a merged cell. */
  const [at, setAt] = useState<Cursor>({ column: 1, row: paths.rows[1] ?? 0 });
  const cursor = paths.owner(at);
  const moved = useRef(false);
  const shown = sheet.columns.filter(column => showHidden || !column.hidden);
  const hiddenColumns = useMemo(
    () => new Set(showHidden ? [] : sheet.columns.filter(column => column.hidden).map(column => column.number)),
    [sheet, showHidden],
  );

  useEffect(() => {
    if (!goal) return;
    moved.current = true;
    setAt({ ...goal.cursor });
  }, [goal]);

  // A block off the screen is drawn only once the cursor stands in it.
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    const element = frame.current?.querySelector<HTMLElement>(`[data-at="${cursorKey(paths.owner(at))}"]`);
    element?.focus({ preventScroll: true });
    if (element && frame.current) reveal(frame.current, element);
  }, [at, paths]);

  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.metaKey) return;
    const element = (event.target as HTMLElement).closest<HTMLElement>('[data-at]');
    if (!element) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onPick({ ...cursorOf(element), element });
      return;
    }
    const next = walk(paths, at, { key: event.key, ctrl: event.ctrlKey });
    if (!next) return;
    event.preventDefault();
    moved.current = true;
    setAt(next);
  };
  const clicked = (event: MouseEvent<HTMLElement>) => {
    const element = (event.target as HTMLElement).closest<HTMLElement>('[data-at]');
    if (!element || window.getSelection()?.isCollapsed === false) return;
    const place = cursorOf(element);
    setAt(place);
    onPick({ ...place, element });
  };

  const tracks = [
    `${gutter}px`,
    ...sheet.columns.map(({ width, hidden }) => (hidden && !showHidden ? '0px' : `${width}px`)),
  ].join(' ');
  const key = picked ? cursorKey(picked) : null;
  return (
    <GridFrame ref={frame}>
      <GridTable
        role="grid"
        aria-label={translate('templates.grid.label', { sheet: sheet.name })}
        aria-rowcount={(sheet.blocks.at(-1)?.last ?? 0) + sheet.rowsLeftOut + 1}
        aria-colcount={sheet.columns.length + 1}
        onKeyDown={pressed}
        onClick={clicked}
        style={{ '--grid-tracks': tracks } as CSSProperties}
      >
        <Letters columns={shown} parts={parts} unsure={unsure} cursor={cursor} picked={key} />
        {sheet.blocks.map(block =>
          block.rows.length === 0 ? (
            <tbody key={block.first}>
              <tr aria-rowindex={block.first + 1}>
                <td className="grid-gap" colSpan={sheet.columns.length + 1}>
                  {translate('templates.grid.blankRows', { first: block.first, last: block.last })}
                </td>
              </tr>
            </tbody>
          ) : (
            <GridBlock
              key={block.first}
              block={block}
              parts={parts}
              unsure={unsure}
              hiddenColumns={hiddenColumns}
              showHidden={showHidden}
              cursor={block.first <= cursor.row && cursor.row <= block.last ? cursor : null}
              picked={key}
            />
          ),
        )}
      </GridTable>
    </GridFrame>
  );
};

/** Scrolls a cell out from under the letters and the row numbers, which lie over the sheet. */
function reveal(frame: HTMLElement, element: HTMLElement): void {
  const head = frame.querySelector('.grid-head')?.getBoundingClientRect().height ?? 0;
  const outer = frame.getBoundingClientRect();
  const inner = element.getBoundingClientRect();
  if (!element.matches('.grid-letter')) {
    if (inner.top < outer.top + head) frame.scrollTop -= outer.top + head - inner.top + 8;
    else if (inner.bottom > outer.bottom)
      frame.scrollTop += Math.min(inner.bottom - outer.bottom + 24, inner.top - outer.top - head);
  }
  if (!element.matches('.grid-number')) {
    if (inner.left < outer.left + gutter) frame.scrollLeft -= outer.left + gutter - inner.left + 8;
    else if (inner.right > outer.right)
      frame.scrollLeft += Math.min(inner.right - outer.right + 24, inner.left - outer.left - gutter);
  }
}
