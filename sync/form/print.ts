import { resultWords } from '../model/index.ts';
import type { ColumnField } from './columns.ts';
import type { FormRow, Numbered } from './content.ts';
import { legible } from './plain-text.ts';

/** 一 → 一、  1 → 1.  (一) → （一）  1.2 → 1.2 and a blank: the mark as official documents set it. */
function mark(label: string): string {
  if (/^[〇零一二三四五六七八九十百]+$/.test(label)) return `${label}、`;
  if (/^[0-9A-Za-z]+$/.test(label)) return `${label}.`;
  if (/[0-9]$/.test(label)) return `${label} `;
  return label.replaceAll('(', '（').replaceAll(')', '）');
}

const numbered = ({ label, text }: Numbered): string => `${label === null ? '' : mark(label)}${text}`;

const monthsText = (months: readonly number[]): string =>
  months.length === 0 ? '每期' : months.map(month => `${month}月`).join('、');

/** The text of every cell of a row, as it is printed. */
export const printedRow = (row: FormRow): Readonly<Record<ColumnField, string>> => {
  const texts: Record<ColumnField, string> = {
    item: row.item ? numbered(row.item) : '',
    keyPoint: row.keyPoint ? numbered(row.keyPoint) : '',
    step: row.step.map(numbered).join('\n'),
    unit: row.officerName ? `${row.unit}\n（${row.officerName}）` : row.unit,
    checkMonths: monthsText(row.checkMonths),
    result: row.answer.result === null ? '' : resultWords[row.answer.result],
    narrative: row.answer.narrative,
    evidence: row.evidence.map(({ name }) => name).join('\n'),
    remarks: row.answer.remarks,
  };
  for (const field of Object.keys(texts) as ColumnField[]) texts[field] = legible(texts[field]);
  return texts;
};
