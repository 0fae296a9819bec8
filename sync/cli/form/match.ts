import { askedRows, matchRows, type RowMatch } from '../../form/identify/index.ts';
import { profileForm } from '../../form/profile/index.ts';
import type { Command } from '../command.ts';
import { type Book, readBook } from '../files.ts';
import { table } from '../table.ts';
import { say, words } from '../words.ts';
import { returned } from './operands.ts';

const labels = {
  row: words('列', 'Row'),
  is: words('範本的列', 'Row of the template'),
  how: words('依據', 'By'),
  asks: words('內容', 'Asks'),
  question: words('題目', 'question'),
  text: words('相近文字', 'similar text'),
  open: words('待確認：{candidates}', 'to be confirmed: {candidates}'),
  stranger: words('範本中沒有', 'not in the template'),
  copy: words('（重複）', ' (copied)'),
  missing: words('範本中未寄回的列：{rows}', 'Rows of the template that did not come back: {rows}'),
  done: words('{found} 列已對應，{open} 列待確認', '{found} rows were recognised, {open} are left to a person'),
};

/** Sheets are named only where there are several. */
const placeIn =
  ({ workbook }: Book) =>
  (sheet: string | null, row: number | null): string =>
    workbook.sheets.length > 1 ? `${sheet}!${row}` : `${row}`;

export const match: Command = {
  name: 'form match',
  about: words('比對寄回的表單各列是範本的哪一列', 'tell which row of the template each row of a returned form is'),
  operands: [returned],
  options: { template: { value: 'T', required: true, about: words('寄出時的範本', 'the template that was sent') } },
  async run({ operands: [path = ''], options, locale, width }) {
    const back = await readBook(path);
    const template = await readBook(options.template ?? '');
    const [found, asked] = [profileForm(back.workbook), profileForm(template.workbook)];
    const { rows, missing } = matchRows(askedRows(found, back.workbook), askedRows(asked, template.workbook));
    const [here, there] = [placeIn(back), placeIn(template)];
    const texts = new Map(
      found.sheets.flatMap(({ name, rows }) =>
        rows.map(row => [`${name}!${row.row}`, row.text || (row.finding ?? '')]),
      ),
    );
    const is = ({ templateSheet, templateRow, candidates, duplicate }: RowMatch): string => {
      if (templateRow !== null) return there(templateSheet, templateRow) + (duplicate ? say(labels.copy, locale) : '');
      if (candidates.length === 0) return say(labels.stranger, locale);
      const best = candidates.slice(0, 3).map(({ sheet, row }) => there(sheet, row));
      return say(labels.open, locale, { candidates: best.join('、') });
    };
    const open = rows.filter(({ templateRow }) => templateRow === null);
    const issues = [...back.issues, ...template.issues, ...found.issues, ...asked.issues];
    return {
      json: { file: back.file, template: template.file, rows, missing, issues },
      text: [
        say(labels.done, locale, { found: rows.length - open.length, open: open.length }),
        '',
        ...table(
          [
            [labels.row, labels.is, labels.how, labels.asks].map(label => say(label, locale)),
            ...rows.map(row => [
              here(row.sheet, row.row),
              is(row),
              row.matchedBy === null ? '' : say(labels[row.matchedBy], locale),
              texts.get(`${row.sheet}!${row.row}`) ?? '',
            ]),
          ],
          width,
        ),
        ...(missing.length === 0
          ? []
          : ['', say(labels.missing, locale, { rows: missing.map(({ sheet, row }) => there(sheet, row)).join('、') })]),
      ],
      issues,
      failed: open.length > 0 || found.sheets.length === 0 || asked.sheets.length === 0,
    };
  },
};
