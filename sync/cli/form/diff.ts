import { diffWorkbooks } from '../../merge/index.ts';
import type { Locale, WorkbookDiff } from '../../model/index.ts';
import type { Command } from '../command.ts';
import { fieldName } from '../field-words.ts';
import { readBook } from '../files.ts';
import { fitted } from '../table.ts';
import { say, words } from '../words.ts';

const labels = {
  none: words('兩份表單相同。', 'The forms are alike.'),
  added: words('新增', 'added'),
  removed: words('刪除', 'removed'),
  copied: words('重複', 'copied'),
  uncertain: words('待確認', 'uncertain'),
  moved: words('移動', 'moved'),
  reworded: words('改題目', 'reworded'),
  changed: words('改內容', 'changed'),
  blank: words('（空白）', '(blank)'),
};

type Row = WorkbookDiff['rows'][number];

function linesOf({ is, a, b, text, textBefore, fields }: Row, locale: Locale, width: number): readonly string[] {
  const kinds = is.map(kind => say(labels[kind], locale)).join('、');
  const rows = [a, b].map(place => place?.row ?? '–').join(' → ');
  const value = (from: string | number | null): string => String(from ?? say(labels.blank, locale));
  return [
    fitted(`${rows}  ${kinds}  ${text}`, width),
    ...(textBefore === null ? [] : [fitted(`    - ${textBefore}`, width), fitted(`    + ${text}`, width)]),
    ...fields.flatMap(field => [
      `    ${fieldName(field.field, locale)}`,
      fitted(`    - ${value(field.a)}`, width),
      fitted(`    + ${value(field.b)}`, width),
    ]),
  ];
}

export const diff: Command = {
  name: 'form diff',
  about: words('比較兩份表單：各列與填寫內容', 'tell how two forms differ, row by row and field by field'),
  operands: [
    { name: 'A', about: words('較早的表單', 'the earlier form') },
    { name: 'B', about: words('較晚的表單', 'the later form') },
  ],
  options: {},
  async run({ operands: [pathA = '', pathB = ''], locale, width }) {
    const [a, b] = [await readBook(pathA), await readBook(pathB)];
    const found = diffWorkbooks(a, b);
    const issues = [...a.issues, ...b.issues, ...found.issues];
    return {
      json: { ...found, issues },
      text:
        found.rows.length === 0 ? [say(labels.none, locale)] : found.rows.flatMap(row => linesOf(row, locale, width)),
      issues,
      failed: issues.some(({ severity }) => severity === 'error'),
    };
  },
};
