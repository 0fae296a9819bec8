import { basename, extname } from 'node:path';
import { type FilledCell, fillForm } from '../../form/fill/index.ts';
import type { FormField, Locale } from '../../model/index.ts';
import { readAnswersFile } from '../answers-file.ts';
import { type Command, FileFailed, type Input, WrongUsage } from '../command.ts';
import { fieldWords } from '../field-words.ts';
import { isSameFile, readBook, writeWhole } from '../files.ts';
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
const wrong = {
  input: words('OUT 不能是輸入的檔案「{name}」。', 'OUT cannot be the input “{name}”.'),
  format: words('範本是 .{format}，OUT 請用相同的副檔名。', 'The template is .{format}; give OUT the same extension.'),
};

/** What a program goes by when it opens a file: a workbook under another's name does not open. */
const formats: ReadonlySet<string> = new Set([
  'xlsx',
  'xlsm',
  'xltx',
  'xltm',
  'xls',
  'xlsb',
  'ods',
  'ots',
  'fods',
  'csv',
]);
const kinOf: Readonly<Record<string, string>> = { xltx: 'xlsx', xltm: 'xlsm', ots: 'ods' };

async function refuseOut({ operands: [template = '', answers = '', out = ''], locale }: Input, format: string) {
  for (const input of [template, answers]) {
    if (await isSameFile(input, out)) throw new WrongUsage(say(wrong.input, locale, { name: input }));
  }
  const named = extname(out).slice(1).toLowerCase();
  if (formats.has(named) && (kinOf[named] ?? named) !== format)
    throw new WrongUsage(say(wrong.format, locale, { format }));
}

const noteLine = ({ sheet, row, cell, field, issue }: FilledCell, locale: Locale): readonly string[] => [
  `${sheet}!${cell ?? row}`,
  field !== null && field in fieldWords ? say(fieldWords[field as FormField], locale) : (field ?? ''),
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
  async run(input) {
    const { operands, locale, width } = input;
    const [path = '', answersPath = '', out = ''] = operands;
    const { file, bytes, workbook, issues } = await readBook(path);
    await refuseOut(input, workbook.format);
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
