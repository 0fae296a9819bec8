import { type CSSProperties, memo, useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Part, RowPart, SheetParts } from '../parts/parts.ts';
import { namedCells } from '../parts/parts.ts';
import { columnLetters } from './places.ts';
import type { GridBlock as Block, GridCell, GridRow } from './sheet.ts';
import { type Cursor, cursorKey } from './walk.ts';

interface Props {
  readonly block: Block;
  readonly parts: SheetParts;
  /** Addresses that a person should look at. */
  readonly unsure: ReadonlySet<string>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly showHidden: boolean;
  /** The cell that takes part in the tab order, where it lies in this block; drawn even when it is off the screen. */
  readonly cursor: Cursor | null;
  readonly picked: string | null;
}

/** Rows whose cells belong to columns, where a text wraps. */
const inTable: ReadonlySet<RowPart | 'asks'> = new Set(['asks', 'header', 'repeatedHeader']);

const isNamed = (part: Part | null): boolean => (namedCells as readonly (string | null)[]).includes(part);
const blankHeight = 24;
const tallest = 320;

/** Rows are as high as in the file at least, and higher where their text needs it. */
const heightOf = ({ height }: GridRow): number => Math.min(Math.max(height ?? blankHeight, blankHeight), tallest);

const estimate = (block: Block): number => block.rows.reduce((sum, row) => sum + heightOf(row), 0);

/** Draws what is near the window, and keeps room for the rest. */
function useNear(always: boolean) {
  const frame = useRef<HTMLTableSectionElement>(null);
  const [near, setNear] = useState(false);
  const height = useRef<number | null>(null);
  useEffect(() => {
    const node = frame.current;
    if (!node) return;
    const watch = new IntersectionObserver(
      entries => {
        const seen = entries.at(-1);
        if (!seen) return;
        if (!seen.isIntersecting && seen.boundingClientRect.height > 0) height.current = seen.boundingClientRect.height;
        setNear(seen.isIntersecting);
      },
      { root: node.closest('table')?.parentElement ?? null, rootMargin: '900px 0px' },
    );
    watch.observe(node);
    return () => watch.disconnect();
  }, []);
  return { frame, drawn: near || always, height };
}

interface CellProps {
  readonly cell: GridCell;
  readonly first: number;
  readonly last: number;
  readonly part: Part | null;
  readonly unsure: boolean;
  readonly here: boolean;
  readonly picked: boolean;
  /** Its text may reach over blank cells beside it. */
  readonly reaches: boolean;
}

const Cell = ({ cell, first, last, part, unsure, here, picked, reaches }: CellProps) => {
  const translate = useTranslate();
  const named = isNamed(part);
  // A title that reached over the blank answers beside it, where titles stand below each other, would look like one of them.
  const isReaching = reaches && cell.reach > 0 && part !== 'header';
  const classes = [
    'grid-cell',
    part ? `part-${part}` : '',
    part === 'header' ? 'is-header' : '',
    unsure ? 'is-unsure' : '',
    picked ? 'is-here' : '',
    named ? 'is-named' : '',
    isReaching ? 'is-reaching' : '',
  ];
  const rowSpan = Math.min(cell.rowSpan, last - cell.row + 1);
  return (
    <td
      className={classes.filter(Boolean).join(' ')}
      data-at={cursorKey(cell)}
      tabIndex={here ? 0 : -1}
      aria-colindex={cell.column + 1}
      colSpan={cell.columnSpan}
      rowSpan={rowSpan}
      style={
        {
          gridRow: `${cell.row - first + 1} / span ${rowSpan}`,
          gridColumn: `${cell.column + 1} / span ${cell.columnSpan}`,
          ...(isReaching ? { '--grid-reach': `${cell.reach}px` } : {}),
        } as CSSProperties
      }
    >
      {named ? <span className="grid-name">{translate(`templates.part.${part}`)}</span> : null}
      {cell.text === '' ? null : <span className="grid-text">{cell.text}</span>}
    </td>
  );
};

/** Some rows of a sheet. Cells that merged ones of an earlier block reach into stay free. */
export const GridBlock = memo((props: Props) => {
  const { block, parts, unsure, hiddenColumns, showHidden, cursor, picked } = props;
  const translate = useTranslate();
  const { frame, drawn, height } = useNear(cursor !== null);
  const hides = (row: GridRow) => row.hidden && !showHidden;
  if (!drawn)
    return (
      <tbody
        ref={frame}
        data-first={block.first}
        style={{ display: 'block', height: height.current ?? estimate(block) }}
      />
    );
  const tracks = block.rows.map(row => (hides(row) ? '0px' : `minmax(${heightOf(row)}px, auto)`)).join(' ');
  return (
    <tbody ref={frame} className="grid-block" data-first={block.first} style={{ gridTemplateRows: tracks }}>
      {block.rows.map(row => {
        if (hides(row)) return null;
        const kind = parts.rows.get(row.row);
        const here = cursor?.row === row.row && cursor.column === 0;
        return (
          <tr key={row.row} aria-rowindex={row.row + 1}>
            <th
              scope="row"
              className={`grid-number${kind === 'asks' ? ' is-asks' : ''}${picked === `0:${row.row}` ? ' is-here' : ''}`}
              data-at={`0:${row.row}`}
              tabIndex={here ? 0 : -1}
              style={{ gridRow: row.row - block.first + 1, gridColumn: 1 }}
            >
              <span>{row.row}</span>
              {kind ? <small>{translate(`templates.rowTag.${kind}`)}</small> : null}
            </th>
            {row.cells.map(cell => {
              if (hiddenColumns.has(cell.column) && cell.columnSpan === 1) return null;
              const address = `${columnLetters(cell.column)}${cell.row}`;
              const key = cursorKey(cell);
              return (
                <Cell
                  key={cell.column}
                  cell={cell}
                  first={block.first}
                  last={block.last}
                  part={parts.cellPart(columnLetters(cell.column), cell.row)}
                  unsure={unsure.has(address)}
                  here={cursor !== null && cursorKey(cursor) === key}
                  picked={picked === key}
                  reaches={kind === undefined || !inTable.has(kind)}
                />
              );
            })}
          </tr>
        );
      })}
    </tbody>
  );
});
