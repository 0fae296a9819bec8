import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchRows } from '../../../../sync/form/identify/index.ts';
import { anyTemplate, type PrintedRow, readPrinted, seenOf, unmerged } from './sheets.ts';

type Wrong = readonly [returned: PrintedRow, template: PrintedRow];

/** Matches that are wrong, a match with a row that looks the same in every respect being right. */
function wrongMatches(
  template: readonly PrintedRow[],
  returned: readonly PrintedRow[],
  looked: boolean,
  issued = template,
): readonly Wrong[] {
  const { rows } = matchRows(readPrinted(returned, looked), readPrinted(issued, looked));
  const numbersKept = returned.every(
    ({ origin, number }) => template.find(row => row.origin === origin)?.number === number,
  );
  const byOrigin = new Map(template.map((row, i) => [row.origin, { row, seen: seenOf(issued[i]!, numbersKept) }]));
  return rows.flatMap(({ row, templateRow }) => {
    const printed = returned[row - 4]!;
    if (templateRow === null || templateRow === printed.origin) return [];
    const [right, taken] = [byOrigin.get(printed.origin), byOrigin.get(templateRow)!];
    return right?.seen === taken.seen ? [] : [[printed, taken.row] as const];
  });
}

const renumbered = (rows: readonly PrintedRow[]): readonly PrintedRow[] =>
  rows.map((row, i) => (row.number === null ? row : { ...row, number: 1 + i }));

/** The template and its rows after some were taken out, the rest put in any order and the numbers perhaps counted anew. */
const shuffled = anyTemplate.chain(template =>
  fc.record({
    template: fc.constant(template),
    returned: fc
      .tuple(fc.shuffledSubarray([...template], { minLength: 0 }), fc.boolean())
      .map(([rows, again]) => (again ? renumbered(rows) : rows)),
    looked: fc.boolean(),
  }),
);

const retypings: readonly ((text: string) => string)[] = [
  text => text.replaceAll('，', ', '),
  text => `　${text}。`,
  text => [...text].join(' '),
  text => text.replace('民眾', '民 眾\n'),
  text => `${text.slice(0, 3)}\n${text.slice(3)}`,
  text => text.replace('辦理', '辨理'),
  text => text.slice(0, -1),
];

