import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edition, editionOf, stampBook } from '../../../sync/collect/index.ts';
import { profileForm } from '../../../sync/form/profile/index.ts';
import { filled } from '../../support/returned/files.ts';
import { type Blank, blankOf, type Layout, layouts } from '../../support/returned/layouts.ts';
import { agencyNamed, questions } from '../../support/returned/questions.ts';
import { bookOf, type Step } from '../cli/books.ts';
import { expected, opened, orderFor, returnedOf } from './opened.ts';

const plain = layouts.filter(({ format, added }) => format === 'xlsx' && !added);
const agencies = [{ id: 'a', name: agencyNamed(7) }];
const all = questions.map((_, i) => i);

/** Questions of an edition: some of them, in their order or in any. */
const anyOrder = fc.oneof(
  fc.subarray(all, { minLength: 6 }),
  fc.shuffledSubarray(all, { minLength: 6 }),
  fc.tuple(fc.constantFrom(...all), fc.constantFrom(...all)).map(([i, j]) => all.with(i, j).with(j, i)),
);

/** The workbook that goes out with these questions; each has the id of its question, whichever edition it stands in. */
async function issued(number: number, order: readonly number[]): Promise<Edition> {
  const blank = await blankOf({ ...plain[0]!, merged: false, order });
  const workbook = opened(blank.bytes);
  const profile = profileForm(workbook);
  const places = profile.sheets.flatMap(({ name, rows }) => rows.map(({ row }) => ({ sheet: name, row })));
  return editionOf(workbook, {
    edition: number,
    profile,
    rows: places.map((place, i) => ({ ...place, rowId: `q${order[i]}` })),
  });
}

const returned = (layout: Layout, order: readonly number[]): Promise<Blank> =>
  blankOf({ ...layout, merged: false, order });

const subjects = [
  ...[
    '盤點申辦書表',
    '更新志工排班',
    '抽測電話禮貌',
    '維護無障礙設施',
    '公告服務項目',
    '蒐集民眾意見',
    '辦理跨機關協調',
  ],
];
const withoutNumber = (text: string): string => text.replace(/^\d+\./, '');
const number = (text: string): string => /^\d+\./.exec(text)?.[0] ?? '';
const retold = (steps: readonly Step[], i: number, tell: (text: string) => string): readonly Step[] =>
  i < steps.length
    ? steps.with(i, { ...steps[i]!, step: `${number(steps[i]!.step)}${tell(withoutNumber(steps[i]!.step))}` })
    : steps;

/** What a new edition does to its questions; each makes another question of what it touches. */
const reworkings: readonly ((steps: readonly Step[], i: number, j: number) => readonly Step[])[] = [
  (steps, i) => retold(steps, i, text => text.replace('每季', '每月')),
  (steps, i) => retold(steps, i, text => text.replace('一次', '二次')),
  (steps, i) => retold(steps, i, text => text.replace('並於每季檢討一次', '，免檢討')),
  (steps, i, j) => {
    if (i >= steps.length || j >= steps.length || i === j) return steps;
    const merged = retold(steps, i, text => `${text}；${withoutNumber(steps[j]!.step)}`);
    return merged.toSpliced(j, 1);
  },
  (steps, i) => {
    const step = steps[i];
    if (!step) return steps;
    const [head, tail] = withoutNumber(step.step).split('並於');
    if (!head || !tail) return steps;
    return steps.toSpliced(i, 1, { ...step, step: `${number(step.step)}${head}` }, { ...step, step: `99.並於${tail}` });
  },
  (steps, i, j) => {
    const [one, other] = [steps[i], steps[j]];
    if (!one || !other) return steps;
    const [mine, its] = [withoutNumber(one.step), withoutNumber(other.step)];
    return retold(
      retold(steps, i, () => its),
      j,
      () => mine,
    );
  },
  (steps, i) => steps.toSpliced(i, 0, { ...steps[0]!, step: `${i + 50}.辦理新增業務第${i + 1}案宣導` }),
  (steps, i) => (steps.length > 8 ? steps.toSpliced(i, 1) : steps),
];

async function editionOfBook(bytes: Uint8Array): Promise<Edition> {
  const workbook = opened(bytes);
  const profile = profileForm(workbook);
  const places = profile.sheets.flatMap(({ name, rows }) => rows.map(({ row, text }) => ({ sheet: name, row, text })));
  const edition = editionOf(workbook, {
    edition: 1,
    profile,
    rows: places.map(({ sheet, row }) => ({ sheet, row, rowId: `q${row}` })),
  });
  // As printed, not as compared.
  return { ...edition, rows: edition.rows.map((row, i) => ({ ...row, text: places[i]!.text })) };
}

