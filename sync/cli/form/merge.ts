import { basename } from 'node:path';
import { fillForm } from '../../form/fill/index.ts';
import { fillOf, mergeWorkbooks, mergeWrites } from '../../merge/index.ts';
import { type Issue, type Locale, say as sayCode, type WorkbookMerge, type WorkbookStray } from '../../model/index.ts';
import { type Command, FileFailed } from '../command.ts';
import { fieldName } from '../field-words.ts';
import { type Book, readBook, refuseOut, writeWhole } from '../files.ts';
import { table } from '../table.ts';
import { say, words } from '../words.ts';

const labels = {
  done: words(
    '採用對方 {theirs} 欄，保留我方 {ours} 欄，雙方相同 {equal} 欄，衝突 {conflict} 欄，待確認 {strays} 列',
    '{theirs} fields taken from theirs, {ours} kept of ours, {equal} changed alike, {conflict} in conflict, {strays} rows left to a person',
  ),
  row: words('列', 'Row'),
  field: words('欄位', 'Field'),
  outcome: words('結果', 'Outcome'),
  base: words('原本', 'Base'),
  mine: words('我方', 'Ours'),
  other: words('對方', 'Theirs'),
  ours: words('保留我方', 'ours'),
  theirs: words('採用對方', 'theirs'),
  equal: words('相同', 'alike'),
  conflict: words('衝突', 'CONFLICT'),
  stray: words(
    '{side}第 {row} 列不屬於原本的任何一列：{text}',
    '{side} row {row} is no certain row of the base: {text}',
  ),
  written: words(
    '已寫入 {file}（{cells} 格；衝突處保留我方）',
    '{file} was written ({cells} cells; conflicts keep ours)',
  ),
};

function linesOf({ rows }: WorkbookMerge, locale: Locale): readonly (readonly string[])[] {
  return rows.flatMap(({ row, fields }) =>
    fields.map(({ field, outcome, base, ours, theirs }) => [
      `${row}`,
      fieldName(field, locale),
      say(labels[outcome], locale),
      ...[base, ours, theirs].map(value => shortened(String(value ?? ''))),
    ]),
  );
}

const shortened = (text: string): string => (text.length > 24 ? `${text.slice(0, 23)}…` : text);

const strayLine = ({ side, row, text }: WorkbookStray, locale: Locale): string =>
  say(labels.stray, locale, { side: say(side === 'ours' ? labels.mine : labels.other, locale), row, text });

/** Ours with what only theirs changed; every other byte of the file stays. */
async function written(
  plan: WorkbookMerge,
  ours: Book,
  out: string,
): Promise<{ readonly cells: number; readonly issues: readonly Issue[] }> {
  const { fill, left } = fillOf(plan, mergeWrites(plan, {}));
  const filled = fillForm(ours.bytes, ours.file, null, fill);
  if (!filled.ok) throw new FileFailed(filled.issue);
  await writeWhole(out, filled.bytes);
  const { cells, issues } = filled.report;
  // What stands below a narrative moves with it; alone it has no place of its own.
  const rows = new Set(
    fill.sheets.flatMap(({ name, rows }) =>
      rows.flatMap(row => (row.narrative === undefined ? [] : [`${name}!${row.row}`])),
    ),
  );
  const unwritten = left
    .filter(({ sheet, row, field }) => field !== 'history' || !rows.has(`${sheet}!${row}`))
    .map(({ sheet, row, field }): Issue => {
      const params = { sheet, row, field };
      return {
        code: 'merge_not_written',
        severity: 'error',
        message: sayCode('merge_not_written', 'zh-TW', params),
        params,
        sheet,
        row,
      };
    });
  return { cells: cells.filter(({ status }) => status === 'written').length, issues: [...issues, ...unwritten] };
}

export const merge: Command = {
  name: 'form merge',
  about: words(
    '三方合併：原本、我方、對方，逐欄比對',
    'three-way merge per field: what both came from, ours and theirs',
  ),
  operands: [],
  options: {
    base: { value: 'B', required: true, about: words('雙方原本的表單', 'the form that both came from') },
    ours: { value: 'O', required: true, about: words('我方的表單', 'our form') },
    theirs: { value: 'T', required: true, about: words('對方的表單', 'their form') },
    out: {
      value: 'OUT',
      about: words('寫出合併結果；衝突處保留我方', 'write ours with what only theirs changed; conflicts keep ours'),
    },
  },
  async run({ options: { base: b = '', ours: o = '', theirs: t = '', out }, locale, width }) {
    const [base, ours, theirs] = [await readBook(b), await readBook(o), await readBook(t)];
    if (out !== undefined) await refuseOut(out, [b, o, t], ours.format, locale);
    const plan = mergeWorkbooks({ base, ours, theirs });
    const result = out === undefined ? null : await written(plan, ours, out);
    const fields = plan.rows.flatMap(row => row.fields);
    const count = (outcome: string): number => fields.filter(field => field.outcome === outcome).length;
    const counts = { ours: count('ours'), theirs: count('theirs'), equal: count('equal'), conflict: count('conflict') };
    const issues = [...base.issues, ...ours.issues, ...theirs.issues, ...plan.issues, ...(result?.issues ?? [])];
    const heads = [labels.row, labels.field, labels.outcome, labels.base, labels.mine, labels.other];
    return {
      json: { ...plan, ...(out === undefined ? {} : { out: basename(out) }), issues },
      text: [
        say(labels.done, locale, { ...counts, strays: plan.strays.length }),
        '',
        ...table([heads.map(head => say(head, locale)), ...linesOf(plan, locale)], width),
        ...plan.strays.map(stray => strayLine(stray, locale)),
        ...(out === undefined
          ? []
          : ['', say(labels.written, locale, { file: basename(out), cells: result?.cells ?? 0 })]),
      ],
      issues,
      failed: plan.conflicts.length + plan.strays.length > 0 || issues.some(({ severity }) => severity === 'error'),
    };
  },
};
