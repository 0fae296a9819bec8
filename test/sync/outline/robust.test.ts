import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planDocument, planReading } from '../../../sync/model/index.ts';
import { type Grid, type GridCell, makeGrid } from '../../../sync/outline/grid.ts';
import { interpretDocument } from '../../../sync/outline/index.ts';
import { opened, type Reading } from './plan-tables.ts';

const words = fc.constantFrom(
  ...['執行要項', '執行重點', '執行步驟', '執行單位', '查核期限', '備註', '項次', '辦理情形', '6月', '協辦', '頻率'],
  ...[
    '一、甲',
    '(一)乙',
    '1.丙',
    '2.丁',
    '(1)戊',
    '3',
    '(二)',
    '壹、己',
    'A.庚',
    '1辛',
    '一、',
    '1.甲。2.乙',
    '甲\n1.乙\n(1)丙\n2.丁',
  ],
  ...[
    '民政課',
    '各課室',
    '第一組至第七組',
    '役政災\n防課',
    '同上',
    '#REF!',
    '114.06.30',
    '每季',
    '13月',
    '備註：',
    '小計',
    '承辦人：',
    '丙',
    '。',
  ],
);
const cell = fc.record({
  text: fc.oneof(
    { weight: 5, arbitrary: words },
    { weight: 1, arbitrary: fc.string({ minLength: 1, unit: 'grapheme' }).filter(text => text.trim() !== '') },
  ),
  top: fc.integer({ min: 1, max: 14 }),
  left: fc.integer({ min: 1, max: 7 }),
  tall: fc.constantFrom(0, 0, 0, 1, 4, 1_000_000),
  wide: fc.constantFrom(0, 0, 0, 1, 3, 16_000),
});

const gridOf = (cells: readonly { text: string; top: number; left: number; tall: number; wide: number }[]) => {
  const once = new Map(cells.map(c => [`${c.top},${c.left}`, c]));
  const list: GridCell[] = [...once.values()].map(({ text, top, left, tall, wide }) => ({
    text,
    top,
    left,
    bottom: top + tall,
    right: left + wide,
  }));
  return makeGrid({ name: '表', visible: true, cells: list.sort((a, b) => a.top - b.top), isRowHidden: () => false });
};

/** What is read of a sheet, in the shapes that others rely on. */
function readGrid(grid: Grid): Pick<Reading, 'sources' | 'issues'> {
  const block = { kind: 'table', sheet: true, grid, place: {}, placeOf: () => ({}) } as const;
  const { plan, sources, issues } = opened(interpretDocument({ blocks: [block] }, 'x.xlsx'));
  planDocument.parse(plan);
  return { sources: planReading.shape.sources.parse(sources), issues: planReading.shape.issues.parse(issues) };
}

describe('any table', () => {
  it('gives a valid reading: every issue in both places, every node with its source', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 50 }), cells => {
        const headings = ['執行要項', '執行重點', '執行單位'].map((text, i) => ({
          text,
          top: 1,
          left: i + 1,
          tall: 0,
          wide: 0,
        }));
        for (const list of [cells, [...cells.filter(({ top }) => top > 1), ...headings]]) {
          const reading = readGrid(gridOf(list));
          const paths = new Set(reading.sources.map(({ at }) => at));
          for (const { at, message } of reading.issues) {
            expect(message).not.toMatch(/\{\w+\}/);
            if (at !== undefined) expect(paths).toContain(at);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('of ten thousand rows is read in seconds, and what lies beyond is said', () => {
    const headings = ['執行要項', '執行重點', '執行單位'].map((text, i) => ({
      text,
      top: 1,
      left: i + 1,
      tall: 0,
      wide: 0,
    }));
    const rows = Array.from({ length: 20_000 }, (_, i) => ({
      text: `${(i % 2) + 1}.事項`,
      top: i + 2,
      left: 2,
      tall: 0,
      wide: 0,
    }));
    const started = performance.now();
    const reading = readGrid(gridOf([...headings, { text: '一、總項', top: 2, left: 1, tall: 0, wide: 0 }, ...rows]));
    expect(performance.now() - started).toBeLessThan(5000);
    expect(reading.issues.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['rows_cut', 'too_many_nodes', 'more_doubts']),
    );
  });
});