describe('no row is taken for another', () => {
  test('whatever order rows come back in, whichever are left out, with headings in every row', () => {
    fc.assert(
      fc.property(shuffled, ({ template, returned, looked }) => {
        expect(wrongMatches(template, returned, looked)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  test('even where unmerging left the headings in the first row only', () => {
    fc.assert(
      fc.property(
        anyTemplate.chain(template =>
          fc.record({
            template: fc.constant(template),
            returned: fc.shuffledSubarray([...unmerged(template)], { minLength: 0 }),
            looked: fc.boolean(),
          }),
        ),
        ({ template, returned, looked }) => {
          expect(wrongMatches(template, returned, looked, unmerged(template))).toEqual([]);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('nor two of one text for each other, where a row cut from below its heading speaks against all headings', () => {
    const row = (origin: number, item: string, keyPoint: string, text: string): PrintedRow => ({
      ...{ origin, item, keyPoint, text, label: '1', units: ['民政課'], checkMonths: [], number: null },
    });
    const template = [
      row(4, '傾聽民眾意見', '檢討作業流程', '盤點現有設備'),
      row(5, '推廣線上服務', '檢討作業流程', '盤點現有設備'),
      row(6, '推廣線上服務', '強化人員訓練', '設置服務專區並派員引導'),
    ];
    const [first, second, third] = unmerged(template);
    for (const looked of [false, true])
      expect(wrongMatches(template, [second!, first!, third!], looked, unmerged(template))).toEqual([]);
  });

  test('when texts were retyped', () => {
    fc.assert(
      fc.property(shuffled, fc.infiniteStream(fc.option(fc.constantFrom(...retypings))), (form, typists) => {
        const returned = form.returned.map(row => {
          const retype = typists.next().value;
          return retype ? { ...row, text: retype(row.text) } : row;
        });
        expect(wrongMatches(form.template, returned, form.looked)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  test('when somebody added rows of their own', () => {
    const added = fc
      .record({
        text: fc.constantFrom('辦理志工表揚', '辦理教育宣導', '召開檢討會', '自行增列'),
        units: fc.constantFrom([], ['建設課']),
      })
      .map(row => ({ ...row, origin: null, item: '', keyPoint: '', label: null, checkMonths: [], number: null }));
    fc.assert(
      fc.property(shuffled, fc.array(fc.tuple(fc.nat({ max: 24 }), added), { maxLength: 4 }), (form, rows) => {
        const returned = rows.reduce<readonly PrintedRow[]>(
          (list, [at, row]) => list.toSpliced(at, 0, row),
          form.returned,
        );
        expect(wrongMatches(form.template, returned, form.looked)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Rows found as what they are, and those that are not but have their row among the candidates. */
function found(template: readonly PrintedRow[], returned: readonly PrintedRow[], looked: boolean) {
  const { rows } = matchRows(readPrinted(returned, looked), readPrinted(template, looked));
  const right = rows.filter(({ row, templateRow }) => templateRow === returned[row - 4]!.origin);
  const listed = rows.filter(
    ({ row, templateRow, candidates }) =>
      templateRow === null && candidates.some(candidate => candidate.row === returned[row - 4]!.origin),
  );
  return { all: rows.length, right: right.length, listed: listed.length };
}

/** Of rows that share something the last alone, in a template of their own. */
const onceBy = (rows: readonly PrintedRow[], key: (row: PrintedRow) => string): readonly PrintedRow[] =>
  [...new Map(rows.map(row => [key(row), row])).values()].map((row, i) => ({ ...row, origin: 4 + i }));

const anySubset = (rows: readonly PrintedRow[]) =>
  fc.record({
    template: fc.constant(rows),
    returned: fc.shuffledSubarray([...rows], { minLength: 0 }),
    looked: fc.boolean(),
  });

describe('rows are found', () => {
  test('every one, in a file that came back as it was, twins included', () => {
    fc.assert(
      fc.property(anyTemplate, fc.boolean(), (template, looked) => {
        expect(found(template, template, looked).right).toBe(template.length);
        expect(wrongMatches(template, unmerged(template), looked)).toEqual([]);
      }),
    );
  });

  test('every one whose text stands once, in any order, after any deletion, however its signs and blanks were retyped', () => {
    const signs = fc.infiniteStream(fc.constantFrom(...retypings.slice(0, 5)));
    fc.assert(
      fc.property(
        anyTemplate.map(rows => onceBy(rows, row => row.text)).chain(anySubset),
        signs,
        ({ template, returned, looked }, typists) => {
          const retyped = returned.map(row => ({ ...row, text: typists.next().value!(row.text) }));
          const { right } = found(template, retyped, looked);
          expect(right).toBe(returned.length);
        },
      ),
    );
  });

  test('nearly every one of repeated titles that was sorted with its headings', () => {
    let [all, right] = [0, 0];
    fc.assert(
      fc.property(anyTemplate.map(rows => onceBy(rows, row => seenOf(row, true))).chain(anySubset), form => {
        const counts = found(form.template, form.returned, true);
        all += counts.all;
        right += counts.right;
      }),
    );
    expect(right / all).toBeGreaterThan(0.9);
  });

  test('and listed with what they may be where they are not certain', () => {
    fc.assert(
      fc.property(shuffled, ({ template, returned, looked }) => {
        const { all, right, listed } = found(template, returned, looked);
        const twins = template.length - new Set(template.map(row => row.text)).size;
        expect(right + listed).toBeGreaterThanOrEqual(all - Math.max(0, twins - 7));
      }),
    );
  });

  test('and a copied row is told, the first being the row itself', () => {
    fc.assert(
      fc.property(
        anyTemplate.map(rows => onceBy(rows, row => row.text)),
        fc.nat(),
        fc.boolean(),
        (template, chosen, looked) => {
          const at = chosen % template.length;
          const returned = template.toSpliced(at + 1, 0, template[at]!);
          const { rows } = matchRows(readPrinted(returned, looked), readPrinted(template, looked));
          expect(rows.map(row => row.templateRow)).toEqual(returned.map(row => row.origin));
          expect(rows.flatMap(({ duplicate }, i) => (duplicate ? [i] : []))).toEqual([at + 1]);
        },
      ),
    );
  });
});
