import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest';
import { connect } from '../../../server/database/connect.ts';
import { verifyChain } from '../../../server/events/verify.ts';
import { copyRow, deleteRow, editWorkbook, setCell, sortRows } from '../../support/excel-edits.ts';
import { planWorkbook } from '../../support/plan-workbook.ts';
import { pdf, png } from '../../support/sample-files.ts';
import { type Looks, launchBrowser, picture, type Server, startServer, type Visitor, visit } from '../support/index.ts';
import { cast, type Person, planTable, planTitle, steps, texts, units } from './cast.ts';
import { expectEvents } from './events.ts';
import * as exchange from './exchange.ts';
import * as office from './office.ts';
import * as planning from './plan.ts';
import * as reporting from './reporting.ts';

let server: Server;
let browser: Browser;
const visitors = new Map<Person, Visitor>();
const the = (person: Person): Visitor => visitors.get(person)!;
const phone: Looks = { phone: true };

const arrive = async (person: Person, looks: Looks = {}): Promise<Visitor> => {
  const visitor = await visit(browser, server, looks);
  visitors.set(person, visitor);
  return visitor;
};

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/**
 * Each chapter stands on the one before: none can be tried again, since what it did is done, and after one that fails the rest
 * would only repeat its failure.
 */
const once = { retry: 0 };
let broken = false;
beforeEach(context => {
  if (broken) context.skip('an earlier chapter failed');
  onTestFailed(async () => {
    broken = true;
    for (const [person, { page }] of visitors) await picture(page, `story-${person}`);
  });
});

