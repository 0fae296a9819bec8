import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffPlans } from '../../../../sync/outline/diff/index.ts';
import { anyPlan, node, nodesOf } from './plans.ts';

const step = (label: string, text: string) => node(label, text, [], { units: ['民政課'], checkMonths: [6, 12] });

const plan = () => [
  node('一', '完備基礎服務', [
    node('(一)', '改善洽公環境', [
      step('1', '每季檢查無障礙坡道與服務鈴並留下紀錄。'),
      step('2', '更新櫃台指引牌,加註外語說明。'),
      step('3', '整理哺集乳室用品並每週清點。'),
    ]),
    node('(二)', '提升應對能力', [step('1', '辦理電話禮貌測試並檢討結果。'), step('2', '辦理新進同仁服務講習。')]),
  ]),
  node('二', '重視意見回饋', [node('(一)', '辦理滿意度調查', [step('1', '於洽公後邀請民眾填寫問卷。')])]),
];

const kinds = (diff: ReturnType<typeof diffPlans>) =>
  diff.rows
    .filter(({ kind }) => kind !== 'same')
    .map(({ kind, before, after }) => [kind, (after ?? before)!.node.text]);

describe('a plan beside itself', () => {
  it('is the same in every node', () => {
    fc.assert(
      fc.property(anyPlan, nodes => {
        const { rows, counts } = diffPlans(nodes, structuredClone(nodes));
        expect(rows.map(({ kind }) => kind)).toEqual(nodesOf(nodes).map(() => 'same'));
        expect(counts.same).toBe(nodesOf(nodes).length);
      }),
    );
  });

  it('stays the same when numbers, width and blanks are written otherwise', () => {
    const other = plan();
    const [first, ...rest] = other;
    expect(kinds(diffPlans(plan(), [{ ...first!, label: '壹', text: ' 完備 基礎服務' }, ...rest]))).toEqual([]);
  });
});

describe('two plans', () => {
  it('have every node in one row, one to one', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (a, b) => {
        const { rows } = diffPlans(a, b);
        const before = rows.flatMap(row => (row.before ? [row.before.index] : []));
        const after = rows.flatMap(row => (row.after ? [row.after.index] : []));
        expect(before.toSorted((x, y) => x - y)).toEqual(nodesOf(a).map((_, i) => i));
        expect(after).toEqual(nodesOf(b).map((_, i) => i));
      }),
    );
  });

  it('differ the same way round as the other', () => {
    const swapped = {
      same: 'same',
      reworded: 'reworded',
      moved: 'moved',
      adjusted: 'adjusted',
      added: 'removed',
      removed: 'added',
    };
    const told = (diff: ReturnType<typeof diffPlans>) =>
      diff.rows.map(row => `${row.before?.index} ${row.after?.index} ${row.kind} ${row.differs} ${row.certain}`).sort();
    fc.assert(
      fc.property(anyPlan, anyPlan, (a, b) => {
        const back = diffPlans(b, a);
        const turned = back.rows.map(row => ({
          ...row,
          kind: swapped[row.kind] as typeof row.kind,
          before: row.after,
          after: row.before,
        }));
        expect(told({ ...back, rows: turned })).toEqual(told(diffPlans(a, b)));
      }),
    );
  });

  it('give both texts back from the words of a row', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (a, b) => {
        for (const { words, before, after, differs } of diffPlans(a, b).rows) {
          if (!before || !after || !differs.includes('text')) continue;
          const without = (side: string) =>
            words
              .filter(word => word.in !== side)
              .map(word => word.text)
              .join('');
          expect([without('after'), without('before')]).toEqual([before.node.text, after.node.text]);
        }
      }),
    );
  });
});

