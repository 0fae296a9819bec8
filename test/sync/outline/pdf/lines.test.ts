import { expect, test } from 'vitest';
import { blocksOf, tablesOf, textsOf } from './blocks.ts';
import { type Pen, portrait, sheet } from './pdf-builder.ts';
import { setTable, wrap } from './table-setter.ts';

const page = (draw: (pen: Pen) => void) => sheet(portrait, draw);

test('paragraphs come line by line, each with its page, its line and how far it is set in', async () => {
  const blocks = await blocksOf([
    page(pen => {
      pen.text(200, 80, '服務計畫', 16);
      pen.text(60, 120, '壹、計畫目標');
      pen.text(84, 140, '一、縮短等候的時間，讓民眾安心，並');
      pen.text(108, 160, '隨時檢討。');
    }),
    page(pen => pen.text(60, 100, '貳、其他')),
  ]);
  expect(blocks).toEqual([
    { kind: 'paragraph', text: '服務計畫', whole: false, full: false, indent: 9, place: { page: 1, line: 1 } },
    { kind: 'paragraph', text: '壹、計畫目標', whole: false, full: false, indent: 0, place: { page: 1, line: 2 } },
    {
      kind: 'paragraph',
      text: '一、縮短等候的時間，讓民眾安心，並',
      whole: false,
      full: false,
      indent: 2,
      place: { page: 1, line: 3 },
    },
    { kind: 'paragraph', text: '隨時檢討。', whole: false, full: false, indent: 4, place: { page: 1, line: 4 } },
    { kind: 'paragraph', text: '貳、其他', whole: false, full: false, indent: 0, place: { page: 2, line: 1 } },
  ]);
});

test('a line is whole however its text was cut into pieces, and in whatever order these were drawn', async () => {
  const drawn = page(pen => {
    pen.text(108, 100, '114年度計畫');
    pen.text(60, 100, '青埔');
    pen.text(84, 100.2, '公所');
    pen.raw('BT /F1 12 Tf 1 0 0 1 60 700 Tm [<6bcf> -20 <6708> 30 <516c> <5e03>] TJ 0 -20 Td <7d50679c> Tj T* ET');
  });
  expect(textsOf(await blocksOf([drawn]))).toEqual(['青埔公所114年度計畫', '每月公布', '結果']);
});

test('blanks are kept where they are seen: between words, after a title, in spread headings', async () => {
  const drawn = page(pen => {
    pen.text(60, 100, 'QR Code 掃描  服務');
    pen.text(60, 120, '1.公開資訊 於網站公布。');
    for (const [i, character] of [...'執行要項'].entries()) pen.text(60 + i * 24, 140, character);
  });
  expect(textsOf(await blocksOf([drawn]))).toEqual(['QR Code 掃描 服務', '1.公開資訊 於網站公布。', '執 行 要 項']);
});

test('text that is printed twice to look bold is read once', async () => {
  const drawn = page(pen => {
    for (const shift of [0, 0.4]) pen.text(60 + shift, 100, '壹、計畫依據與計畫目標之說明事項');
  });
  expect(textsOf(await blocksOf([drawn]))).toEqual(['壹、計畫依據與計畫目標之說明事項']);
});

test('radicals that a font names in place of characters are read as these', async () => {
  const drawn = page(pen => pen.text(60, 100, '⺠政課⾏政室⾸⻑服務中⼼以及⻄區辦公室的聯絡方式'));
  expect(textsOf(await blocksOf([drawn]))).toEqual(['民政課行政室首長服務中心以及西區辦公室的聯絡方式']);
});

test('characters are known by the tables that every reader has, without any in the file', async () => {
  const drawn = page(pen => pen.text(60, 100, '提升服務品質實施計畫，由各課室依權責辦理之。'));
  const [text] = textsOf(await blocksOf([drawn], { encoding: 'UniCNS-UTF16-H' }));
  expect(text).toBe('提升服務品質實施計畫，由各課室依權責辦理之。');
});

