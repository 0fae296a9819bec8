import type { PlanNode } from '../../../../sync/model/index.ts';
import { type Laid, type Layout, layOut, layOutProse } from './layouts.ts';
import { type Content, planOf } from './plans.ts';
import { toDocx, toOdt, toPdf, toTabs, toXlsx } from './render.ts';

/** A plan in some layout, as a file, with what should be read of it. */
export interface Variant {
  readonly name: string;
  readonly fileName: string;
  readonly truth: readonly PlanNode[];
  readonly blocks: readonly Laid[];
  readonly layout: Layout;
  readonly make: () => Uint8Array;
}

const months = (list: readonly number[]): string => list.map(month => `${month}月`).join('、');
const monthsBelow = (list: readonly number[]): string => list.map(month => `${month}月底`).join('\n');
const full: Content = { levels: 3, months: true, remarks: true, subSteps: true };
const plain: Content = { levels: 3, months: false, remarks: false, subSteps: false };
const flat: Content = { levels: 2, months: false, remarks: false, subSteps: true };
const usual: Layout = {
  columns: ['item', 'keyPoint', 'step', 'unit'],
  headings: ['執行要項', '執行重點', '執行步驟', '執行單位'],
  covers: 'merged',
  numbering: ['一、', '(一)', '1.'],
  between: '\n',
  month: months,
  split: false,
  widths: [80, 120, 230, 70],
  paper: 'portrait',
  content: plain,
};

export const layouts: Readonly<Record<string, Layout>> = {
  usual,
  'narrow columns': { ...usual, widths: [50, 76, 120, 48], content: { ...plain, subSteps: true } },
  'cells that are not merged': { ...usual, covers: 'blank' },
  'full-width marks': { ...usual, numbering: ['一、', '（一）', '１、'] },
  'formal numbers': { ...usual, numbering: ['壹、', '一、', '(一)'], between: '、' },
  'months and remarks': {
    ...usual,
    columns: ['item', 'keyPoint', 'step', 'unit', 'deadline', 'remarks'],
    headings: ['工作要項', '工作重點', '實施步驟', '主辦單位', '查核期限', '備註'],
    widths: [80, 120, 260, 80, 80, 80],
    paper: 'landscape',
    content: full,
  },
  'months below each other': {
    ...usual,
    columns: ['item', 'keyPoint', 'step', 'unit', 'deadline'],
    headings: ['執行要項', '執行重點', '執行步驟', '權責單位', '完成期限'],
    month: monthsBelow,
    widths: [70, 100, 200, 65, 60],
    content: { ...full, remarks: false },
  },
  'three columns': {
    ...usual,
    columns: ['item', 'step', 'unit'],
    headings: ['工作項目', '具體作法', '主辦單位'],
    numbering: ['一、', '(一)', '1.'],
    widths: [110, 300, 90],
    content: flat,
  },
  'three columns of digits': {
    ...usual,
    columns: ['item', 'step', 'unit'],
    headings: ['推動項目', '辦理方式', '負責單位'],
    numbering: ['一、', '1.', '(1)'],
    between: '/',
    widths: [110, 300, 90],
    content: { ...flat, subSteps: false },
  },
  'eight columns': {
    ...usual,
    columns: ['number', 'item', 'keyPoint', 'step', 'lead', 'assist', 'deadline', 'remarks'],
    headings: ['項次', '執行要項', '執行重點', '執行步驟', '主辦單位', '協辦單位', '查核期限', '備註'],
    widths: [30, 80, 110, 220, 70, 70, 70, 70],
    paper: 'landscape',
    content: full,
  },
  'a header of two lines': {
    ...usual,
    columns: ['item', 'keyPoint', 'step', 'lead', 'assist', 'remarks'],
    headings: ['執行要項', '執行重點', '執行步驟', '執行單位|主辦', '|協辦', '備註'],
    widths: [80, 120, 250, 70, 70, 70],
    paper: 'landscape',
    content: { ...full, months: false },
  },
  'months as columns': {
    ...usual,
    columns: ['item', 'keyPoint', 'step', 'unit', 'months', 'months', 'months', 'months'],
    headings: ['執行要項', '執行重點', '執行步驟', '執行單位', '查核期限|3月', '|6月', '|9月', '|12月'],
    widths: [80, 110, 230, 70, 40, 40, 40, 40],
    paper: 'landscape',
    content: { ...full, remarks: false },
  },
  'a table for each item': {
    ...usual,
    columns: ['keyPoint', 'step', 'unit'],
    headings: ['執行重點', '執行步驟', '執行單位'],
    split: true,
    widths: [150, 260, 80],
  },
};

let seed = 700;
const variantsOf = (name: string, layout: Layout): readonly Variant[] => {
  const made = (format: string, make: (blocks: readonly Laid[]) => Uint8Array): Variant => {
    const truth = planOf(seed++, layout.content, layout.numbering);
    const blocks = layOut(truth, layout);
    return {
      name: `${name} (${format})`,
      fileName: `計畫.${format.split(' ').at(-1)}`,
      truth,
      blocks,
      layout,
      make: () => make(blocks),
    };
  };
  return [
    made('docx', toDocx),
    made('odt', toOdt),
    made('xlsx', toXlsx),
    made('pdf', blocks => toPdf(blocks, layout, 'lines', 'middle')),
    made('without lines pdf', blocks => toPdf(blocks, layout, 'none', 'top')),
    made('tabs txt', toTabs),
  ];
};

const proses: Readonly<Record<string, (units: readonly string[]) => string>> = {
  'units in brackets': units => `（${units.join('、')}）`,
  'units behind a word': units => `（主辦單位：${units.join('、')}）`,
};

const proseVariants: readonly Variant[] = Object.entries(proses).flatMap(([name, unit]) =>
  (['docx', 'odt', 'txt'] as const).map(format => {
    const numbering = ['一、', '(一)', '1.', '(1)'];
    const truth = planOf(seed++, { ...plain, subSteps: true }, numbering);
    const blocks = layOutProse(truth, numbering, unit);
    const text = new TextEncoder().encode(blocks.map(block => (block.kind === 'text' ? block.text : '')).join('\n'));
    const make = { docx: () => toDocx(blocks), odt: () => toOdt(blocks), txt: () => text }[format];
    return { name: `${name} (${format})`, fileName: `計畫.${format}`, truth, blocks, layout: usual, make };
  }),
);

export const variants: readonly Variant[] = [
  ...Object.entries(layouts).flatMap(([name, layout]) => variantsOf(name, layout)),
  ...proseVariants,
];
