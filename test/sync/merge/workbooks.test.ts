import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyMerge,
  diffWorkbooks,
  fillOf,
  type MergeState,
  mergeKey,
  mergeWorkbooks,
  mergeWrites,
  undoMerge,
} from '../../../sync/merge/index.ts';
import {
  type Decisions,
  type MergedField,
  type WorkbookMerge,
  workbookDiff,
  workbookMerge,
} from '../../../sync/model/index.ts';
import {
  anyCopy,
  anyRows,
  asIssued,
  type Copy,
  type Filled,
  firstRow,
  formBook,
  nothing,
  questions,
} from './workbooks.ts';

const fields = ['result', 'narrative', 'evidence', 'remarks'] as const;
const blankRows = questions.map(() => nothing);
const withRow = (rows: readonly Filled[], at: number, filled: Filled): readonly Filled[] => rows.with(at, filled);

async function merged(base: Copy, ours: Copy, theirs: Copy, together: readonly (readonly MergedField[])[] = []) {
  const [b, o, t] = await Promise.all([
    formBook('base.xlsx', base),
    formBook('ours.xlsx', ours),
    formBook('theirs.xlsx', theirs),
  ]);
  return {
    books: { base: b, ours: o, theirs: t },
    plan: mergeWorkbooks({ base: b, ours: o, theirs: t }, { together }),
  };
}

const changesOf = (plan: WorkbookMerge) =>
  plan.rows.flatMap(({ row, fields }) => fields.map(({ field, outcome, why }) => [row, field, outcome, why]));

/** What stands in a copy, as blank or trimmed text, by key of the merge. */
const stateOf = ({ filled }: Copy): MergeState =>
  new Map(
    filled.flatMap((row, i) =>
      fields.map((field, f) => [mergeKey('檢核表', firstRow + i, field), row[f]!.trimEnd() || null] as const),
    ),
  );

const swapped = (plan: WorkbookMerge): WorkbookMerge => {
  const turn: Readonly<Record<string, string>> = { ours: 'theirs', theirs: 'ours' };
  const exchange = <T extends { readonly ours: unknown; readonly theirs: unknown }>(sides: T): T => ({
    ...sides,
    ours: sides.theirs,
    theirs: sides.ours,
  });
  return {
    ...plan,
    files: exchange(plan.files),
    rows: plan.rows.map(row => ({
      ...exchange(row),
      presence: exchange(row.presence),
      fields: row.fields.map(field => ({
        ...exchange(field),
        cells: exchange(field.cells),
        outcome: (turn[field.outcome] ?? field.outcome) as typeof field.outcome,
      })),
    })),
    strays: plan.strays.map(stray => ({ ...stray, side: turn[stray.side] as typeof stray.side })),
  };
};

const bySide = (plan: WorkbookMerge) => ({
  ...plan,
  strays: plan.strays.toSorted((a, b) => (a.side < b.side ? -1 : a.side > b.side ? 1 : a.row - b.row)),
  issues: plan.issues.map(issue => JSON.stringify(issue)).sort(),
});

