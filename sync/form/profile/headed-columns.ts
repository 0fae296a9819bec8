import type { Grid, GridCell } from '../../outline/grid.ts';
import { monthOf } from '../../outline/headings.ts';
import { isChoiceWord } from './choices.ts';
import type { Title } from './titles.ts';

/** A column under a header, as its titles call it; columns that share their lowest title are one. */
export interface HeadedColumn {
  readonly left: number;
  readonly right: number;
  /** From the outermost to the lowest; each cell once. */
  readonly titles: readonly GridCell[];
  /** What the lowest known title says; null when none is known. */
  readonly said: Title | null;
  /** What the title over several columns, this one among them, says. */
  readonly group: { readonly cell: GridCell; readonly said: Title | null } | null;
  /** The column is for ticking one choice. */
  readonly choice: string | null;
  /** The month that heads a column of its own, 1–12. */
  readonly month: number | null;
}

/** What a title says, remembered. */
export type Titles = (text: string) => Title | null;

export const largest = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), 0);
export const isWide = ({ left, right }: GridCell): boolean => right > left;

/** The columns under the rows of a header, each with the titles that stand over it. */
export function columnsOf(grid: Grid, top: number, bottom: number, titles: Titles): readonly HeadedColumn[] {
  const rows = Array.from({ length: bottom - top + 1 }, (_, i) => top + i);
  const cells = rows.flatMap(row => grid.cellsOf(row));
  const covering = new Set(cells);
  for (const { left } of cells) {
    const above = grid.at(top, left);
    if (above) covering.add(above);
  }
  const last = largest([...covering].map(cell => cell.right));
  const columns: HeadedColumn[] = [];
  for (let column = 1; column <= last; column++) {
    const stack = new Set<GridCell>();
    for (let row = top; row <= bottom; row++) {
      const cell = grid.at(row, column);
      if (cell) stack.add(cell);
    }
    const list = [...stack];
    const lowest = list.at(-1);
    if (!lowest) continue;
    const shared = columns.at(-1);
    if (shared && shared.titles.at(-1) === lowest && isWide(lowest)) {
      columns[columns.length - 1] = { ...shared, right: column };
    } else columns.push(headed(column, list, titles));
  }
  return withGrades(columns);
}

/** The same where each title stands half in the row above. */
export const splitColumns = (grid: Grid, row: number, titles: Titles): readonly HeadedColumn[] =>
  withGrades(
    grid.cellsOf(row).map((cell, i) => {
      const first = grid.cellsOf(row - 1)[i]!;
      return headed(cell.left, [{ ...cell, top: first.top, text: `${first.text}${cell.text}` }], titles);
    }),
  );

const longestGrade = 8;
const graded = /^(?:未|不|無|非|部分|已|尚未|待)/;

/** Short unknown titles under one title are choices when one of them is known as such or denies another: 落實, 部分落實, 未落實. */
function withGrades(columns: readonly HeadedColumn[]): readonly HeadedColumn[] {
  const groups = Map.groupBy(columns, ({ group }) => group?.cell);
  const isGrades = (cell: GridCell | undefined): boolean => {
    const list = cell ? (groups.get(cell) ?? []) : [];
    const texts = list.map(({ titles }) => choiceText(titles.at(-1)!.text));
    const plain = list.every(({ said, choice }) => said === null || choice !== null);
    const telling = texts.some(
      text => isChoiceWord(text) || (graded.test(text) && texts.includes(text.replace(graded, ''))),
    );
    return list.length >= 2 && plain && telling && texts.every(text => text.length <= longestGrade);
  };
  return columns.map(column =>
    column.choice === null && isGrades(column.group?.cell)
      ? { ...column, choice: choiceText(column.titles.at(-1)!.text) }
      : column,
  );
}

function headed(column: number, stack: readonly GridCell[], titles: Titles): HeadedColumn {
  const lowest = stack.at(-1)!;
  const wide = stack.findLast(cell => cell !== lowest && isWide(cell));
  const own = [...stack].reverse().filter(cell => cell === lowest || !isWide(cell));
  const said = own.map(({ text }) => titles(text)).find(title => title !== null) ?? null;
  return {
    left: column,
    right: column,
    titles: stack,
    said,
    group: wide ? { cell: wide, said: titles(wide.text) } : null,
    choice: isChoiceWord(lowest.text) ? choiceText(lowest.text) : null,
    month: monthOf(lowest.text),
  };
}

const choiceText = (text: string): string => text.replace(/[□☐\s]/g, '').replace(/(?<=.)[（(].*$/, '');
