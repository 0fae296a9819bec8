import { readAnswers } from '../../../sync/form/answers/index.ts';
import { type FillReport, fillForm, readCsvForm, type readForm } from '../../../sync/form/index.ts';
import {
  applyMerge,
  applyWrites,
  diffWorkbooks,
  type FormBook,
  fillOf,
  mergeForm,
  mergeKey,
  mergeWorkbooks,
  mergeWrites,
  undoMerge,
  undoOf,
  writesOf,
} from '../../../sync/merge/index.ts';
import {
  changePlan,
  type FormFill,
  type FormProfile,
  type RowFill,
  workbookDiff,
  workbookMerge,
} from '../../../sync/model/index.ts';
import { parseAddress, readWorkbook, type Sheets } from '../../../sync/sheet/index.ts';
import { sampleRows } from '../form/forms.ts';
import { must, told } from './must.ts';
import { samples } from './samples.ts';

const name = 'fuzz.xlsx';
const mostRows = 40;

function opened(bytes: Uint8Array): Sheets {
  const read = readCsvForm(bytes, name) ?? readWorkbook(bytes, name);
  must(read.ok, 'what was filled cannot be read');
  return read.workbook;
}

/** Something for every field, and for cells that belong to none. */
const answersFor = ({ sheets }: FormProfile): FormFill => ({
  sheets: sheets.map(({ name, rows }) => ({
    name,
    rows: rows.slice(0, mostRows).map(
      ({ row }, i): RowFill => ({
        row,
        result: ['done', '辦理中', null, '不在選單中'][i % 4]!,
        narrative: i % 3 === 2 ? null : `辦理第${i + 1}次 <&>\n=1+1`,
        evidence: [`紀錄${i}.pdf`, '照片.jpg'],
        selfScore: i % 2 === 0 ? 8.5 : null,
        remarks: '無',
        action: '加派人力',
        actualDate: '2025-06-30',
        cells: { XFD1048576: '邊界', A1: '標題', [`G${row}`]: '另有內容' },
      }),
    ),
  })),
});

/** Fills what the form has room for; filling the same again changes no byte. True when some cell was written. */
export function refill(bytes: Uint8Array, profile: FormProfile): boolean {
  const answers = answersFor(profile);
  const once = fillForm(bytes, name, profile, answers);
  if (!once.ok) return told(once.issue) === '';
  for (const { issue } of once.report.cells) if (issue) told(issue);
  for (const issue of once.report.issues) told(issue);
  const twice = fillForm(once.bytes, name, profile, answers);
  must(twice.ok && Buffer.compare(twice.bytes, once.bytes) === 0, 'filling twice is not filling once');
  const filled = opened(once.bytes);
  standsThere(filled, once.report);
  saysSo(filled, profile, answers, once.report);
  return once.report.cells.some(({ status }) => status === 'written');
}

/** A cell that was said to be written is no formula and no error. */
function standsThere({ sheets }: Sheets, { cells }: FillReport): void {
  if (new Set(sheets.map(({ name }) => name)).size < sheets.length) return;
  for (const { sheet, cell, status } of cells) {
    const at = status === 'written' && cell ? parseAddress(cell) : null;
    const found = at && sheets.find(({ name }) => name === sheet)?.cell(at.row, at.column);
    must(!found || (found.formula === null && found.value.kind !== 'error'), `${cell} is no answer`);
  }
}

const plainFields = ['narrative', 'remarks', 'action'] as const;

/** A text that was written without a word of doubt reads as it was meant, where the form has one place for it. */
function saysSo(workbook: Sheets, profile: FormProfile, wanted: FormFill, { cells }: FillReport): void {
  const { answers } = readAnswers(workbook, profile);
  const cellsOf = Map.groupBy(cells, ({ sheet, cell }) => `${sheet}!${cell}`);
  const names = profile.sheets.map(({ name }) => name);
  if (new Set(names).size < names.length) return;
  for (const { sheet, row, field, cell, status, issue } of cells) {
    const plain = plainFields.find(each => each === field);
    if (!plain || status === 'refused' || issue || cellsOf.get(`${sheet}!${cell}`)!.length > 1) continue;
    const rowIn = <T extends { row: number }>(list: readonly { name: string; rows: readonly T[] }[]) =>
      list.find(({ name }) => name === sheet)?.rows.find(each => each.row === row);
    const [meant, said] = [rowIn(wanted.sheets)?.[plain] ?? '', rowIn(answers.sheets)?.[plain] ?? ''];
    must(said === meant, `${cell} says ${JSON.stringify(said)}, not ${JSON.stringify(meant)}`);
  }
}

const issued = samples.find(({ name }) => name === 'xlsx')!;
const base: FormBook = { file: '範本.xlsx', workbook: opened(issued.pack(issued.parts)) };

/** Merges a damaged copy with the sound form it was made of, from either side, and compares the two. */
export function mergeBack(workbook: Sheets, profile: FormProfile): void {
  const damaged: FormBook = { file: name, workbook, profile };
  const plan = workbookMerge.parse(mergeWorkbooks({ base, ours: base, theirs: damaged }));
  for (const issue of plan.issues) told(issue);
  const mirrored = mergeWorkbooks({ base, ours: damaged, theirs: base });
  must(mirrored.rows.length === plan.rows.length, 'the sides see other rows');
  const fields = plan.rows.flatMap(row => row.fields.map(field => ({ ...row, ...field })));
  const state = new Map(fields.map(({ sheet, row, field, ours }) => [mergeKey(sheet, row, field), ours]));
  const writes = mergeWrites(plan, {});
  const applied = applyMerge(writes, state);
  const undone = applyMerge(undoMerge(writes), applied.state);
  must(JSON.stringify([...undone.state]) === JSON.stringify([...state]), 'undoing does not take back');
  fillOf(plan, writes);
  const own = mergeWorkbooks({ base: damaged, ours: damaged, theirs: damaged });
  must(
    own.rows.every(row => row.fields.length === 0),
    'a workbook differs from itself',
  );
  workbookDiff.parse(diffWorkbooks(base, damaged));
  workbookDiff.parse(diffWorkbooks(damaged, base));
}

const rows = new Map(sampleRows.map(({ rowId, answer }) => [rowId, { reportId: `report-${rowId}`, answer }]));
const ours = new Map(sampleRows.map(({ rowId, answer, locked }) => [rowId, { answer, locked, version: 1 }]));
const answers = new Map(sampleRows.map(({ rowId, answer }) => [rowId, answer]));

/** Merges what was read as our own form into the reports it was issued from: every row is accounted for, none written amiss. */
export function mergeOwn(returned: ReturnType<typeof readForm>): void {
  const plan = changePlan.parse(mergeForm({ formId: 'f-1', base: rows, ours, returned }));
  for (const issue of plan.issues) told(issue);
  must(plan.rows.length === rows.size, 'a row of the form is not in the plan');
  const kept = plan.rows.reduce((sum, { status, copies }) => sum + (status === 'matched' ? 1 : copies.length), 0);
  must(kept + plan.strays.length === returned.rows.length + returned.strays.length, 'a row of the file is dropped');
  const writes = writesOf(plan, {});
  must(!writes.some(({ rowId }) => ours.get(rowId)?.locked), 'an accepted report is written');
  const undone = applyWrites(applyWrites(answers, writes), undoOf(writes));
  must(JSON.stringify([...undone]) === JSON.stringify([...answers]), 'undoing does not take back');
}
