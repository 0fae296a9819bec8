import { type Issue, say } from '../../model/index.ts';
import type { profileMessages } from '../../model/messages/profile.ts';
import type { Grid } from '../../outline/grid.ts';
import { excerpt } from '../../outline/note.ts';
import { columnName } from '../../sheet/index.ts';
import type { Header } from './header.ts';
import type { TableRows } from './table.ts';

/** An issue of the profile, with its place. */
export function doubt(
  code: keyof typeof profileMessages,
  severity: Issue['severity'],
  params: Readonly<Record<string, string | number>>,
): Issue {
  const { sheet, row } = params;
  return {
    code,
    severity,
    params,
    message: say(code, 'zh-TW', params),
    ...(typeof sheet === 'string' ? { sheet } : {}),
    ...(typeof row === 'number' ? { row } : {}),
  };
}

/** What a person should look at on a sheet that holds a form: nothing inside its table is left out in silence. */
export function doubtsOf(grid: Grid, header: Header, { asking, kinds }: TableRows): readonly Issue[] {
  const sheet = grid.name;
  const last = asking.at(-1)?.row ?? 0;
  const unread = grid.rows.filter(({ row }) => row > header.bottom && row < last && kinds.get(row) === 'outside');
  const [first] = unread;
  const text = excerpt(first?.cells.map(cell => cell.text).join(' ') ?? '');
  const { again } = header;
  const columns = again && `${columnName(again.left)}–${columnName(again.right)}`;
  return [
    ...(columns ? [doubt('form_side_by_side', 'warning', { sheet, columns, row: header.bottom })] : []),
    ...(asking.length === 0 ? [doubt('form_rows_missing', 'warning', { sheet, row: header.bottom })] : []),
    ...(first ? [doubt('form_rows_unread', 'info', { sheet, count: unread.length, row: first.row, text })] : []),
    ...(grid.cut ? [doubt('form_rows_cut', 'warning', { sheet, row: grid.rows.at(-1)?.row ?? 0 })] : []),
  ];
}
