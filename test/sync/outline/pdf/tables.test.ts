import { expect, test } from 'vitest';
import { blocksOf, cellsOf, seen, tablesOf, textsOf } from './blocks.ts';
import { landscape, portrait, sheet } from './pdf-builder.ts';
import { type SetCell, setTable, wrap } from './table-setter.ts';

const widths = [100, 130, 200, 70];
const heading: readonly SetCell[] = ['執行要項', '執行重點', '執行步驟', '執行單位'].map((text, column) => ({
  text,
  row: 0,
  column,
}));
const body: readonly SetCell[] = [
  { text: '一、縮短臨櫃等候的時間', row: 1, column: 0, rows: 4 },
  { text: '(一)檢討叫號方式，讓民眾知道還要等多久。', row: 1, column: 1, rows: 3 },
  { text: '1.每月統計各櫃檯等候時間，於主管會報提出檢討。', row: 1, column: 2 },
  { text: '行政室', row: 1, column: 3 },
  { text: '2.尖峰時段由後線同仁支援，並公告於網站。', row: 2, column: 2 },
  { text: '民政課\n社會課', row: 2, column: 3 },
  { text: '3.設置線上取號，供民眾出門前查詢現場等候的人數。', row: 3, column: 2 },
  { text: '各課室', row: 3, column: 3 },
  { text: '(二)提供書表範例。', row: 4, column: 1 },
  { text: '每季檢視書表範例是否為最新版本，並汰換舊版。', row: 4, column: 2 },
  { text: '各課室', row: 4, column: 3 },
];
const wanted = [
  'r1 c1 執行要項',
  'r1 c2 執行重點',
  'r1 c3 執行步驟',
  'r1 c4 執行單位',
  'r2-5 c1 一、縮短臨櫃等候的時間',
  'r2-4 c2 (一)檢討叫號方式，讓民眾知道還要等多久。',
  'r2 c3 1.每月統計各櫃檯等候時間，於主管會報提出檢討。',
  'r2 c4 行政室',
  'r3 c3 2.尖峰時段由後線同仁支援，並公告於網站。',
  'r3 c4 民政課\n社會課',
  'r4 c3 3.設置線上取號，供民眾出門前查詢現場等候的人數。',
  'r4 c4 各課室',
  'r5 c2 (二)提供書表範例。',
  'r5 c3 每季檢視書表範例是否為最新版本，並汰換舊版。',
  'r5 c4 各課室',
];

const onePage = (rules: Parameters<typeof setTable>[2]['rules'], align: 'top' | 'middle') =>
  sheet(portrait, pen => {
    pen.text(180, 60, '青埔市南港區公所服務計畫', 16);
    const end = setTable(pen, [...heading, ...body], { left: 48, top: 90, widths, rules, align });
    pen.text(48, end + 40, '本計畫奉核定後實施，修正時亦同。');
  });

test.each([
  ['lines around every cell', 'lines', 'top'],
  ['texts in the middle of their blocks', 'lines', 'middle'],
  ['borders drawn in pieces that hardly meet', 'segments', 'middle'],
  ['borders drawn as thin boxes', 'boxes', 'middle'],
  ['lines between the rows only', 'rows', 'top'],
  ['no lines, texts at the top', 'none', 'top'],
  ['no lines, texts in the middle', 'none', 'middle'],
] as const)('a table is read with its merged cells: %s', async (_, rules, align) => {
  const blocks = await blocksOf([onePage(rules, align)]);
  expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'paragraph']);
  expect(cellsOf(tablesOf(blocks)[0]!)).toEqual(wanted);
});

test('a table without its outer lines at the sides has all its columns', async () => {
  const page = sheet(portrait, pen => {
    for (const y of [100, 130, 170]) pen.line(50, y, 545, y);
    for (const x of [200, 400]) pen.line(x, 100, x, 170);
    for (const [i, text] of ['工作重點', '實施方法', '單位'].entries()) pen.text([60, 210, 410][i]!, 120, text);
    for (const [i, text] of ['美化洽公環境', '每月維護花木', '總務室'].entries()) {
      pen.text([60, 210, 410][i]!, 155, text);
    }
  });
  expect(tablesOf(await blocksOf([page])).map(seen)).toEqual([
    [
      ['工作重點', '實施方法', '單位'],
      ['美化洽公環境', '每月維護花木', '總務室'],
    ],
  ]);
});

