import { describe, expect, it } from 'vitest';
import { readForm, writeForm } from '../../../sync/form/index.ts';
import { mergeForm } from '../../../sync/merge/index.ts';
import { readWorkbook } from '../../../sync/sheet/index.ts';
import { type ConversionTarget, convert, findSoffice } from '../../../sync/sheet/libreoffice/index.ts';
import { buildAnswer, buildContent, buildRow } from '../form/forms.ts';

const narratives = [
  '一樓\t二樓',
  '\t縮排\n\t兩行',
  '間隔    多格',
  '結尾空白  \n第二行\n\n',
  '第一行\r\n第二行',
  '　全形縮排',
];
const rows = narratives.map((narrative, i) => buildRow({ rowId: `r${i}`, answer: buildAnswer({ narrative }) }));

describe.runIf(findSoffice())('our own form that LibreOffice saved', () => {
  it.each<ConversionTarget>(['ods', 'xlsx'])('as .%s has no change that a person made', {
    timeout: 60_000,
  }, async target => {
    const content = buildContent({ rows });
    const form = await writeForm(content, 'ods');
    if (!form.ok) throw new Error(form.issues[0]?.message);
    const saved = await convert(form.bytes, 'form.ods', target);
    if (!saved.ok) throw new Error(saved.issue.message);
    const read = readWorkbook(saved.bytes, `form.${target}`);
    if (!read.ok) throw new Error(read.issue.message);
    const answers = rows.map(({ rowId, answer }) => [rowId, answer] as const);
    const plan = mergeForm({
      formId: content.formId,
      base: new Map(answers.map(([rowId, answer]) => [rowId, { reportId: rowId, answer }])),
      ours: new Map(answers.map(([rowId, answer]) => [rowId, { answer, version: 1, locked: false }])),
      returned: readForm(read.workbook),
    });
    expect(plan.rows.map(({ status }) => status)).toEqual(rows.map(() => 'matched'));
    expect(plan.rows.flatMap(({ fields }) => fields.filter(({ outcome }) => outcome !== 'same'))).toEqual([]);
  });
});
