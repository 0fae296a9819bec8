import { readAnswers } from '../../form/answers/index.ts';
import { profileForm } from '../../form/profile/index.ts';
import type { FormField, Locale, RowAnswer } from '../../model/index.ts';
import type { Command } from '../command.ts';
import { fieldWords } from '../field-words.ts';
import { readBook } from '../files.ts';
import { table } from '../table.ts';
import { say, words } from '../words.ts';
import { book } from './operands.ts';

const labels = {
  sheet: words(
    '工作表「{name}」：{rows} 列中有 {answered} 列已填',
    'Sheet “{name}”: {answered} of {rows} rows are answered',
  ),
  row: words('列', 'Row'),
  history: words('前次', 'earlier'),
};

/** In the order in which people read them. */
const shown = [
  'result',
  'narrative',
  'evidence',
  'selfScore',
  'firstScore',
  'secondScore',
  'action',
  'actualDate',
  'remarks',
] as const satisfies readonly FormField[];

function answerLines(answer: RowAnswer, locale: Locale): readonly (readonly string[])[] {
  const lines = shown.flatMap(field => {
    const value = answer[field];
    const text = Array.isArray(value) ? value.join('、') : String(value ?? '');
    return text === '' ? [] : [[say(fieldWords[field], locale), text]];
  });
  const history = (answer.history ?? []).map(({ period, text }) => [
    say(labels.history, locale),
    period === null ? text : `${period} ${text}`,
  ]);
  return [...lines, ...history].map((line, i) => [i === 0 ? `  ${answer.row}` : '', ...line]);
}

export const read: Command = {
  name: 'form read',
  about: words('讀出各列的填寫內容', 'read what was answered in each row'),
  operands: [book],
  options: {},
  async run({ operands: [path = ''], locale, width }) {
    const { file, workbook, issues } = await readBook(path);
    const profile = profileForm(workbook);
    const reading = readAnswers(workbook, profile);
    const sheets = reading.answers.sheets.map(({ name, rows }) => {
      const answered = new Set(rows.map(({ row }) => row));
      const all = profile.sheets.find(sheet => sheet.name === name)?.rows ?? [];
      return { name, rows, unanswered: all.map(({ row }) => row).filter(row => !answered.has(row)) };
    });
    const found = [...issues, ...profile.issues, ...reading.issues];
    return {
      json: { file, sheets, issues: found },
      text: [
        file,
        ...sheets.flatMap(({ name, rows, unanswered }) => [
          '',
          say(labels.sheet, locale, { name, rows: rows.length + unanswered.length, answered: rows.length }),
          ...table(
            rows.flatMap(row => answerLines(row, locale)),
            width,
          ),
        ]),
      ],
      issues: found,
      failed: sheets.length === 0 || reading.issues.some(({ severity }) => severity === 'error'),
    };
  },
};