describe('what happened to a step', () => {
  it('is that it was reworded, with the words that changed', () => {
    const [first, second] = plan();
    const other = [
      first!,
      node('二', second!.text, [node('(一)', '辦理滿意度調查', [step('1', '於洽公後邀請民眾線上填寫問卷。')])]),
    ];
    const diff = diffPlans(plan(), other);
    expect(kinds(diff)).toEqual([['reworded', '於洽公後邀請民眾線上填寫問卷。']]);
    expect(diff.rows.at(-1)!.words).toEqual([
      { in: 'both', text: '於洽公後邀請民眾' },
      { in: 'after', text: '線上' },
      { in: 'both', text: '填寫問卷。' },
    ]);
  });

  it('is that it came or went, and the numbers after it are no change', () => {
    const [first, second] = plan();
    const [environment, manners] = first!.children;
    const fewer = node('一', first!.text, [
      node('(一)', environment!.text, environment!.children.slice(1)),
      node('(二)', manners!.text, [...manners!.children, step('3', '製作服務應對手冊供同仁查閱。')]),
    ]);
    expect(kinds(diffPlans(plan(), [fewer, second!]))).toEqual([
      ['removed', '每季檢查無障礙坡道與服務鈴並留下紀錄。'],
      ['added', '製作服務應對手冊供同仁查閱。'],
    ]);
  });

  it('is one move for a key point that goes elsewhere with all its steps', () => {
    const [first, second] = plan();
    const [environment, manners] = first!.children;
    const moved = [node('一', first!.text, [environment!]), node('二', second!.text, [...second!.children, manners!])];
    expect(kinds(diffPlans(plan(), moved))).toEqual([['moved', '提升應對能力']]);
  });

  it('is one move for a step that changes places with its neighbours', () => {
    const [first, second] = plan();
    const [environment, manners] = first!.children;
    const [a, b, c] = environment!.children;
    const turned = [node('一', first!.text, [node('(一)', environment!.text, [b!, c!, a!]), manners!]), second!];
    expect(kinds(diffPlans(plan(), turned))).toEqual([['moved', a!.text]]);
  });

  it('is that its units or months are others', () => {
    const [first] = plan();
    const other = structuredClone(plan()) as ReturnType<typeof plan>;
    Object.assign(other[1]!.children[0]!.children[0]!, { units: ['社會課'], checkMonths: [12] });
    const { rows, counts } = diffPlans(plan(), other);
    expect(rows.at(-1)).toMatchObject({ kind: 'adjusted', differs: ['units', 'checkMonths'] });
    expect(counts.same).toBe(nodesOf([first!]).length + 2);
  });

  it('is found by what stands around where titles repeat', () => {
    const months = (text: string) => node('(一)', text, [step('1', '辦理教育訓練。'), step('2', '公布成果。')]);
    const before = [node('一', '便捷服務', [months('簡化申請書表')]), node('二', '關懷對象', [months('照顧獨居長者')])];
    const after = [node('一', '關懷對象', [months('照顧獨居長者')]), node('二', '便捷服務', [months('簡化申請書表')])];
    expect(kinds(diffPlans(before, after))).toEqual([['moved', expect.any(String)]]);
  });

  it('is that its heading was renamed altogether, when all below it stayed', () => {
    const [first, second] = plan();
    expect(kinds(diffPlans(plan(), [{ ...first!, text: '打好根基' }, second!]))).toEqual([['reworded', '打好根基']]);
  });

  it('is doubtful when two steps are alike', () => {
    const before = [node('一', '服務', [step('1', '每季檢討網站內容並更新公告資料。')])];
    const after = [
      node('一', '服務', [
        step('2', '每季檢討網站內容並更新公告資訊。'),
        step('3', '每月檢討網站內容並更新公告資料。'),
      ]),
    ];
    expect(
      diffPlans(before, after)
        .rows.filter(row => !row.certain)
        .map(row => row.kind),
    ).toEqual(['reworded']);
  });
});

it('compares plans of many steps', () => {
  const large = (tail: string) =>
    Array.from({ length: 15 }, (_, i) =>
      node(
        `${i}`,
        `執行要項第${i}類`,
        Array.from({ length: 60 }, (_, j) =>
          step(`${j}`, `第${i}類第${j}件工作須於期限內完成${j % 3 === 0 ? tail : ''}。`),
        ),
      ),
    );
  const { counts } = diffPlans(large('並公告'), large('並上網公開'));
  expect(counts).toEqual({ same: 15 + 15 * 40, reworded: 15 * 20, moved: 0, adjusted: 0, added: 0, removed: 0 });
});