describe('a year at 青田區公所', once, () => {
  test('begins with the link of the terminal: the first administrator names the office', async () => {
    const visitor = await arrive('administrator');
    await office.setUp(visitor, server.setupLink, '青田區公所');
    await visitor.page.getByRole('heading', { name: '開始使用前，還要做這些' }).waitFor();
    expect(await visitor.page.getByRole('banner').innerText()).toContain('青田區公所');
  });

  test('units are made, and people, who set their passwords themselves', async () => {
    const administrator = the('administrator');
    for (const unit of units) await office.addUnit(administrator, unit);
    const newcomers: readonly (readonly [Person, Looks])[] = [
      ['secretariat', {}],
      ['chief', {}],
      ['officer', phone],
      ['otherChief', {}],
      ['otherOfficer', phone],
    ];
    for (const [person, looks] of newcomers) {
      const link = await office.addPerson(administrator, person);
      await office.moveIn(await arrive(person, looks), person, link);
      expect(await the(person).page.getByRole('banner').innerText()).toContain(cast[person].name);
    }
  });

  test('the secretariat reads the plan out of Excel, corrects what is doubtful, and publishes it', async () => {
    const visitor = the('secretariat');
    const { page } = visitor;
    await planning.readPlan(visitor, '114年度計畫.xlsx', await planWorkbook(planTitle, planTable));
    await page.getByText('2 執行要項、3 執行重點、5 執行步驟').waitFor();
    expect(await page.getByLabel('計畫名稱').inputValue()).toBe(planTitle);
    await page.getByText('1 處需要確認').waitFor();
    await planning.rowOf(page, steps.repeated).getByText('此項沒有執行單位').waitFor();
    await planning.giveRow(visitor, steps.repeated, '民政課');
    await page.getByText('沒有待確認的地方').waitFor();
    await page.getByRole('button', { name: '建立草案' }).click();

    await page.waitForURL(/\/plans\/.+\/show/);
    await planning.rowOf(page, steps.repeated).getByText('民政課').waitFor();
    await planning.rowOf(page, steps.window).getByText('社會課').waitFor();
    await planning.confirm(visitor, '核定', async dialog => {
      await dialog.getByLabel('核定日期').fill('114.1.15');
      await dialog.getByLabel('核定文號').fill('青所秘字第1140000123號');
    });
    await planning.confirm(visitor, '公布');
    await page.getByText('計畫已公布，內容不能修改。').waitFor();
  });

  test('hands its steps to the sections with their officers, and opens the round of June', async () => {
    const visitor = the('secretariat');
    const { page } = visitor;
    await page.getByRole('link', { name: '指派' }).click();
    await page.getByRole('button', { name: '選取有執行單位的項目' }).click();
    // One, two, 各課室 for all three sections, one, one.
    await page.getByText('將新增 8 件列管事項').waitFor();
    await planning.nameOfficers(visitor, { 民政課: cast.officer.name, 社會課: cast.otherOfficer.name });
    await page.getByRole('button', { name: '建立 8 件' }).click();
    await page.getByText('新增 8 件').waitFor();

    await page.getByRole('link', { name: '回到計畫' }).click();
    await planning.draftRound(visitor, 6);
    await page.getByText('若現在開放，會產生 8 份填報，分給 3 個課室。').waitFor();
    await planning.confirm(visitor, '開放填報');
    await page.getByText('已開放，產生 8 份填報').waitFor();
  });

  test('an officer writes on the phone, with a photo and the minutes, and submits', async () => {
    const visitor = the('officer');
    await reporting.openReport(visitor, steps.counter);
    await reporting.write(visitor, texts.counter, '已完成');
    await reporting.attach(visitor, [
      { name: '公告照片.png', mimeType: 'image/png', buffer: Buffer.from(png()) },
      { name: '會議紀錄.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf()) },
    ]);
    await reporting.submit(visitor, 'with evidence');
    await reporting.openReport(visitor, steps.window);
    await reporting.write(visitor, texts.window, '辦理中');
    await reporting.submit(visitor, 'without evidence');
  });

  test('so does another, who leaves one report half written', async () => {
    const visitor = the('otherOfficer');
    await reporting.openReport(visitor, steps.petition);
    await reporting.write(visitor, texts.petition, '已完成');
    await reporting.submit(visitor, 'without evidence');
    await reporting.openReport(visitor, steps.window);
    await reporting.write(visitor, texts.otherWindow);
  });

  test('the chiefs endorse; the secretariat returns one with a reason and accepts the rest', async () => {
    await reporting.endorseAll(the('chief'), 2);
    await reporting.endorseAll(the('otherChief'), 1);
    const visitor = the('secretariat');
    const { page, go } = visitor;
    await go('/review');
    await page.getByRole('heading', { name: '待審核（3）' }).waitFor();
    await reporting.returnOne(visitor, steps.window, texts.reason);
    await page.getByRole('heading', { name: '退回補正中（1）' }).waitFor();
    await page.getByRole('heading', { name: '待審核（2）' }).waitFor();
    await reporting.acceptRest(visitor);
  });

  test('the officer reads why and revises', async () => {
    const visitor = the('officer');
    await reporting.comeBack(visitor);
    await visitor.page.getByText(texts.reason).first().waitFor();
    await reporting.openReport(visitor, steps.window);
    await visitor.page.getByText('退回理由').waitFor();
    await reporting.write(visitor, texts.windowRevised);
  });

  let issued: Uint8Array;
  let copyA: Uint8Array;

  test('the self-check form leaves for Excel, while the officer goes on writing', async () => {
    const visitor = the('secretariat');
    const form = await exchange.issueForm(visitor);
    expect(form.name).toMatch(/\.xlsx$/);
    await visitor.page.getByText(/共 8 列/).waitFor();
    issued = form.bytes;
    await reporting.write(the('officer'), texts.windowMeanwhile);
  });

  test('it comes back sorted, a row deleted, one copied, two cells edited: every field is shown beside what stands here', async () => {
    copyA = await editWorkbook(issued, [
      setCell(texts.windowRevised, '辦理情形', texts.windowInExcel),
      setCell(steps.repeated, '辦理情形', texts.repeatedByA),
      sortRows('執行步驟', { descending: true }),
      deleteRow(texts.otherWindow),
      copyRow(texts.counter),
    ]);
    const visitor = the('secretariat');
    const { page } = visitor;
    await exchange.receive(visitor, '民政局回復A.xlsx', copyA);
    expect(await exchange.counted(page)).toMatchObject({ 待處理: 2, 衝突: 1, 變更: 1, 未繳回: 1, 重複或錯位: 1 });

    const conflict = exchange.changeOf(page, steps.window, '民政課');
    await conflict.getByText('兩邊都改過', { exact: true }).waitFor();
    expect(await conflict.getByText('發出時').locator('..').innerText()).toContain(texts.windowRevised);
    const panes = conflict.getByRole('group', { name: /辦理情形/ });
    const sides = await panes.locator('label').allInnerTexts();
    expect(sides.map(side => side.replaceAll(/\s/g, ''))).toEqual([
      expect.stringContaining('一百零二人次'),
      expect.stringContaining('平均等候縮短四分鐘'),
    ]);
    const change = exchange.changeOf(page, steps.repeated, '民政課');
    await change.getByText('檔案已改').waitFor();
    await change.getByText(texts.repeatedByA).waitFor();

    await exchange.show(page, '未繳回');
    await exchange.changeOf(page, steps.window, '社會課').waitFor();
    await exchange.show(page, '重複或錯位');
    await exchange.changeOf(page, steps.counter, '民政課').getByText('同一列出現多次').waitFor();
    await exchange.show(page, '待處理');
  });

  test('the conflict is settled, everything applied; the same file again changes nothing and says so', async () => {
    const visitor = the('secretariat');
    const { page } = visitor;
    const footer = page.getByRole('region', { name: '套用' });
    await footer.getByText('還有 1 處衝突未決定').waitFor();
    expect(await footer.getByRole('button', { name: /^套用/ }).isDisabled()).toBe(true);
    await exchange.settle(page, steps.window, '民政課', 'theirs');
    await footer.getByText('可以套用').waitFor();
    await exchange.apply(visitor, '將寫入 2 份填報的 2 處內容。');

    const officer = the('officer');
    await reporting.openReport(officer, steps.window);
    expect(await reporting.narrativeOf(officer.page).inputValue()).toBe(texts.windowInExcel);

    const receipt = await exchange.handIn(visitor, '民政局回復A.xlsx', copyA);
    await receipt.getByText('先前已收過').waitFor();
    await receipt.getByText('與先前收過的檔案完全相同（已套用），未重複收件。').waitFor();
    await receipt.getByRole('link', { name: '開啟先前那一份' }).click();
    await page.getByText(/^已套用：2 份填報、2 處內容/).waitFor();
  });

  test('on second thoughts it is undone, and received and applied once more', async () => {
    const visitor = the('secretariat');
    const officer = the('officer');
    await exchange.undo(visitor);
    await reporting.openReport(officer, steps.window);
    expect(await reporting.narrativeOf(officer.page).inputValue()).toBe(texts.windowMeanwhile);
    await reporting.openReport(officer, steps.repeated);
    expect(await reporting.narrativeOf(officer.page).inputValue()).toBe('');

    await exchange.receive(visitor, '民政局回復A.xlsx', copyA);
    await exchange.settle(visitor.page, steps.window, '民政課', 'ours');
    await exchange.apply(visitor, '將寫入 1 份填報的 1 處內容。');
  });

  test('a second person’s copy conflicts only where both changed the same', async () => {
    const copyB = await editWorkbook(issued, [
      setCell(steps.repeated, '辦理情形', texts.repeatedByB),
      setCell(texts.otherWindow, '備註', texts.remarksByB),
    ]);
    const visitor = the('secretariat');
    const { page } = visitor;
    await exchange.receive(visitor, '民政局回復B.xlsx', copyB);
    expect(await exchange.counted(page)).toMatchObject({ 待處理: 2, 衝突: 1, 變更: 1 });
    const both = exchange.changeOf(page, steps.repeated, '民政課');
    await both.getByText('兩邊都改過', { exact: true }).waitFor();
    await exchange.changeOf(page, steps.window, '社會課').getByText(texts.remarksByB).waitFor();
    await exchange.settle(page, steps.repeated, '民政課', 'theirs');
    await exchange.apply(visitor, '將寫入 2 份填報的 2 處內容。');

    const officer = the('officer');
    await reporting.openReport(officer, steps.repeated);
    expect(await reporting.narrativeOf(officer.page).inputValue()).toBe(texts.repeatedByB);
  });

  test('the event log tells every step, and its chain holds', async () => {
    await expectEvents(the('secretariat'));
    const connection = connect({ url: null, file: join(server.dataDir, 'guankao.sqlite') });
    const { events, broken: link } = await verifyChain(connection);
    await connection.close();
    expect(link).toBeNull();
    expect(events).toBeGreaterThan(60);
  });

  test('and no browser had anything to complain about', () => {
    expect([...visitors.values()].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
