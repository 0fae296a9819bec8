import { type Issue, say } from '../model/index.ts';
import { messages } from '../model/messages/index.ts';
import { columnName, columnNumber } from '../sheet/index.ts';

/** What the profile calls a column is a row of the sheet, and the other way round. */
const digits = (columns: string | number): string =>
  String(columns).replace(/[A-Z]+/g, column => String(columnNumber(column)));
const letters = (rows: string | number): string => String(rows).replace(/\d+/g, number => columnName(Number(number)));
const speaksOfLines = (code: string): boolean =>
  messages[code as keyof typeof messages]?.zh.includes('{line}') ?? false;

/** What is told of the rows of a form that was turned to be read, in the words of the sheet: its rows are columns there. */
export function toldAcross(issue: Issue): Issue {
  if (!issue.params || !speaksOfLines(issue.code)) return issue;
  const { row, rows, column } = issue.params;
  const params = {
    ...issue.params,
    line: '{line.column}',
    cross: '{line.row}',
    ...(row === undefined ? {} : { row: letters(row) }),
    ...(rows === undefined ? {} : { rows: letters(rows) }),
    ...(column === undefined ? {} : { column: digits(column) }),
  };
  return { ...issue, params, message: say(issue.code, 'zh-TW', params) };
}

/** The same of a sheet that may be turned. */
export const toldOf = (
  issues: readonly Issue[],
  { turned }: { readonly turned?: boolean | undefined },
): readonly Issue[] => (turned ? issues.map(toldAcross) : issues);