test('page numbers, and what is printed at the same place of every page, are left out', async () => {
  const pages = [1, 2, 3].map(number =>
    page(pen => {
      pen.text(400, 40, '機密等級：普通', 9);
      pen.text(60, 200, `${number}、第${'一二三'[number - 1]}項工作的說明文字`);
      pen.text(60, 240, `本項由${'甲乙丙'[number - 1]}單位辦理。`);
      pen.text(280, 815, `第 ${number} 頁，共 3 頁`, 10);
    }),
  );
  expect(textsOf(await blocksOf(pages))).toEqual([
    '1、第一項工作的說明文字',
    '本項由甲單位辦理。',
    '2、第二項工作的說明文字',
    '本項由乙單位辦理。',
    '3、第三項工作的說明文字',
    '本項由丙單位辦理。',
  ]);
});

test('a title that heads every page is read once, where it first stands', async () => {
  const pages = ['一、綠化環境並定期維護花木', '二、清潔樓梯並定期更換燈管'].map(text =>
    page(pen => {
      pen.text(200, 50, '南港區公所服務計畫');
      pen.text(60, 100, text);
    }),
  );
  expect(textsOf(await blocksOf(pages))).toEqual([
    '南港區公所服務計畫',
    '一、綠化環境並定期維護花木',
    '二、清潔樓梯並定期更換燈管',
  ]);
});

test('two columns of prose are read one after the other', async () => {
  const left = wrap(
    '左欄說明本所服務的沿革與現況，並整理近三年來民眾的意見，作為改善的依據，逐項列入計畫辦理。'.repeat(2),
    216,
    12,
  );
  const right = wrap(
    '右欄說明未來一年的工作重點與分工，由各課室依權責推動，每季檢討一次，成果公布於網站供民眾查閱。'.repeat(2),
    216,
    12,
  );
  const drawn = page(pen => {
    pen.text(240, 70, '服務通訊');
    for (const [i, line] of left.entries()) pen.text(60, 100 + i * 18, line);
    for (const [i, line] of right.entries()) pen.text(310, 100 + i * 18, line);
  });
  expect(textsOf(await blocksOf([drawn]))).toEqual(['服務通訊', ...left, ...right]);
});

test('numbers with room behind them are no column of a table', async () => {
  const drawn = page(pen => {
    for (let i = 0; i < 8; i++) {
      pen.text(60, 100 + i * 20, `${'一二三四五六七八'[i]}、`);
      pen.text(108, 100 + i * 20, `說明第${i + 1}件工作的內容與辦理方式。`);
    }
  });
  const blocks = await blocksOf([drawn]);
  expect(tablesOf(blocks)).toEqual([]);
  expect(textsOf(blocks)[0]).toBe('一、 說明第1件工作的內容與辦理方式。');
});

test('in a cell lines that wrapped are joined, and new lines stay', async () => {
  const texts = [
    '1.服務場所應設置引導標示、書表填寫範例及QR Code供民眾掃描，並提供wifi上網。',
    '服務精進\n1.每月檢討一次。\n2.每季公布結果，並列入主管會報追蹤管制直到改善完成為止。',
    '檢討流程\n將檢討結果公布於網站，並通知各課室依限改善後回報辦理情形。',
  ];
  const drawn = page(pen => {
    setTable(
      pen,
      ['實施方法', '單位', ...texts.flatMap(text => [text, '各課室'])].map((text, i) => ({
        text,
        row: Math.floor(i / 2),
        column: i % 2,
      })),
      { left: 60, top: 80, widths: [260, 80], rules: 'lines', align: 'top' },
    );
  });
  const [table] = tablesOf(await blocksOf([drawn]));
  expect(table!.grid.rows.slice(1).map(({ cells }) => cells[0]!.text)).toEqual(texts);
});

test('names one below the other stay apart however often they come', async () => {
  const drawn = page(pen => {
    const rows = ['單位', ...Array.from({ length: 6 }, () => '民政課\n社會課')];
    const cells = rows.flatMap((unit, row) => [
      { text: `說明第${row}件工作。`, row, column: 0 },
      { text: unit, row, column: 1 },
    ]);
    setTable(pen, cells, { left: 60, top: 80, widths: [260, 64], rules: 'lines', align: 'middle' });
  });
  const [table] = tablesOf(await blocksOf([drawn]));
  expect(new Set(table!.grid.rows.slice(1).map(({ cells }) => cells[1]!.text))).toEqual(new Set(['民政課\n社會課']));
});
