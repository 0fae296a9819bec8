import { describe, expect, it } from 'vitest';
import { treeOf } from '../plan-tables.ts';
import { doubtsOf, lines, read, table, texts } from './plans.ts';

const heading = ['執行要項', '執行重點', '執行步驟', '執行單位'] as const;
const plan = table(
  '表1',
  heading,
  ['一、便民服務', '(一)櫃檯', '1.引導民眾取號。', '民政課'],
  [null, null, '2.公告等候時間。', '各課室'],
);
const tree = ['一 便民服務', '  (一) 櫃檯', '    1 引導民眾取號。 [民政課]', '    2 公告等候時間。 [各課室]'];
const title = '明湖市松林區公所115年度提升服務實施計畫';

describe('a plan document', () => {
  it('is read section by section, with the table where its content stands', () => {
    const reading = read([
      ...texts(
        title,
        '中華民國115年1月8日松秘字第1150000123號函頒',
        '壹、計畫依據',
        '一、明湖市政府年度計畫。',
        '二、本所年度施政方針。',
      ),
      ...texts('貳、計畫目標：親切、迅速、公開。', '參、實施對象：本所全體同仁。', '肆、計畫內容'),
      plan,
      ...texts(
        '伍、推動及管考',
        '一、平時查核：每月於主管會報檢討。',
        '二、年度查核：於次年1月將「成果彙整表」函送研考會備查。',
      ),
      ...texts('陸、其他', '本計畫奉核定後實施。'),
    ]);
    expect(treeOf(reading)).toEqual(tree);
    expect(reading.plan).toMatchObject({
      title,
      agency: '明湖市松林區公所',
      year: 115,
      document: { date: '2026-01-08', number: '松秘字第1150000123號' },
      basis: ['明湖市政府年度計畫。', '本所年度施政方針。'],
      goals: ['親切、迅速、公開。'],
      scope: '本所全體同仁。',
      closing: '本計畫奉核定後實施。',
    });
    expect(reading.plan.reviews).toEqual([
      { kind: 'routine', text: '平時查核：每月於主管會報檢討。', months: [], nextYear: false, submitTo: [], forms: [] },
      {
        kind: 'annual',
        text: '年度查核：於次年1月將「成果彙整表」函送研考會備查。',
        months: [1],
        nextYear: true,
        submitTo: ['研考會'],
        forms: ['成果彙整表'],
      },
    ]);
    expect(doubtsOf(reading)).toEqual([]);
    expect(reading.sources[2]).toEqual({ at: '0.0.0', sheet: '表1', row: 2, column: 'C' });
  });

  it('may number its sections 一、二、三, or not at all', () => {
    const bodies = { 依據: '本所規定。', 目的: '服務更好。', 實施對象: '全體同仁。' };
    const han = Object.entries(bodies).flatMap(([name, body], i) => texts(`${'一二三'[i]}、${name}：${body}`));
    const bare = Object.entries(bodies).flatMap(([name, body]) => texts(name, body));
    for (const front of [han, bare]) {
      const reading = read([...texts(title), ...front, ...texts(front === han ? '四、實施方式' : '實施方式'), plan]);
      expect(treeOf(reading)).toEqual(tree);
      expect(reading.plan).toMatchObject({ basis: ['本所規定。'], goals: ['服務更好。'], scope: '全體同仁。' });
    }
  });

  it.each([
    ['實施方式及考核', 'content'],
    ['執行策略與績效評估', 'content'],
    ['考核方式', 'reviews'],
    ['管制考核', 'reviews'],
    ['獎勵措施', 'reviews'],
  ])('takes %s for what it names first', (name, kind) => {
    const reading = read(texts(title, '壹、依據：甲。', `貳、${name}`, '一、甲事', '二、乙事', '三、丙事'));
    expect(reading.plan.items.length > 0).toBe(kind === 'content');
    expect(reading.plan.reviews.length > 0).toBe(kind === 'reviews');
  });

  it('says which sections are nothing of these, and where an annex begins', () => {
    const reading = read([
      ...texts(title, '壹、計畫依據：甲。', '貳、計畫內容'),
      plan,
      ...texts('參、經費：由年度預算支應。', '肆、本計畫修正時亦同。', '附件1 參考格式', '壹、計畫依據'),
      table('表2', heading, ['-', '-', '-', '-']),
    ]);
    expect(doubtsOf(reading)).toEqual(['section_unread l1', 'annex_unread l3']);
    expect(reading.plan.closing).toBe('本計畫修正時亦同。');
    expect(treeOf(reading)).toEqual(tree);
  });

  it('without anything of a plan is an error, and every other issue would be noise', () => {
    const reading = read(texts('本週工作會議紀錄', '出席人員如簽到簿。'));
    expect(reading.plan.items).toEqual([]);
    expect(doubtsOf(reading)).toEqual(['plan_not_found']);
  });

  it('has its entries one by one, written below or behind each other, with what introduces them', () => {
    const reading = read([
      ...texts(
        title,
        '壹、依據：一、本市計畫。二、施政方針。',
        '貳、目標',
        '本計畫目標如下：',
        '一、親切',
        '(一)微笑',
        '二、迅速',
      ),
      ...texts('參、計畫內容'),
      plan,
    ]);
    expect(reading.plan.basis).toEqual(['本市計畫。', '施政方針。']);
    expect(reading.plan.goals).toEqual(['本計畫目標如下： 親切 (一)微笑', '迅速']);
  });

  it('begins behind its list of contents, and may itself be an annex', () => {
    const names = ['壹、計畫依據', '貳、計畫目標', '參、計畫內容'];
    const leaders = texts('目錄', ...names.map((name, i) => `${name}${'……'.repeat(4)}${i + 1}`));
    for (const front of [leaders, texts('目錄', ...names)]) {
      const reading = read([
        ...texts(`附件1：${title}`),
        ...front,
        ...texts('壹、計畫依據', '甲。', '貳、計畫目標', '乙。', '參、計畫內容'),
        plan,
      ]);
      expect(reading.plan).toMatchObject({ title, basis: ['甲。'], goals: ['乙。'] });
      expect(treeOf(reading)).toEqual(tree);
    }
  });

  it('is its numbered paragraphs, though a smaller table of them is annexed', () => {
    const reading = read([
      ...texts(title, '壹、實施方式', '一、便民', '(一)取號', '(二)公告', '二、回饋', '(一)信箱'),
      ...texts('貳、附則：奉核後實施。', '附件1 自行檢核表'),
      table('表1', ['項次', '執行要項', '檢核結果'], ['1', '便民', ''], ['2', '回饋', '']),
    ]);
    expect(treeOf(reading)).toEqual(['一 便民', '  (一) 取號', '  (二) 公告', '二 回饋', '  (一) 信箱']);
  });

  it('may be titled over two lines, and name its agency in the text only', () => {
    const body = [...texts('壹、依據：松林區公所（以下簡稱本所）施政方針。', '貳、計畫內容'), plan];
    const broken = read([...texts('明湖市松林區公所115年度', '提升政府服務品質及效能實施計畫'), ...body]);
    expect(broken.plan).toMatchObject({
      title: '明湖市松林區公所115年度提升政府服務品質及效能實施計畫',
      agency: '明湖市松林區公所',
      year: 115,
    });
    const bare = read([...texts('115年度提升服務實施計畫'), ...body]);
    expect(bare.plan).toMatchObject({ title: '115年度提升服務實施計畫', agency: '松林區公所' });
    expect(doubtsOf(bare)).toEqual([]);
  });

  it('gathers words that were spread out to fill a line', () => {
    const reading = read([
      ...texts(title, '壹、計畫內容'),
      table('表1', heading, ['一、便 民 服 務', '( 二 ) 方 便 民 眾洽公', '1.引導 民眾取號。', '民 政 課']),
    ]);
    expect(treeOf(reading)).toEqual(['一 便民服務', '  (二) 方便民眾洽公', '    1 引導 民眾取號。 [民政課]']);
  });
});

