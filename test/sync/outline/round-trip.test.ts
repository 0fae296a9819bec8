import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markLabel, type PlanNode } from '../../../sync/model/index.ts';
import { heading, outlineOf, type Rows, readRows, treeOf } from './plan-tables.ts';

/** How a table is laid out; the tree is the same in each. */
interface Style {
  readonly repeat: 'merged' | 'blank' | 'repeated';
  readonly wide: boolean;
  readonly stepsInOneCell: boolean;
  readonly breakAfter: number;
  readonly numberColumn: boolean;
}

const style: fc.Arbitrary<Style> = fc.record({
  repeat: fc.constantFrom('merged', 'blank', 'repeated'),
  wide: fc.boolean(),
  stepsInOneCell: fc.boolean(),
  breakAfter: fc.integer({ min: 1, max: 12 }),
  numberColumn: fc.boolean(),
});

const words = fc.constantFrom(
  '提供諮詢',
  '更新網站',
  '訓練同仁',
  '巡檢設備',
  '蒐集建議',
  '檢討流程',
  '推廣預約',
  '關懷長者',
);
const sentence = fc.tuple(words, words).map(([a, b]) => `${a}並${b}。`);
const unit = fc.constantFrom('民政課', '社會課', '秘書室', '全所各課', '人事室');
const step = fc.record({
  text: sentence,
  units: fc.uniqueArray(unit, { minLength: 1, maxLength: 3 }),
  subs: fc.array(sentence, { maxLength: 2 }),
});
const keyPoint = fc.record({ text: sentence, steps: fc.array(step, { minLength: 1, maxLength: 3 }) });
const plan = fc.array(fc.record({ text: sentence, points: fc.array(keyPoint, { minLength: 1, maxLength: 3 }) }), {
  minLength: 1,
  maxLength: 4,
});
type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;

const node = (
  label: string | null,
  text: string,
  children: readonly PlanNode[],
  units: readonly string[] = [],
): PlanNode => ({
  label,
  text,
  units,
  checkMonths: [],
  cadence: [],
  remarks: '',
  children,
});

const treeOfPlan = (items: Plan): readonly PlanNode[] =>
  items.map((item, i) =>
    node(
      markLabel('han', i + 1),
      item.text,
      item.points.map((point, p) =>
        node(
          markLabel('hanParen', p + 1),
          point.text,
          point.steps.map(({ text, units, subs }, s) =>
            node(
              `${s + 1}`,
              text,
              subs.map((sub, n) => node(`(${n + 1})`, sub, [])),
              units,
            ),
          ),
        ),
      ),
    ),
  );

const full = (text: string): string => text.replace(/[\x21-\x7e]/g, c => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

/** Prints a plan as a table in one of the styles. Steps share a cell only where they share their units. */
function printed(items: Plan, { repeat, wide, stepsInOneCell, breakAfter, numberColumn }: Style) {
  const print = wide ? full : (text: string): string => text;
  const header = numberColumn ? ['項次', ...heading] : [...heading];
  const rows: (readonly (string | null)[])[] = [header];
  const merges: string[] = [];
  const letters = numberColumn ? ['A', 'B', 'C'] : ['', 'A', 'B'];
  for (const [i, item] of items.entries()) {
    const number = `${markLabel('han', i + 1)}`;
    const itemText = numberColumn ? item.text : `${number}、${item.text}`;
    const itemTop = rows.length + 1;
    for (const [p, point] of item.points.entries()) {
      const pointText = print(`${markLabel('hanParen', p + 1)}`) + point.text;
      const pointTop = rows.length + 1;
      const cells = point.steps.map(({ text, units, subs }, s) => ({
        text: [print(`${s + 1}.`) + text, ...subs.map((sub, n) => print(`(${n + 1})`) + sub)].join('\n'),
        unit: units.join(s % 2 ? '、' : '\n'),
        key: units.length === 1 ? units[0] : null,
      }));
      const together = stepsInOneCell && cells.every(cell => cell.key !== null && cell.key === cells[0]?.key);
      const printedCells = together ? [{ text: cells.map(cell => cell.text).join('\n'), unit: cells[0]!.unit }] : cells;
      for (const [c, cell] of printedCells.entries()) {
        if (repeat !== 'merged' && rows.length % breakAfter === 0) rows.push(header);
        const again = repeat === 'repeated';
        const first = c === 0;
        const lead = numberColumn ? [first && p === 0 ? number : again ? number : null] : [];
        rows.push([
          ...lead,
          again || (first && p === 0) ? itemText : null,
          again || first ? pointText : null,
          cell.text,
          cell.unit,
        ]);
      }
      if (repeat === 'merged' && rows.length > pointTop)
        merges.push(`${letters[2]}${pointTop}:${letters[2]}${rows.length}`);
    }
    if (repeat === 'merged' && rows.length > itemTop) {
      merges.push(`${letters[1]}${itemTop}:${letters[1]}${rows.length}`);
      if (numberColumn) merges.push(`A${itemTop}:A${rows.length}`);
    }
  }
  return { rows: rows as Rows, merges };
}

describe('a plan of the usual four levels', () => {
  it('comes back from every layout of its table, without a doubt', async () => {
    await fc.assert(
      fc.asyncProperty(plan, style, async (items, look) => {
        const { rows, merges } = printed(items, look);
        const reading = await readRows(rows, merges);
        expect(treeOf(reading)).toEqual(outlineOf(treeOfPlan(items)));
        expect(reading.issues.map(({ code }) => code)).toEqual(['title_missing', 'agency_missing', 'year_missing']);
        expect(reading.sources).toHaveLength(treeOf(reading).length);
      }),
      { numRuns: 60 },
    );
  });
});
