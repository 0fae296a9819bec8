import { formatRocDate, resultWords } from '../../model/index.ts';
import type { Range } from '../../sheet/index.ts';
import { type ColumnField, columnFields, columnTitles, idColumnMark } from '../columns.ts';
import type { FormContent, FormRow } from '../content.ts';
import type { Drawing, DrawnCell, DrawnColumn, DrawnRow } from './drawing.ts';
import { type EvidenceLink, linkOf } from './evidence-sheet.ts';
import { columnOf, headerRow, idColumn, lastColumn, rowAt, sheetName } from './grid.ts';
import { fontSize, type Layout, type Texts } from './layout.ts';
import type { Look } from './look.ts';
import { heightOf } from './measure.ts';
import { signOff } from './sign-off.ts';

const hint =
  '填寫說明：請填淡黃底欄位；灰底列已審核通過，請勿修改。「檢核結果」請由選單選擇。可篩選、調整欄寬列高，請勿刪除或複製列；佐證資料請至系統上傳。';

/** The lines above the table, as read back to see whether somebody edited them. */
export const headingOf = (content: FormContent): readonly string[] => [
  content.title,
  `機關：${content.agencyName}`,
  `填報期限：${formatRocDate(content.dueDate)}`,
  `計畫：${content.planTitle}`,
  `查核期別：${content.year}年度　${content.roundTitle}（${content.period}）`,
  hint,
];

const split = columnOf('unit');
const across = (row: number, left: number, right: number): Range => ({ top: row, left, bottom: row, right });

function headingRows(content: FormContent, layout: Layout): readonly DrawnRow[] {
  const [title = '', agency = '', due = '', plan = '', round = '', note = ''] = headingOf(content);
  const whole = columnFields.reduce((sum, field) => sum + layout.widths[field], 0);
  const left = layout.widths.item + layout.widths.keyPoint + layout.widths.step;
  const fixed = (height: number, ...cells: DrawnCell[]): DrawnRow => ({ height, grows: false, cells });
  const pair = (height: number, first: string, second: string): DrawnRow =>
    fixed(height, { column: 1, text: first, look: 'heading' }, { column: split, text: second, look: 'headingRight' });
  return [
    fixed(Math.max(34, heightOf(title, whole, 18)), { column: 1, text: title, look: 'title' }),
    pair(22, agency, due),
    pair(Math.max(22, heightOf(plan, left, fontSize), heightOf(round, whole - left, fontSize)), plan, round),
    fixed(heightOf(note, whole, 10), { column: 1, text: note, look: 'hint' }),
  ];
}

const headingMerges: readonly Range[] = [
  across(1, 1, lastColumn),
  ...[2, 3].flatMap(row => [across(row, 1, split - 1), across(row, split, lastColumn)]),
  across(4, 1, lastColumn),
];

const headerOf = (formId: string): DrawnRow => ({
  height: 30,
  grows: false,
  cells: [
    ...columnFields.map(field => ({ column: columnOf(field), text: columnTitles[field], look: 'header' as const })),
    { column: idColumn, text: `${idColumnMark}${formId}`, look: 'hidden' },
  ],
});

const lookOf: Readonly<Record<ColumnField, (row: FormRow) => Look>> = {
  item: () => 'text',
  keyPoint: () => 'text',
  step: () => 'text',
  unit: () => 'centred',
  checkMonths: () => 'centred',
  result: row => (row.locked ? 'closedChoice' : 'openChoice'),
  narrative: row => (row.locked ? 'closedText' : 'openText'),
  evidence: () => 'text',
  remarks: row => (row.locked ? 'closedText' : 'openText'),
};

const choices = Object.values(resultWords);

type EvidenceLinks = ReadonlyMap<string, EvidenceLink>;

function answerRow(row: FormRow, texts: Texts, height: number, size: number, links: EvidenceLinks): DrawnRow {
  const link = texts.evidence === '' ? null : linkOf(row, links);
  const cells = columnFields.map(
    (field): DrawnCell => ({
      column: columnOf(field),
      text: texts[field],
      look: field === 'evidence' && link ? 'link' : lookOf[field](row),
      ...(field === 'narrative' ? { size } : {}),
      ...(field === 'evidence' ? { link } : {}),
      ...(field === 'result' && !row.locked ? { choices } : {}),
    }),
  );
  // What is merged over several rows may need more than they do.
  const id: DrawnCell = { column: idColumn, text: row.rowId, look: 'hidden', holds: height };
  return { height, grows: true, cells: [...cells, id] };
}

const columnsOf = (layout: Layout): readonly DrawnColumn[] => {
  const widths = new Map(columnFields.map(field => [columnOf(field), layout.widths[field]]));
  return Array.from({ length: lastColumn }, (_, i) => ({
    width: widths.get(i + 1) ?? 12,
    hidden: i + 1 === idColumn,
  }));
};

/** The sheet that people see and fill in. */
export function drawAnswerSheet(
  content: FormContent,
  texts: readonly Texts[],
  layout: Layout,
  links: EvidenceLinks,
): Drawing {
  const last = rowAt(content.rows.length) - 1;
  const signing = signOff(last + 1, layout);
  return {
    name: sheetName,
    columns: columnsOf(layout),
    rows: [
      ...headingRows(content, layout),
      headerOf(content.formId),
      ...content.rows.map((row, i) => answerRow(row, texts[i]!, layout.heights[i]!, layout.narrativeSizes[i]!, links)),
      signing.row,
    ],
    merges: [
      ...headingMerges,
      ...layout.blocks
        .filter(({ first, last }) => last > first)
        .map(({ field, first, last }) => {
          const column = columnOf(field);
          return { top: rowAt(first), left: column, bottom: rowAt(last), right: column };
        }),
      ...signing.merges,
    ],
    frozenRows: headerRow,
    repeatsHeader: true,
    filter: { top: headerRow, left: 1, bottom: Math.max(headerRow, last), right: lastColumn },
    protected: true,
    footer: [`${content.agencyName}　${content.roundTitle}`, `製表日期：${formatRocDate(content.issuedOn)}`],
  };
}
