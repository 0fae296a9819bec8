import { parseBareMark } from '../../model/index.ts';
import type { GridRow } from '../../outline/grid.ts';
import type { Sheet } from '../../sheet/index.ts';
import { choicesInTitle } from './choices.ts';
import { contentOf } from './content.ts';
import type { HeadedColumn } from './headed-columns.ts';
import type { Header } from './header.ts';
import type { Candidate, Layout, LayoutWishes, Months } from './layout.ts';
import { isSignOff, isTotal } from './outside-rows.ts';
import { Settling } from './settle-fields.ts';
import type { TitleField } from './titles.ts';

/** In a longer table a few rows at its end tell nothing of what a column holds. */
const mostRowsSifted = 300;

/** Those who sign below a short table stand in its first column like what is asked. */
const ofTable = (rows: readonly GridRow[]): readonly GridRow[] =>
  rows.length > mostRowsSifted ? rows : rows.filter(({ cells }) => !isSignOff(cells) && !isTotal(cells));

/** @param months those that the form is for, which tell 1–6月辦理情形 from 7–12月辦理情形 */
export function layoutOf(
  sheet: Sheet,
  { columns }: Header,
  below: readonly GridRow[],
  wishes: LayoutWishes,
  months: Months | null,
): Layout {
  const rows = ofTable(below);
  const wished = [...wishes.fields.values(), ...(wishes.ticks?.values() ?? [])].flatMap(column => column ?? []);
  const candidates = withWished(withUntitled(columns, rows, sheet.isColumnHidden), wished).map(column =>
    candidateOf(sheet, rows, column),
  );
  return new Settling(candidates, wishes, months).layout();
}

const untitled = { titles: [], said: null, group: null, choice: null, month: null } as const;

/** A person may choose a column that no title stands over. */
function withWished(columns: readonly HeadedColumn[], wished: readonly number[]): readonly HeadedColumn[] {
  const missing = wished.filter(column => !columns.some(({ left, right }) => column >= left && column <= right));
  const added = [...new Set(missing)].map(column => ({ ...untitled, left: column, right: column }));
  return [...columns, ...added].sort((a, b) => a.left - b.left);
}

function candidateOf(sheet: Sheet, rows: readonly GridRow[], column: HeadedColumn): Candidate {
  const { left, right, titles, said, group, choice, month } = column;
  const found = contentOf(sheet, rows, column);
  const listed = found.style === null && found.long === 0 ? choicesInTitle(titles.at(-1)?.text ?? '') : [];
  const content = listed.length > 0 ? { ...found, choices: listed } : found;
  return {
    left,
    right,
    title: titleText(column),
    confidence: said?.confidence ?? (group?.said ? 0.6 : 0.5),
    said: said?.field ?? null,
    over: group?.said?.field ?? null,
    group,
    choice,
    month,
    content,
    hidden: sheet.isColumnHidden(left),
  };
}

const titleText = ({ titles }: HeadedColumn): string => titles.at(-1)?.text.replace(/\s+/g, '') ?? '';

/** Columns without any title: marks belong to the text on their right, texts go on with the titled column on their left. */
function withUntitled(
  columns: readonly HeadedColumn[],
  rows: readonly GridRow[],
  isHidden: (column: number) => boolean,
): readonly HeadedColumn[] {
  const titled = new Set(
    columns.flatMap(({ left, right }) => Array.from({ length: right - left + 1 }, (_, i) => left + i)),
  );
  const [first, last] = [columns[0]?.left ?? 1, columns.at(-1)?.right ?? 0];
  const texts = new Map<number, string[]>();
  for (const { cells } of rows.slice(0, 300)) {
    for (const { left, text } of cells) {
      if (left < first - 1 || left > last || titled.has(left)) continue;
      texts.set(left, [...(texts.get(left) ?? []), text]);
    }
  }
  const result = [...columns];
  for (const [column, list] of texts) {
    const marks = list.filter(text => parseBareMark(text) !== null).length;
    if (list.length < 2 || marks * 2 < list.length) {
      const at = result.findIndex(({ right, said }) => right === column - 1 && isText(said?.field ?? null));
      if (at >= 0 && column > first && !isHidden(column)) result[at] = { ...result[at]!, right: column };
      continue;
    }
    const said = { field: 'number', confidence: 0.6 } as const;
    result.push({ ...untitled, left: column, right: column, said });
  }
  return result.sort((a, b) => a.left - b.left);
}

const isText = (field: TitleField | null): boolean => field === 'item' || field === 'keyPoint' || field === 'step';
