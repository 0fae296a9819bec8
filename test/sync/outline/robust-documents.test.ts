import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { planDocument, planReading } from '../../../sync/model/index.ts';
import { type PlanDocumentReading, readPlan } from '../../../sync/outline/index.ts';
import { abstractNum, li, lvl, num, p, planNumbering, run, tbl, tr, wordFile } from './docx/word-files.ts';
import { cell, covered, list, planList, row, textFile, p as textP, table as textTable } from './odt/text-files.ts';
import { lines, read, table, texts } from './sections/plans.ts';

/** What is read has the shapes that others rely on: every issue in words, in both places, every node with its source. */
function mustBeWhole({ plan, sources, issues }: PlanDocumentReading): void {
  planReading.shape.sources.parse(sources);
  planReading.shape.issues.parse(issues);
  if (plan === null) expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
  else planDocument.parse(plan);
  const paths = new Set(sources.map(({ at }) => at));
  for (const { at, message } of issues) {
    expect(message).not.toMatch(/\{\w+\}/);
    if (at !== undefined) expect(paths).toContain(at);
  }
}

const pieces = [
  ...[
    '明湖市松林區公所115年度服務計畫',
    '115年1月2日松字第1號函',
    '壹、計畫依據',
    '貳、目標：甲。',
    '參、計畫內容',
    '壹、',
    '伍、考核',
  ],
  ...[
    '一、甲事',
    '二、',
    '(一)乙事',
    '1.丙事',
    '(1)丁',
    '○1 戊',
    'A.己',
    '甲。乙。',
    '附件1',
    '- 3 -',
    '其他',
    '12月送秘書室',
  ],
  ...[
    '職稱',
    '編組人員',
    '執行要項',
    '執行重點',
    '執行步驟',
    '執行單位',
    '查核期限',
    '組長：區長',
    '主辦單位：民政課',
    '（秘書室）',
  ],
];
const words = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...pieces) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1 }).filter(text => text.trim() !== '') },
);
const grid = fc.array(fc.array(fc.oneof(words, fc.constantFrom('', null)), { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 6,
});
const block = fc.oneof(
  { weight: 3, arbitrary: words.map(text => texts(text)[0]!) },
  { weight: 2, arbitrary: words.map(text => lines(text)[0]!) },
  { weight: 2, arbitrary: grid.map(rows => table('表', ...rows)) },
);

describe('any document', () => {
  it('gives one where a table has the headings of a plan and those of its members below', () => {
    const headed = table(
      '表',
      ['查核期限', '執行重點'],
      ['職稱', '編組人員'],
      [null, '一、甲事'],
      ['12月', '二、乙事'],
    );
    mustBeWhole(read([headed, table('表', ['6月', '三、丙事'])]));
  });

  it('gives a whole reading', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 14 }), blocks => mustBeWhole(read(blocks))),
      { numRuns: 400 },
    );
  });
});

const word = wordFile({
  body:
    p('明湖市松林區公所115年度服務計畫') +
    p('壹、計畫內容') +
    tbl(
      tr(['執行要項', '執行重點', { content: '執行步驟', across: 2 }]),
      tr([{ content: '一、甲', down: 'restart' }, '(一)乙', '1.丙', '民政課']),
      tr([{ content: '', down: 'continue' }, '(二)丁', `<w:p>${run('2.戊')}</w:p>`, '秘書室']),
    ) +
    li('貳事') +
    li('參事', 1, 1),
  numbering: planNumbering + abstractNum(1, lvl(0, 'decimal', '%1.')) + num(1, 0) + num(2, 1),
  styles: '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="A"/></w:style>',
});
const text = textFile({
  body:
    textP('明湖市松林區公所115年度服務計畫') +
    list([textP('甲事') + list([textP('乙事')], '')]) +
    textTable(
      row(cell('執行要項'), cell('執行重點'), cell('執行步驟')),
      row(cell('一、甲', 'table:number-rows-spanned="2"'), cell('(一)乙'), cell('1.丙')),
      row(covered(), cell('(二)丁'), cell('2.戊')),
    ),
  automatic: planList,
});

/** Damage to one of the parts of a package: characters changed, left out or doubled. */
const damage = fc.array(
  fc.record({
    part: fc.nat(),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 0, max: 40 }),
    by: fc.oneof(
      fc.constantFrom('', '<', '>', '"', '/', '&', '</w:p>', '<w:tbl>', '<w:tc>', '99999999999'),
      fc.string(),
    ),
    twice: fc.boolean(),
  }),
  { minLength: 1, maxLength: 3 },
);

describe.each([
  ['.docx', word],
  ['.odt', text],
])('a damaged %s', (_format, file) => {
  it('is refused or read, and never trips the reader', async () => {
    const parts = Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
    await fc.assert(
      fc.asyncProperty(damage, async wounds => {
        const hurt = new Map(parts);
        for (const { part, at, length, by, twice } of wounds) {
          const [name] = parts[part % parts.length]!;
          const whole = hurt.get(name)!;
          const from = Math.floor(at * whole.length);
          const piece = twice ? whole.slice(from, from + length).repeat(2) : '';
          hurt.set(name, whole.slice(0, from) + piece + by + whole.slice(from + length));
        }
        const bytes = zipSync(Object.fromEntries([...hurt].map(([name, content]) => [name, strToU8(content)])), {
          level: 0,
        });
        mustBeWhole(await readPlan(bytes, '計畫'));
      }),
      { numRuns: 300 },
    );
  });

  it('is refused or read wherever it breaks off', async () => {
    for (let end = 0; end < file.length; end += 97) mustBeWhole(await readPlan(file.slice(0, end), '計畫'));
  });
});