describe('a table over several pages', () => {
  const first = table('表1', heading, ['一、便民服務', '(一)櫃檯', '1.引導民眾取號。', '民政課']);
  const front = texts(title, '壹、計畫內容');

  it('is one, with its headings printed again or not', () => {
    for (const more of [[['', '', '2.公告等候時間。', '各課室']], [heading, ['', '', '2.公告等候時間。', '各課室']]]) {
      const reading = read([...front, first, ...texts('- 2 -'), table('表2', ...more)]);
      expect(treeOf(reading)).toEqual(tree);
      expect(reading.sources.at(-1)).toMatchObject({ sheet: '表2', row: more.length, column: 'C' });
      expect(doubtsOf(reading)).toEqual([]);
    }
  });

  it('may have its items above each part', () => {
    const part = (name: string, ...rows: readonly (readonly string[])[]) =>
      table(name, ['執行重點', '執行步驟', '執行單位'], ...rows);
    const reading = read([
      ...front,
      ...texts('一、便民服務'),
      part('表1', ['(一)櫃檯', '1.引導民眾取號。', '民政課']),
      ...texts('二、意見回饋'),
      part('表2', ['(一)信箱', '1.專人回覆。', '秘書室']),
    ]);
    expect(treeOf(reading)).toEqual([
      ...['一 便民服務', '  (一) 櫃檯', '    1 引導民眾取號。 [民政課]'],
      ...['二 意見回饋', '  (一) 信箱', '    1 專人回覆。 [秘書室]'],
    ]);
  });
});