describe('three workbooks of a form', () => {
  test('take what one side changed, wherever its row stands now', async () => {
    const base = asIssued(blankRows);
    const ours = asIssued(withRow(blankRows, 0, ['已完成', '輪值表已公告。', '', '']));
    const theirs: Copy = {
      order: [4, 2, 0, 3],
      filled: withRow(blankRows, 4, ['辦理中', '第二季已召開。', '會議紀錄.pdf', '']),
    };
    const { plan } = await merged(base, ours, theirs);
    expect(changesOf(plan)).toEqual([
      [3, 'result', 'ours', null],
      [3, 'narrative', 'ours', null],
      [7, 'result', 'theirs', null],
      [7, 'narrative', 'theirs', null],
      [7, 'evidence', 'theirs', null],
    ]);
    expect(plan.rows[4]).toMatchObject({
      theirs: { row: 3 },
      fields: [{ cells: { ours: 'D7', theirs: 'D3' } }, {}, {}],
    });
    expect(plan.rows[1]!.presence).toEqual({ ours: 'found', theirs: 'missing' });
    expect(plan.conflicts).toEqual([]);
  });

  test('conflict where both changed a field, and say where and why', async () => {
    const one = (narrative: string) => asIssued(withRow(blankRows, 1, ['', narrative, '', '']));
    const { plan } = await merged(one('原'), one('甲'), one('乙'));
    expect(plan.conflicts).toEqual([{ sheet: '檢核表', row: 4, field: 'narrative' }]);
    expect(plan.rows[1]!.fields).toEqual([
      {
        field: 'narrative',
        base: '原',
        ours: '甲',
        theirs: '乙',
        outcome: 'conflict',
        why: 'bothChanged',
        cells: { base: 'E4', ours: 'E4', theirs: 'E4' },
      },
    ]);
  });

  test('conflict as one where fields belong together', async () => {
    const ours = asIssued(withRow(blankRows, 1, ['已完成', '', '', '甲']));
    const theirs = asIssued(withRow(blankRows, 1, ['', '尚未辦理', '', '']));
    const alone = await merged(asIssued(blankRows), ours, theirs);
    expect(alone.plan.conflicts).toEqual([]);
    const unit = await merged(asIssued(blankRows), ours, theirs, [['result', 'narrative', 'evidence']]);
    expect(changesOf(unit.plan)).toEqual([
      [4, 'result', 'conflict', 'together'],
      [4, 'narrative', 'conflict', 'together'],
      [4, 'remarks', 'ours', null],
    ]);
  });

  test('list rows that somebody added or copied, with what they say', async () => {
    const base = asIssued(blankRows);
    const theirs: Copy = { order: [0, 1, 1, -1, 2, 3, 4], filled: withRow(blankRows, 1, ['', '兩份', '', '']) };
    const { plan } = await merged(base, base, theirs);
    expect(plan.rows[1]).toMatchObject({ theirs: null, presence: { theirs: 'copied' }, fields: [] });
    expect(plan.strays).toMatchObject([
      { side: 'theirs', row: 4, values: { narrative: '兩份' }, copyOf: { row: 4 } },
      { side: 'theirs', row: 5, values: { narrative: '兩份' }, copyOf: { row: 4 } },
      { side: 'theirs', row: 6, values: { narrative: '辦理一場' }, copyOf: null },
    ]);
  });

  test('that are one and the same say nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anyCopy, async copy => {
        const { plan } = await merged(copy, copy, copy);
        expect(plan.rows.flatMap(row => row.fields)).toEqual([]);
        expect(plan.conflicts).toEqual([]);
        expect(plan.strays).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test('say the same with ours and theirs exchanged, and survive being stored', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, anyCopy, anyCopy, fc.boolean(), async (base, ours, theirs, unit) => {
        const together = unit ? [['result', 'narrative', 'evidence'] as const] : [];
        const { plan, books } = await merged(asIssued(base), ours, theirs, together);
        const turned = mergeWorkbooks({ base: books.base, ours: books.theirs, theirs: books.ours }, { together });
        expect(bySide(swapped(turned))).toEqual(bySide(plan));
        expect(workbookMerge.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
      }),
      { numRuns: 25 },
    );
  });

  test('applied give every decided change, and undone what was there', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyRows,
        anyRows,
        anyCopy,
        fc.constantFrom('ours', 'theirs'),
        async (base, ours, theirs, choice) => {
          const { plan } = await merged(asIssued(base), asIssued(ours), theirs);
          const decisions: Decisions = Object.fromEntries(
            plan.conflicts.map(({ sheet, row, field }) => [mergeKey(sheet, row, field), choice] as const),
          );
          const before = stateOf(asIssued(ours));
          const writes = mergeWrites(plan, decisions);
          const { state, left } = applyMerge(writes, before);
          expect(left).toEqual([]);
          expect(applyMerge(undoMerge(writes), state).state).toEqual(before);
          for (const i of theirs.order.filter(each => each >= 0))
            for (const [f, field] of fields.entries()) {
              const key = mergeKey('檢核表', firstRow + i, field);
              const say = (rows: readonly Filled[]) => rows[i]![f]!.trimEnd() || null;
              const [was, mine, other] = [say(base), say(ours), say(theirs.filled)];
              const expected = other === was ? mine : mine === was || choice === 'theirs' ? other : mine;
              expect([key, state.get(key)]).toEqual([key, expected]);
            }
        },
      ),
      { numRuns: 25 },
    );
  });

  test('applied over what somebody changed since leave it and say so', () => {
    const write = { sheet: '檢核表', row: 3, field: 'narrative', before: '甲', after: '乙' } as const;
    const key = mergeKey('檢核表', 3, 'narrative');
    const { state, left } = applyMerge([write], new Map([[key, '後來改的']]));
    expect(state.get(key)).toBe('後來改的');
    expect(left).toEqual([write]);
  });

  test('become what is filled into ours, row for row', async () => {
    const ours: Copy = { order: [3, 0, 1, 4], filled: blankRows };
    const theirs = asIssued(withRow(withRow(blankRows, 3, ['已完成', '甲', '', '']), 2, ['', '乙', '', '']));
    const { plan } = await merged(asIssued(blankRows), ours, theirs);
    const { fill, left } = fillOf(plan, mergeWrites(plan, {}));
    expect(fill).toEqual({ sheets: [{ name: '檢核表', rows: [{ row: 3, result: '已完成', narrative: '甲' }] }] });
    expect(left).toMatchObject([{ row: 5, field: 'narrative', after: '乙' }]);
  });
});

describe('two workbooks of a form', () => {
  const diff = async (a: Copy, b: Copy) => {
    const result = diffWorkbooks(await formBook('a.xlsx', a), await formBook('b.xlsx', b));
    expect(workbookDiff.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
    return result.rows.map(({ is, a, b, fields }) => [
      is.join(),
      a?.row ?? null,
      b?.row ?? null,
      fields.map(f => f.field).join(),
    ]);
  };

  test('differ by the rows that came, went and moved, and by what was changed', async () => {
    const filled = withRow(blankRows, 2, ['已完成', '', '', '']);
    expect(await diff(asIssued(blankRows), { order: [4, 0, 2, 3, -1], filled })).toEqual([
      ['changed', 5, 5, 'result'],
      ['moved', 7, 3, ''],
      ['removed', 4, null, ''],
      ['added', null, 7, ''],
    ]);
  });

  test('do not differ by a row that only slid down', async () => {
    expect(await diff(asIssued(blankRows), { order: [-1, 0, 1, 2, 3, 4], filled: blankRows })).toEqual([
      ['added', null, 3, ''],
    ]);
  });

  test('tell a row that was copied', async () => {
    expect(await diff(asIssued(blankRows), { order: [0, 0, 1, 2, 3, 4], filled: blankRows })).toEqual([
      ['copied', 3, 3, ''],
      ['copied', 3, 4, ''],
    ]);
  });
});
