import { describe, expect, it } from 'vitest';
import { publish } from './bench.ts';

describe('a published form', () => {
  it('says on both sides the same, so that nothing is done', async () => {
    const { sync, book } = publish(4, 'unit', i => ({ result: 'ongoing', narrative: `原本${i}\n第二行` }));
    const { version } = book;
    expect(await sync()).toMatchObject({ kind: 'settled', sent: 0 });
    expect(book.version).toBe(version);
  });

  it('takes what only people changed there, and sends what only we changed, cell by cell', async () => {
    const { sync, home, people } = publish(4);
    people.type('row-0', 'narrative', '他們寫的');
    people.type('row-0', 'result', '已完成');
    home.edit('row-1', 'narrative', '我們寫的');
    home.edit('row-1', 'result', 'ongoing');
    expect(await sync()).toMatchObject({ kind: 'settled', sent: 2 });
    expect(home.says('row-0', 'narrative')).toBe('他們寫的');
    expect(home.says('row-0', 'result')).toBe('done');
    expect(people.says('row-1', 'narrative')).toBe('我們寫的');
    expect(people.says('row-1', 'result')).toBe('辦理中');
  });

  it('keeps a conflict apart until a person settles it, and then both sides say what was chosen', async () => {
    const { sync, home, people } = publish(2);
    people.type('row-0', 'narrative', '他們');
    home.edit('row-0', 'narrative', '我們');
    expect(await sync()).toMatchObject({ kind: 'waiting' });
    expect([home.says('row-0', 'narrative'), people.says('row-0', 'narrative')]).toEqual(['我們', '他們']);
    home.person = () => 'ours';
    expect(await sync()).toMatchObject({ kind: 'settled' });
    expect(people.says('row-0', 'narrative')).toBe('我們');
  });

  it('writes what looks like a formula as text', async () => {
    const { sync, home, book, people } = publish(1);
    home.edit('row-0', 'narrative', '=HYPERLINK("http://evil.test","x")');
    await sync();
    expect(people.says('row-0', 'narrative')).toBe('=HYPERLINK("http://evil.test","x")');
    const formulas = book.tabs.flatMap(tab =>
      tab.cells.flatMap(row => row.filter(cell => cell?.userEnteredValue?.formulaValue)),
    );
    expect(formulas).toEqual([]);
  });

  it('does not take a formula by itself', async () => {
    const { sync, home, people } = publish(1);
    people.type('row-0', 'narrative', '=A1&"x"');
    expect(await sync()).toMatchObject({ kind: 'waiting' });
    expect(home.says('row-0', 'narrative')).toBe('');
  });

  it('follows rows that were sorted, inserted, and tabs that were renamed', async () => {
    const { sync, home, people } = publish(6, 'one', i => ({ narrative: `原本${9 - i}` }));
    people.sort('辦理情形');
    people.insertRow('row-3', '自己加的一列');
    people.renameTab('我的分頁');
    people.type('row-2', 'remarks', '備註');
    home.edit('row-5', 'narrative', '第六列的新內容');
    expect(await sync()).toMatchObject({ kind: 'settled', sent: 1 });
    expect(home.says('row-2', 'remarks')).toBe('備註');
    expect(people.says('row-5', 'narrative')).toBe('第六列的新內容');
    expect(people.says('row-4', 'narrative')).toBe('原本5');
  });

  it('puts back a row that was deleted, once', async () => {
    const { sync, home, people } = publish(8, 'unit');
    home.edit('row-2', 'narrative', '新內容');
    people.deleteRow('row-2');
    expect(await sync()).toMatchObject({ kind: 'settled' });
    expect(people.rowIds.filter(id => id === 'row-2')).toHaveLength(1);
    expect(people.says('row-2', 'narrative')).toBe('新內容');
    expect(await sync()).toMatchObject({ kind: 'settled', sent: 0 });
  });

  it('asks before anything is written where many rows are gone', async () => {
    const { sync, home, people, book } = publish(10);
    for (const i of [1, 2, 3, 4]) people.deleteRow(`row-${i}`);
    home.edit('row-0', 'narrative', '新內容');
    const { version } = book;
    expect(await sync()).toMatchObject({ kind: 'asking', question: { rows: 4, ofRows: 10 } });
    expect(book.version).toBe(version);
    expect(await sync({ answer: 'restore' })).toMatchObject({ kind: 'settled' });
    expect(new Set(people.rowIds).size).toBe(10);
  });

  it('asks where many answers were cleared, and takes nothing meanwhile', async () => {
    const { sync, home, people } = publish(10, 'one', i => ({ narrative: `原本${i}` }));
    for (const i of [1, 2, 3, 4, 5]) people.type(`row-${i}`, 'narrative', '');
    expect(await sync()).toMatchObject({ kind: 'asking', question: { cleared: 5 } });
    expect(home.says('row-1', 'narrative')).toBe('原本1');
    expect(await sync({ answer: 'restore' })).toMatchObject({ kind: 'settled' });
    expect(people.says('row-1', 'narrative')).toBe('原本1');
  });

  it.each(['備註', 'id'])('asks where the column %s is gone, and puts it back', async column => {
    const { sync, home, people } = publish(5, 'unit', i => ({ remarks: `備註${i}` }));
    people.deleteColumn(column);
    expect(await sync()).toMatchObject({ kind: 'asking' });
    expect(home.says('row-1', 'remarks')).toBe('備註1');
    await sync({ answer: 'restore' });
    expect(await sync()).toMatchObject({ kind: 'settled', sent: 0 });
    expect(people.says('row-1', 'remarks')).toBe('備註1');
    people.type('row-4', 'remarks', '改過');
    await sync();
    expect(home.says('row-4', 'remarks')).toBe('改過');
  });

  it('never takes an empty or foreign spreadsheet for cleared answers', async () => {
    const { sync, home, book } = publish(3, 'one', () => ({ narrative: '有' }));
    const [tab] = book.tabs;
    const kept = tab!.cells;
    book.tabs = [{ ...tab!, cells: [] }];
    expect((await sync()).kind).toBe('empty');
    book.tabs = [{ ...tab!, cells: [[{ userEnteredValue: { stringValue: '購物清單' } }]] }];
    expect((await sync()).kind).toBe('unreadable');
    book.tabs = [{ ...tab!, cells: kept }];
    expect((await sync()).kind).toBe('settled');
    expect(home.says('row-0', 'narrative')).toBe('有');
    book.trashed = true;
    await expect(sync()).rejects.toMatchObject({ code: 'google_absent' });
  });

  it.each([
    'lost',
    'doneButLost',
    'refused',
  ] as const)('sends nothing twice after a write that was %s', async mishap => {
    const { sync, home, people, mishaps } = publish(6);
    home.edit('row-0', 'narrative', '新內容');
    people.deleteRow('row-3');
    mishaps.push(mishap);
    await sync().catch(() => undefined);
    home.edit('row-0', 'narrative', '更新的內容');
    expect(await sync()).toMatchObject({ kind: 'settled' });
    expect(people.says('row-0', 'narrative')).toBe('更新的內容');
    expect(people.rowIds.filter(id => id === 'row-3')).toHaveLength(1);
  });

  it('does not take its own lost write for an edit of theirs', async () => {
    const { sync, home, people, mishaps, side } = publish(2);
    home.edit('row-0', 'narrative', '第一版');
    mishaps.push('doneButLost');
    const read = side.read;
    let reads = 0;
    // The server stops right after the send.
    const stopping = { ...side, read: () => (++reads > 1 ? Promise.reject(new Error('killed')) : read()) };
    Object.assign(side, { read: stopping.read });
    await expect(sync()).rejects.toThrow('killed');
    Object.assign(side, { read });
    home.edit('row-0', 'narrative', '第二版');
    expect(await sync()).toMatchObject({ kind: 'settled' });
    expect(people.says('row-0', 'narrative')).toBe('第二版');
  });

  it('takes its value out of a row that it was not meant for, when rows move while it is under way', async () => {
    const { sync, home, people, underWay } = publish(5, 'one', i => ({ narrative: `原本${i}` }));
    home.edit('row-1', 'narrative', '給第二列的');
    underWay(() => {
      people.sort('辦理情形', true);
    });
    expect(await sync()).toMatchObject({ kind: 'settled' });
    expect([0, 1, 2, 3, 4].map(i => people.says(`row-${i}`, 'narrative'))).toEqual([
      '原本0',
      '給第二列的',
      '原本2',
      '原本3',
      '原本4',
    ]);
    expect([0, 2, 3, 4].map(i => home.says(`row-${i}`, 'narrative'))).toEqual(['原本0', '原本2', '原本3', '原本4']);
  });

  it('takes its values out of two copies of a row, each of which says again what it alone said', async () => {
    const { sync, home, people, underWay } = publish(6, 'unit');
    people.duplicateRow('row-0');
    // Of the two only the first says it.
    people.type('row-0', 'remarks', '只寫在這一份');
    home.edit('row-2', 'remarks', '給第三列的備註');
    home.edit('row-4', 'narrative', '給第五列的情形');
    people.sort('執行步驟', true);
    underWay(() => {
      people.sort('執行步驟');
    });
    await sync();
    expect(people.rowIds.filter(id => id === 'row-0')).toHaveLength(2);
    expect([people.says('row-2', 'remarks'), people.says('row-4', 'narrative')]).toEqual([
      '給第三列的備註',
      '給第五列的情形',
    ]);
    const copies = [people.says('row-0', 'remarks')];
    people.deleteRow('row-0');
    copies.push(people.says('row-0', 'remarks'));
    expect(copies.sort()).toEqual(['', '只寫在這一份']);
  });

  it('asks about a text that was written where a value of ours had fallen on what a person wrote before', async () => {
    const { sync, home, people, underWay, mishaps } = publish(6);
    people.type('row-0', 'narrative', '第一個人寫的');
    home.edit('row-5', 'narrative', '給第六列的');
    mishaps.push('doneButLost', 'refused');
    underWay(() => {
      people.sort('執行步驟', true);
    });
    await expect(sync()).rejects.toMatchObject({ kind: 'refused' });
    expect(people.says('row-0', 'narrative')).toBe('給第六列的');
    people.type('row-0', 'narrative', '第二個人寫的');
    expect(await sync()).toMatchObject({ kind: 'waiting' });
    expect(home.says('row-0', 'narrative')).toBe('第一個人寫的');
    expect(people.says('row-5', 'narrative')).toBe('給第六列的');
    home.person = () => 'theirs';
    await sync();
    expect(home.says('row-0', 'narrative')).toBe('第二個人寫的');
  });

  it('puts right what a mend fell on, when rows move while that is under way too', async () => {
    const { sync, people, home, hooks } = publish(6);
    people.insertRow('row-4', '自己加的一列');
    people.type('row-5', 'remarks', '第六列的備註');
    home.edit('row-0', 'remarks', '給第一列的');
    let moves = 0;
    hooks.between = () => {
      if (moves++ < 2) people.sort('執行步驟', moves === 2);
    };
    expect(await sync()).toMatchObject({ kind: 'settled' });
    expect(moves).toBeGreaterThan(2);
    expect(people.says('row-0', 'remarks')).toBe('給第一列的');
    expect([people.says('row-5', 'remarks'), home.says('row-5', 'remarks')]).toEqual(['第六列的備註', '第六列的備註']);
  });

  it('gives an added row back its text that a clearing fell on, which left nothing of it', async () => {
    const { sync, home, people, underWay, book } = publish(6, 'one', () => ({ narrative: '原本的' }));
    people.insertRow('row-1', '自己加的一列');
    home.edit('row-5', 'narrative', '');
    people.sort('執行步驟', true);
    underWay(() => {
      people.sort('執行步驟');
    });
    await sync();
    expect(people.says('row-5', 'narrative')).toBe('');
    expect([0, 1, 2, 3, 4].map(i => people.says(`row-${i}`, 'narrative'))).toEqual(Array(5).fill('原本的'));
    const rows = book.tabs.flatMap(tab => tab.cells.map(row => JSON.stringify(row ?? [])));
    expect(rows.filter(row => row.includes('自己加的一列'))).toHaveLength(1);
  });

  it('does not take for its own what a person chose while its write never got there', async () => {
    const { sync, home, people, mishaps, underWay } = publish(4);
    home.edit('row-0', 'result', 'done');
    mishaps.push('lost');
    underWay(() => {
      people.sort('執行步驟', true);
      people.type('row-1', 'result', '已完成');
    });
    expect(await sync()).toMatchObject({ kind: 'settled' });
    expect([home.says('row-0', 'result'), home.says('row-1', 'result')]).toEqual(['done', 'done']);
    expect([people.says('row-0', 'result'), people.says('row-1', 'result')]).toEqual(['已完成', '已完成']);
  });

  it('lets an accepted report stand', async () => {
    const { sync, home, people } = publish(2, 'one', () => ({ narrative: '定稿' }));
    home.lock('row-0');
    people.type('row-0', 'narrative', '想改');
    expect(await sync()).toMatchObject({ kind: 'waiting' });
    expect(home.says('row-0', 'narrative')).toBe('定稿');
  });
});