describe('a plan without a table', () => {
  it('is read from its numbered paragraphs', () => {
    const reading = read(
      texts(
        ...[title, '壹、依據：甲。', '貳、實施方式', '一、便民服務', '為民眾著想。', '(一)櫃檯', '提供下列服務：'],
        ...[
          '1.引導',
          '引導民眾取號。',
          '(1)取號機',
          '(2)志工',
          '2.公告等候時間。',
          '主辦單位：民政課、秘書室',
          '期程：6月、12月',
        ],
        ...['二、意見回饋', '(一)每季檢討信箱。'],
      ),
    );
    expect(treeOf(reading)).toEqual([
      '一 便民服務',
      '  - 為民眾著想。',
      '  (一) 櫃檯',
      '    - 提供下列服務：',
      '    1 引導 引導民眾取號。',
      '      (1) 取號機',
      '      (2) 志工',
      '    2 公告等候時間。 [民政課 秘書室] {6 12}',
      '二 意見回饋',
      '  (一) 每季檢討信箱。 <每季>',
    ]);
    expect(reading.sources[0]).toEqual({ at: '0', line: 4 });
  });

  it('names units behind its texts, if most of them do', () => {
    const body = (last: string) =>
      read(texts(title, '壹、實施方式', '一、取號（民政課）', '二、公告（秘書室、社會課）。', last));
    expect(treeOf(body('三、回覆（各課室）'))).toEqual([
      '一 取號 [民政課]',
      '二 公告。 [秘書室 社會課]',
      '三 回覆 [各課室]',
    ]);
    const one = read(texts(title, '壹、實施方式', '一、取號（民政課）', '二、公告', '三、回覆'));
    expect(treeOf(one)).toEqual(['一 取號（民政課）', '二 公告', '三 回覆']);
  });

  it('has its wrapped lines put together where only lines are known', () => {
    const reading = read(
      lines(
        title,
        '壹、實施方式',
        '  一、提供民眾便利之各項服務，並隨時檢討改進作業流程，縮短等候時',
        '      間。',
        '   (一)設置櫃檯',
        '      由專人引導民眾取號，並協助填寫各項申請書表，使民眾不必久候亦',
        '      不必往返。',
        '     1.公告等候時間於網站及服務場所明顯處，供民眾查閱。',
      ),
    );
    expect(treeOf(reading)).toEqual([
      '一 提供民眾便利之各項服務，並隨時檢討改進作業流程，縮短等候時間。 <隨時>',
      '  (一) 設置櫃檯',
      '    - 由專人引導民眾取號，並協助填寫各項申請書表，使民眾不必久候亦不必往返。',
      '    1 公告等候時間於網站及服務場所明顯處，供民眾查閱。',
    ]);
  });
});

describe('the group that drives the plan', () => {
  const members = table(
    '表2',
    ['職  稱', '編組人員', '職掌', '備考'],
    ['召集人', '區長', '指揮督導', ''],
    ['委員', '民政課\n課長', '推動民政業務', '兼任'],
    [null, '秘書室主任', '綜理管考', ''],
  );

  it('is read wherever its list stands, without the line above it, and the entries go on behind', () => {
    const reading = read([
      ...texts(title, '壹、計畫內容'),
      plan,
      ...texts('貳、推動及管考', '一、組成推動小組，平時考核執行情形。', '推動小組編組表'),
      members,
      ...texts('二、年度考核：每年12月底前送本所秘書室彙整。'),
    ]);
    expect(reading.plan.taskForce).toEqual([
      { title: '召集人', member: '區長', duty: '指揮督導', remarks: '' },
      { title: '委員', member: '民政課課長', duty: '推動民政業務', remarks: '兼任' },
      { title: '委員', member: '秘書室主任', duty: '綜理管考', remarks: '' },
    ]);
    expect(reading.plan.reviews.map(({ kind, months, submitTo }) => ({ kind, months, submitTo }))).toEqual([
      { kind: 'routine', months: [], submitTo: [] },
      { kind: 'annual', months: [12], submitTo: ['本所秘書室'] },
    ]);
    expect(treeOf(reading)).toEqual(tree);
  });

  it('may be told in lines', () => {
    const reading = read([
      ...texts(title, '壹、計畫內容'),
      plan,
      ...texts('貳、推動小組', '一、召集人：區長。', '二、委員：各課室主管'),
    ]);
    expect(reading.plan.taskForce.map(({ title: name, member }) => `${name} ${member}`)).toEqual([
      '召集人 區長',
      '委員 各課室主管',
    ]);
  });
});

describe('the letter of a plan', () => {
  it.each([
    [['115年3月2日松秘字第1150000001號函'], { date: '2026-03-02', number: '松秘字第1150000001號' }],
    [
      ['中華民國 115 年 3 月 2 日', '松秘字第 1150000001 號函訂定'],
      { date: '2026-03-02', number: '松秘字第1150000001號' },
    ],
    [['中華民國一一五年三月廿二日'], { date: '2026-03-22', number: null }],
    [['115.3.2 松秘字第1150000001號函'], { date: '2026-03-02', number: '松秘字第1150000001號' }],
    [['115年3月2日核定'], { date: '2026-03-02', number: null }],
    [['114年3月2日松秘字第1號函訂定', '115年5月6日松秘字第2號函修正'], { date: '2026-05-06', number: '松秘字第2號' }],
    [[], null],
  ])('%j', (letters, document) => {
    const reading = read([...texts(title, ...letters, '壹、計畫內容'), plan]);
    expect(reading.plan.document).toEqual(document);
    expect(reading.plan.title).toBe(title);
  });
});
