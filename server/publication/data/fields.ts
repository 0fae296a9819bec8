import type { z } from 'zod';
import { planDocument, planNode, planReview, taskForceMember } from '../../../sync/model/index.ts';

/** What a field of the open data is called and means, in both languages. */
export interface FieldText {
  readonly zh: string;
  readonly en: string;
}
type Texts = Readonly<Record<string, FieldText>>;

const node = {
  label: {
    zh: '編號，不含其後的頓號或句點，如 一、(一)、1、(1)；原文無編號者為空',
    en: 'Numbering mark without the stop behind it, such as 一, (一), 1, (1); empty where the source has none',
  },
  text: { zh: '內容', en: 'Text' },
  units: { zh: '執行單位，依原文順序；未印者為空', en: 'Responsible units as printed; empty where none are' },
  checkMonths: { zh: '查核月份（1 至 12）；未定者為空', en: 'Months of checks (1–12); empty where none are set' },
  cadence: {
    zh: '內容載明的頻率，如 每月、每季',
    en: 'How often, as the text says: 每月 (monthly), 每季 (quarterly), …',
  },
  remarks: { zh: '備註', en: 'Remarks' },
} as const satisfies Texts;

/** Of every object in the JSON file, by its schema. */
export const objectFields: ReadonlyMap<z.ZodType, { readonly name: FieldText; readonly fields: Texts }> = new Map<
  z.ZodType,
  { readonly name: FieldText; readonly fields: Texts }
>([
  [
    planDocument,
    {
      name: { zh: '計畫', en: 'Plan' },
      fields: {
        title: { zh: '計畫名稱', en: 'Title' },
        agency: { zh: '機關全銜', en: 'Full name of the agency' },
        year: { zh: '民國年，114 為西元 2025 年', en: 'ROC year; 114 is 2025' },
        document: {
          zh: '核定日期（date，西元 YYYY-MM-DD）與文號（number）；未載者為 null',
          en: 'Date (date, YYYY-MM-DD) and number (number) of the document that approved it; null where there is none',
        },
        basis: { zh: '計畫依據，每條一項', en: 'Basis, one entry for each' },
        goals: { zh: '計畫目標，每條一項', en: 'Goals, one entry for each' },
        scope: { zh: '實施對象', en: 'Whom the plan applies to' },
        reviews: { zh: '推動及管考', en: 'How the plan is watched' },
        taskForce: { zh: '推動小組編組表', en: 'The group that drives the plan' },
        closing: { zh: '其他規定', en: 'Further provisions' },
        items: { zh: '計畫內容，第一層為執行要項', en: 'The plan itself, its items at the top' },
      },
    },
  ],
  [
    planNode,
    {
      name: { zh: '計畫項目', en: 'Plan item' },
      fields: {
        ...node,
        children: {
          zh: '下一層項目：執行要項之下為執行重點，再下為執行步驟、細項',
          en: 'What stands below: key points under items, then steps and sub-steps',
        },
      },
    },
  ],
  [
    planReview,
    {
      name: { zh: '管考方式', en: 'Review' },
      fields: {
        kind: {
          zh: '種類：routine 平時、adhoc 不定期、annual 年度、award 獎勵',
          en: 'Kind: routine, adhoc, annual, award',
        },
        text: { zh: '內容', en: 'Text' },
        months: { zh: '載明的提送月份', en: 'Months named for handing in' },
        nextYear: { zh: '最後一個月份為次年', en: 'Whether the last of the months is one of the next year' },
        submitTo: { zh: '提送對象，依序', en: 'To whom it is handed, in order' },
        forms: { zh: '載明的表件', en: 'Forms that it names' },
      },
    },
  ],
  [
    taskForceMember,
    {
      name: { zh: '編組', en: 'Member of the task force' },
      fields: {
        title: { zh: '職稱', en: 'Position' },
        member: {
          zh: '編組人員；不公開時為「（不公開）」',
          en: 'Member; （不公開） where the members are not made public',
        },
        duty: { zh: '職掌', en: 'Duties' },
        remarks: { zh: '備註；人員不公開時為空', en: 'Remarks; empty where the members are not made public' },
      },
    },
  ],
]);

export const csvColumns = ['path', 'level', 'label', 'text', 'units', 'months', 'cadence', 'remarks'] as const;
export type CsvColumn = (typeof csvColumns)[number];

/** Of every column of the CSV file. */
export const csvFields: Readonly<Record<CsvColumn, FieldText>> = {
  path: {
    zh: '由上而下的順序，如 2>1>3 為第 2 個執行要項的第 1 個執行重點的第 3 個執行步驟；每列不同，可作為鍵值',
    en: 'Place from the top, such as 2>1>3 for the third step of the first key point of the second item; different in every row, so it serves as key',
  },
  level: {
    zh: '層級：執行要項、執行重點、執行步驟、細項',
    en: 'Level: 執行要項 (item), 執行重點 (key point), 執行步驟 (step), 細項 (sub-step)',
  },
  label: node.label,
  text: node.text,
  units: node.units,
  months: node.checkMonths,
  cadence: node.cadence,
  remarks: node.remarks,
};