describe('between editions of a form', () => {
  it('no answer is taken for another question, whichever edition comes back, in whatever layout and order', async () => {
    let [asked, found] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        anyOrder,
        anyOrder,
        fc.constantFrom(...plain),
        fc.boolean(),
        fc.option(fc.constantFrom(1, 2, 9)),
        async (first, second, layout, isNewer, claims) => {
          const order = isNewer ? second : first;
          const editions = await Promise.all([issued(1, first), issued(2, second)]);
          const bytes = filled(await returned(layout, order), 7);
          const marks = { collection: 'c1', edition: claims ?? 1, recipient: 'a' };
          const marked = claims === null ? { ok: true as const, bytes } : stampBook(bytes, '表', marks);
          if (!marked.ok) throw new Error(marked.issue.message);
          const { rows, strays, notReturned } = returnedOf(marked.bytes, '回覆.xlsx', orderFor(editions, agencies));
          for (const { rowId, values } of rows)
            expect({ rowId, ...values }).toMatchObject({ rowId, ...expected(7, Number(rowId.slice(1))) });
          // Every row of the file is collected or listed, every question of the edition collected or told as missing.
          expect(rows.length + strays.length).toBe(order.length);
          expect(new Set([...rows.map(({ rowId }) => rowId), ...notReturned]).size).toBe(
            rows.length + notReturned.length,
          );
          asked += order.length;
          found += rows.length;
        },
      ),
      { numRuns: 60 },
    );
    expect(found / asked).toBeGreaterThan(0.5);
  }, 120_000);

  it('a file is of the edition that it asks, or of the one that its ids say', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(all, { minLength: 20, maxLength: 40 }),
        fc.boolean(),
        fc.constantFrom(...plain),
        async (some, isNewer, layout) => {
          const editions = await Promise.all([issued(1, some), issued(2, all)]);
          const bytes = filled(await returned(layout, isNewer ? all : some), 7);
          const order = orderFor(editions, agencies);
          expect(returnedOf(bytes, '回覆.xlsx', order).recognised).toMatchObject({
            edition: isNewer ? 2 : 1,
            editionBy: 'layout',
          });
          const marked = stampBook(bytes, '表', { collection: 'c1', edition: 1, recipient: 'a' });
          if (!marked.ok) throw new Error(marked.issue.message);
          expect(returnedOf(marked.bytes, '回覆.xlsx', order).recognised).toMatchObject({
            edition: 1,
            editionBy: 'id',
          });
        },
      ),
      { numRuns: 15 },
    );
  }, 120_000);

  it('what was reworded into another task, merged, split or swapped is never the earlier question, and nothing is lost', async () => {
    const base: readonly Step[] = Array.from({ length: 14 }, (_, i) => ({
      item: `${'一二'[i % 2]}、${['便捷洽公', '公開資訊'][i % 2]}`,
      keyPoint: '(一)落實管理',
      step: `${i + 1}.${subjects[i % subjects.length]}${i < subjects.length ? '' : '後續'}並於每季檢討一次`,
      unit: '民政課',
    })).toSorted((a, b) => (a.item < b.item ? -1 : a.item > b.item ? 1 : 0));
    const edition = await editionOfBook(await bookOf(base));
    const at = fc.nat({ max: base.length - 1 });
    const edits = fc.array(fc.tuple(fc.constantFrom(...reworkings), at, at), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(edits, fc.boolean(), async (list, renumber) => {
        const edited = list.reduce<readonly Step[]>((steps, [edit, i, j]) => edit(steps, i, j), base);
        const numbered = edited.map((step, i) => ({
          ...step,
          step: renumber ? step.step.replace(/^\d+/, String(i + 1)) : step.step,
          narrative: withoutNumber(step.step),
        }));
        const { rows, strays } = returnedOf(await bookOf(numbered), '回覆.xlsx', orderFor([edition], agencies));
        const asked = new Map(edition.rows.map(({ rowId, text }) => [rowId, withoutNumber(text)]));
        for (const { rowId, values } of rows) expect(values.narrative).toBe(asked.get(rowId));
        expect([...rows, ...strays].map(({ values }) => values.narrative).sort()).toEqual(
          numbered.map(({ narrative }) => narrative).sort(),
        );
      }),
      { numRuns: 100 },
    );
  }, 120_000);
});
