import type { Issue, Locale } from '../../model/index.ts';
import { messageOf, say, words } from '../words.ts';

const labels = {
  sheet: words('工作表「{sheet}」', 'sheet “{sheet}”'),
  page: words('第 {page} 頁', 'page {page}'),
  line: words('第 {line} 行', 'line {line}'),
  cell: words('{column}{row}', '{column}{row}'),
  row: words('第 {row} 列', 'row {row}'),
  error: words('錯誤', 'error'),
  warning: words('請確認', 'check'),
  info: words('說明', 'note'),
};

function placeOf({ sheet, page, line, row, column }: Issue, locale: Locale): string {
  const cell =
    row === undefined
      ? ''
      : say(column === undefined ? labels.row : labels.cell, locale, { row, column: column ?? '' });
  return [
    sheet === undefined || sheet === '' ? '' : say(labels.sheet, locale, { sheet }),
    page === undefined ? '' : say(labels.page, locale, { page }),
    line === undefined ? '' : say(labels.line, locale, { line }),
    cell,
  ]
    .filter(text => text !== '')
    .join(' ');
}

/** An issue with where it stands. */
export function issueLine(issue: Issue, locale: Locale): string {
  const place = placeOf(issue, locale);
  return `${say(labels[issue.severity], locale)}${place === '' ? '' : `（${place}）`}：${messageOf(issue, locale)}`;
}

export const hasError = (issues: readonly Issue[]): boolean => issues.some(({ severity }) => severity === 'error');
