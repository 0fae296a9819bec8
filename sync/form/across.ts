import { type Issue, say } from '../model/index.ts';
import { messages } from '../model/messages/index.ts';
import { columnName } from '../sheet/index.ts';

const letters = (rows: string | number): string => String(rows).replace(/\d+/g, number => columnName(Number(number)));
const speaksOfLines = (code: string): boolean =>
  messages[code as keyof typeof messages]?.zh.includes('{line}') ?? false;

/** What is told of the rows of a form that was turned to be read, in the words of the sheet: its rows are columns there. */
export function toldAcross(issue: Issue): Issue {
  if (!issue.params || !speaksOfLines(issue.code)) return issue;
  const { row, rows } = issue.params;
  const params = {
    ...issue.params,
    line: '{line.column}',
    ...(row === undefined ? {} : { row: letters(row) }),
    ...(rows === undefined ? {} : { rows: letters(rows) }),
  };
  return { ...issue, params, message: say(issue.code, 'zh-TW', params) };
}

/** The same of a sheet that may be turned. */
export const toldOf = (
  issues: readonly Issue[],
  { turned }: { readonly turned?: boolean | undefined },
): readonly Issue[] => (turned ? issues.map(toldAcross) : issues);
