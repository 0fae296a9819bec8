import { basename } from 'node:path';
import { type FilledCell, fillForm } from '../../form/fill/index.ts';
import type { Locale } from '../../model/index.ts';
import { readAnswersFile } from '../answers-file.ts';
import { type Command, FileFailed } from '../command.ts';
import { fieldName } from '../field-words.ts';
import { readBook, refuseOut, writeWhole } from '../files.ts';
import { table } from '../table.ts';
import { messageOf, say, words } from '../words.ts';

const labels = {
  done: words(
    '{file}：寫入 {written} 格，{same} 格原已相同，{refused} 格未寫入',
    '{file}: {written} cells written, {same} said so already, {refused} not written',
  ),
  cell: words('儲存格', 'Cell'),
  field: words('欄位', 'Field'),
  why: words('說明', 'Note'),
};
const noteLine = ({ sheet, row, cell, field, issue }: FilledCell, locale: Locale): readonly string[] => [
  `${sheet}!${cell ?? row}`,
  field === null ? '' : fieldName(field, locale),
  issue ? messageOf(issue, locale) : '',
];

export const fill: Command = {
  name: 'form fill',
  about: words('依答案填寫範本，其餘一個位元組都不動', 'write answers into a form and change nothing else'),
  operands: [
    { name: 'TEMPLATE', about: words('要填的表單', 'the form to be filled') },
    {
      name: 'ANSWERS',
      about: words('填寫內容（form read --json 的格式）', 'answers, in the shape of form read --json'),
    },
    { name: 'OUT', about: words('輸出的檔案（已存在則取代）', 'the file to be written; one that exists is replaced') },
  ],
  options: {},
  async run({ operands, locale, width }) {
    const [path = '', answersPath = '', out = ''] = operands;
    const { file, bytes, format, issues } = await readBook(path);
    await refuseOut(out, [path, answersPath], format, locale);
    const filled = fillForm(bytes, file, null, await readAnswersFile(answersPath));
    if (!filled.ok) throw new FileFailed(filled.issue);
    await writeWhole(out, filled.bytes);
    const { cells, issues: found } = filled.report;
    const count = (status: FilledCell['status']): number => cells.filter(cell => cell.status === status).length;
    const counts = { written: count('written'), same: count('same'), refused: count('refused') };
    const noted = cells.filter(({ issue }) => issue !== null);
    const others = found.filter(issue => !cells.some(cell => cell.issue === issue));
    return {
      json: { file: basename(out), template: file, ...counts, cells, issues: [...issues, ...found] },
      text: [
        say(labels.done, locale, { file: basename(out), ...counts }),
        ...(noted.length === 0
          ? []
          : [
              '',
              ...table(
                [
                  [labels.cell, labels.field, labels.why].map(label => say(label, locale)),
                  ...noted.map(cell => noteLine(cell, locale)),
                ],
                Math.max(width, 200),
              ),
            ]),
      ],
      issues: [...issues, ...others],
      failed: counts.refused > 0 || found.some(({ severity }) => severity === 'error'),
    };
  },
};
