import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocksOf, seen, tablesOf } from './blocks.ts';
import { portrait, type Sheet, sheet } from './pdf-builder.ts';
import { type SetCell, type Setting, setTable, wrap } from './table-setter.ts';

const words = '檢討櫃檯流程公布網站辦理問卷通知課室改善環境維護設備更新資料追蹤列管協助民眾說明規定'.match(/../gu)!;
const sentence = fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 22 }).map(list => `${list.join('')}。`);
const unit = fc.constantFrom('行政室', '民政課', '各課室', '民政課\n社會課', '秘書室');
const keyPoint = fc.record({
  text: sentence,
  steps: fc.array(fc.record({ text: sentence, unit }), { minLength: 1, maxLength: 4 }),
});
const item = fc.record({ text: sentence, keyPoints: fc.array(keyPoint, { minLength: 1, maxLength: 3 }) });
const plan = fc.array(item, { minLength: 1, maxLength: 4 });

interface Row {
  readonly texts: readonly string[];
  /** Where item and key point begin. */
  readonly begins: readonly [boolean, boolean];
}

interface Item {
  readonly text: string;
  readonly keyPoints: readonly {
    readonly text: string;
    readonly steps: readonly { readonly text: string; readonly unit: string }[];
  }[];
}

const numerals = '一二三四';

function rowsOf(items: readonly Item[]): readonly Row[] {
  return items.flatMap((one, i) =>
    one.keyPoints.flatMap((key, k) =>
      key.steps.map((step, s): Row => {
        const texts = [
          `${numerals[i]}、${one.text}`,
          `(${numerals[k]})${key.text}`,
          `${s + 1}.${step.text}`,
          step.unit,
        ];
        return { texts, begins: [k === 0 && s === 0, s === 0] };
      }),
    ),
  );
}

/** Cells of rows, item and key point merged downward over them. */
function cellsOf(rows: readonly Row[]): readonly SetCell[] {
  return rows.flatMap(({ texts, begins }, row) =>
    texts.flatMap((text, column): readonly SetCell[] => {
      if (column > 1) return [{ text, row, column }];
      if (!begins[column] && row > 0) return [];
      const next = rows.findIndex((other, at) => at > row && other.begins[column]);
      // Overleaf the block goes on without its text.
      return [{ text: begins[column] ? text : '', row, column, rows: (next < 0 ? rows.length : next) - row }];
    }),
  );
}

const heading: readonly string[] = ['執行要項', '執行重點', '執行步驟', '執行單位'];
const headCells = heading.map((text, column) => ({ text, row: 0, column }));

/** Sets the rows on as many pages as they need, with the heading on each. */
function sheetsOf(rows: readonly Row[], setting: Setting): readonly Sheet[] {
  const heightOf = ({ texts }: Row): number =>
    Math.max(...texts.map((text, i) => wrap(text, setting.widths[i]! - 8, 12).length)) * 18 + 8;
  const pages: Row[][] = [];
  let left = 0;
  for (const row of rows) {
    left -= heightOf(row);
    if (left < 0) {
      pages.push([]);
      left = 640 - heightOf(row);
    }
    pages.at(-1)!.push(row);
  }
  return pages.map((some, i) =>
    sheet(portrait, pen => {
      const body = cellsOf(some).map(cell => ({ ...cell, row: cell.row + 1 }));
      setTable(pen, [...headCells, ...body], setting);
      pen.text(280, 820, `- ${i + 1} -`, 10);
    }),
  );
}

test('a plan that is set as a table is read back cell by cell, over however many pages', {
  timeout: 60_000,
}, async () => {
  const setting = fc.record({
    left: fc.integer({ min: 30, max: 60 }),
    top: fc.integer({ min: 40, max: 100 }),
    widths: fc.tuple(
      // A narrow column whose lines leave room for just one more character could hold names below each other as well.
      fc.constantFrom(71, 83, 95, 107),
      fc.integer({ min: 100, max: 130 }),
      fc.integer({ min: 150, max: 220 }),
      fc.integer({ min: 58, max: 70 }),
    ),
    rules: fc.constantFrom('lines', 'segments', 'boxes'),
    align: fc.constantFrom('top', 'middle'),
  });
  await fc.assert(
    fc.asyncProperty(plan, setting, async (items, how) => {
      const rows = rowsOf(items);
      const blocks = await blocksOf(sheetsOf(rows, how));
      expect(blocks).toHaveLength(1);
      const read = seen(tablesOf(blocks)[0]!);
      expect(read[0]).toEqual(heading);
      const filled = read.slice(1).map(([item, key, ...rest], i, all) => {
        const above = (column: number): string =>
          all.slice(0, i + 1).findLast(row => row[column] !== '')?.[column] ?? '';
        return [item || above(0), key || above(1), ...rest];
      });
      expect(filled).toEqual(rows.map(({ texts }) => texts));
    }),
    { numRuns: 25 },
  );
});