test('a frame around the page, a boxed remark and an underlined text are no tables', async () => {
  const page = sheet(portrait, pen => {
    for (const [x0, y0, x1, y1] of [
      [20, 20, 575, 822],
      [60, 300, 535, 360],
    ] as const) {
      pen.raw(`${x0} ${842 - y1} ${x1 - x0} ${y1 - y0} re S`);
    }
    setTable(pen, [...heading, ...body], { left: 48, top: 400, widths, rules: 'lines', align: 'top' });
    pen.text(60, 100, '計畫目標');
    pen.line(60, 101.5, 108, 101.5);
    pen.text(70, 330, '附註：本表由研考單位彙整。');
  });
  const blocks = await blocksOf([page]);
  expect(textsOf(blocks)).toEqual(['計畫目標', '附註：本表由研考單位彙整。']);
  expect(tablesOf(blocks).map(cellsOf)).toEqual([wanted]);
});

test('underlined words in a cell leave it whole', async () => {
  const page = sheet(portrait, pen => {
    setTable(pen, [...heading, ...body], { left: 48, top: 100, widths, rules: 'lines', align: 'top' });
    pen.line(283, 149.4, 400, 149.4);
  });
  expect(tablesOf(await blocksOf([page])).map(cellsOf)).toEqual([wanted]);
});

test('a page that is to be turned, and one on which the text itself is turned, are read upright', async () => {
  const draw = onePage('lines', 'middle').content;
  const turned = { ...portrait, rotate: 90, content: `0 1 -1 0 ${portrait.width} 0 cm\n1 0 0 1 0 -247 cm\n${draw}` };
  const askew = { ...landscape, content: `0 -1 1 0 0 ${landscape.height} cm\n1 0 0 1 0 0 cm\n${draw}` };
  for (const page of [turned, askew]) expect(tablesOf(await blocksOf([page])).map(cellsOf)).toEqual([wanted]);
});

const overTwoPages = (
  first: readonly SetCell[],
  second: readonly SetCell[],
  rules: Parameters<typeof setTable>[2]['rules'] = 'lines',
  shift = 0,
) => [
  sheet(portrait, pen => {
    setTable(pen, [...heading, ...first], { left: 48, top: 560, widths, rules, align: 'top' });
    pen.text(290, 815, '1', 10);
  }),
  sheet(portrait, pen => {
    setTable(pen, second, { left: 48 + shift, top: 70, widths, rules, align: 'top' });
    pen.text(290, 815, '2', 10);
  }),
];
const row = (at: number, ...texts: readonly string[]): readonly SetCell[] =>
  texts.map((text, column) => ({ text, row: at, column }));

test('a table goes on overleaf, where its heading is printed again and its margin is another', async () => {
  const first = row(1, '一、改善環境', '(一)綠化', '1.每月維護花木。', '總務室');
  const second = [...heading, ...row(1, '', '', '2.每季清洗水塔。', '總務室')];
  const blocks = await blocksOf(overTwoPages(first, second, 'lines', 20));
  expect(blocks).toHaveLength(1);
  expect(seen(tablesOf(blocks)[0]!).map(texts => texts[2])).toEqual([
    '執行步驟',
    '1.每月維護花木。',
    '2.每季清洗水塔。',
  ]);
});

test.each(['lines', 'none'] as const)('a row that the end of the page cut becomes whole again: %s', async rules => {
  const text = '1.每月維護花木，並依季節更換盆栽，由志工隊協助澆水，遇有枯萎者立即更新，費用由總務室支應。';
  const lines = wrap(text, widths[2]! - (rules === 'none' ? 16 : 8), 12);
  const first = row(1, '一、改善環境', '(一)綠化', lines.slice(0, 2).join(''), '總務室');
  const second = [
    ...heading,
    ...row(1, '', '', lines.slice(2).join(''), ''),
    ...row(2, '', '', '2.每季清洗水塔。', '總務室'),
  ];
  const [table] = tablesOf(await blocksOf(overTwoPages(first, second, rules)));
  expect(seen(table!).map(texts => texts[2])).toEqual(['執行步驟', text, '2.每季清洗水塔。']);
});

