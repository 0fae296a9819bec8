import type { FormContent } from '../../../../sync/form/index.ts';
import type { Answer } from '../../../../sync/model/index.ts';
import { type SheetContent, sheetContentOf } from '../../../../sync/sheet/google/index.ts';

const units = ['民政課', '社會課'] as const;

export const blank: Answer = { result: null, narrative: '', remarks: '' };

/** A form of `count` rows for two units. */
export const formOf = (count: number, given: (i: number) => Partial<Answer> = () => ({})): FormContent => ({
  formId: 'form-1',
  title: '自行檢核表',
  agencyName: '青田區公所',
  planTitle: '114年度服務改進計畫',
  roundTitle: '114年6月查核',
  year: 114,
  period: '114年1月至6月',
  dueDate: '2025-06-30',
  issuedOn: '2025-06-02',
  rows: Array.from({ length: count }, (_, i) => ({
    rowId: `row-${i}`,
    item: { label: '一', text: '把基本服務做好' },
    keyPoint: { label: '(一)', text: '作業程序一致' },
    step: [{ label: String(i + 1), text: `第${i + 1}步：檢視櫃臺作業` }],
    unit: units[i % units.length] ?? '民政課',
    officerName: null,
    checkMonths: [],
    answer: { ...blank, ...given(i) },
    evidence:
      i === 0
        ? [
            { name: '照片.jpg', url: 'https://example.test/1' },
            { name: '公文.pdf', url: 'javascript:alert(1)' },
          ]
        : [],
    locked: false,
  })),
});

/** The same, ready to be laid out as a spreadsheet. */
export const contentOf = (count: number, given: (i: number) => Partial<Answer> = () => ({})): SheetContent =>
  sheetContentOf(formOf(count, given));
