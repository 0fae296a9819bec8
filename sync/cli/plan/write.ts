import { basename, extname } from 'node:path';
import type { PlanDocument } from '../../model/index.ts';
import { planFormats, writePlan, writePlanPdf } from '../../outline/write/index.ts';
import { type Command, FileFailed, WrongUsage } from '../command.ts';
import { refuseOut, writeWhole } from '../files.ts';
import { say, words } from '../words.ts';
import { hasError } from './issues.ts';
import { loadPlan } from './load.ts';
import { anyPlan } from './operands.ts';

const labels = {
  written: words('已寫入 {file}', '{file} was written'),
  format: words('OUT 的副檔名須為 {formats} 之一。', 'The extension of OUT is one of {formats}.'),
};

type Written = (
  plan: PlanDocument,
  options: { readonly file: string; readonly emptyColumns: boolean },
) => Promise<Uint8Array>;

const pdf: Written = async (plan, { file, emptyColumns }) => {
  const made = await writePlanPdf(plan, file, { emptyColumns });
  if (!made.ok) throw new FileFailed(made.issue);
  return made.bytes;
};

const writers: Readonly<Record<string, Written>> = {
  ...Object.fromEntries(
    planFormats.map(
      format =>
        [format, (plan, { emptyColumns }) => writePlan(plan, format, { emptyColumns })] satisfies [string, Written],
    ),
  ),
  pdf,
};

export const planWrite: Command = {
  name: 'plan write',
  about: words('將計畫寫成公文格式的文件', 'write a plan as a document in the layout that agencies use'),
  operands: [
    anyPlan('PLAN', '計畫', 'a plan'),
    {
      name: 'OUT',
      about: words(
        '輸出的檔案，格式依副檔名：.docx .odt .xlsx .ods，或 .pdf（需有 LibreOffice）；已存在則取代',
        'the file to be written, by its extension: .docx .odt .xlsx .ods, or .pdf through LibreOffice; one that exists is replaced',
      ),
    },
  ],
  options: {
    'empty-columns': {
      about: words(
        '空白的欄（查核期限、備註）也印出，以便手寫',
        'print columns that are empty too (deadline, remarks)',
      ),
    },
  },
  async run({ operands: [path = '', out = ''], options, locale }) {
    const format = extname(out).slice(1).toLowerCase();
    const writer = Object.hasOwn(writers, format) ? writers[format] : undefined;
    if (!writer) {
      const formats = Object.keys(writers)
        .map(name => `.${name}`)
        .join(' ');
      throw new WrongUsage(say(labels.format, locale, { formats }));
    }
    await refuseOut(out, [path], format, locale);
    const { plan, issues } = await loadPlan(path);
    const file = basename(out);
    await writeWhole(out, await writer(plan, { file, emptyColumns: 'empty-columns' in options }));
    return {
      json: { file, issues },
      text: [say(labels.written, locale, { file })],
      issues,
      failed: hasError(issues),
    };
  },
};