test('a step that merely happens to end with the page stays apart from the next', async () => {
  const first = row(1, '一、改善環境', '(一)綠化', '1.每月維護花木。', '總務室');
  const second = row(1, '', '(二)清潔', '1.每季清洗水塔。', '總務室').map(cell => ({ ...cell, row: 0 }));
  const [table] = tablesOf(await blocksOf(overTwoPages(first, second)));
  expect(seen(table!).map(texts => texts.slice(1))).toEqual([
    ['執行重點', '執行步驟', '執行單位'],
    ['(一)綠化', '1.每月維護花木。', '總務室'],
    ['(二)清潔', '1.每季清洗水塔。', '總務室'],
  ]);
});

test('a block whose text stands overleaf, in the middle of all its rows, holds those of both pages', async () => {
  const first = [
    ...row(1, '一、改善環境', '(一)綠化', '1.每月維護花木。', '總務室'),
    { text: '', row: 2, column: 0, rows: 2 },
    ...row(2, '', '(一)問卷', '1.設計問卷。', '研考室').slice(1),
    ...row(3, '', '(二)座談', '1.邀請里長。', '民政課').slice(1),
  ];
  const second = [
    ...heading,
    { text: '二、傾聽意見', row: 1, column: 0, rows: 2 },
    ...row(1, '', '(三)信箱', '1.三日內回復。', '秘書室').slice(1),
    ...row(2, '', '(四)公開', '1.公布結果。', '秘書室').slice(1),
  ];
  const [table] = tablesOf(await blocksOf(overTwoPages(first, second)));
  expect(cellsOf(table!).filter(cell => cell.includes(' c1 '))).toEqual([
    'r1 c1 執行要項',
    'r2 c1 一、改善環境',
    'r3-6 c1 二、傾聽意見',
  ]);
});

test('a unit merged over the end of the page is that of the rows overleaf too', async () => {
  const first = [
    ...row(1, '一、改善環境', '(一)綠化', '1.每月維護花木。').map(cell => cell),
    ...row(2, '', '', '2.每季清洗水塔。'),
    { text: '總務室', row: 1, column: 3, rows: 2 },
  ];
  const second = [
    ...row(0, '', '', '3.每年檢修電梯。'),
    ...row(1, '', '', '4.隨時巡查照明。'),
    { text: '', row: 0, column: 3, rows: 2 },
  ];
  const [table] = tablesOf(await blocksOf(overTwoPages(first, second)));
  expect(seen(table!).map(texts => texts[3])).toEqual(['執行單位', '總務室', '總務室', '總務室', '總務室']);
});

test('rows tell the page and the line that they stand on', async () => {
  const first = row(1, '一、改善環境', '(一)綠化', '1.每月維護花木。', '總務室');
  const second = [...heading, ...row(1, '', '', '2.每季清洗水塔。', '總務室')];
  const [table] = tablesOf(await blocksOf(overTwoPages(first, second)));
  expect(table!.place).toEqual({ page: 1, line: 1 });
  expect([2, 3].map(table!.placeOf)).toEqual([
    { page: 1, line: 2 },
    { page: 2, line: 2 },
  ]);
});

test('what a cell clips away is not read, as when a sheet prints a block on each page that it touches', async () => {
  const page = sheet(portrait, pen => {
    setTable(pen, [...heading, ...body], { left: 48, top: 100, widths, rules: 'lines', align: 'top' });
    pen.raw('q 48 400 500 300 re W n');
    pen.text(60, 60, '上一頁的文字');
    pen.raw('Q');
  });
  expect(textsOf(await blocksOf([page]))).toEqual([]);
});
