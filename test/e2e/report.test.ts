import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../sync/model/index.ts';
import { pdf, png } from '../support/sample-files.ts';
import { everybodysPassword, type Looks, people, reporting, type Someone, settled, stage } from './support/index.ts';

const steps = ['編修臨櫃業務作業手冊', '每季抽查已結案件', '彙整常見錯誤案例', '公告辦理進度查詢步驟'];
const open = stage(server => reporting(server, steps));

const arrive = async (someone: Someone, looks?: Looks) => {
  const visitor = await open().visitor(looks);
  await visitor.logIn(people[someone].account, everybodysPassword);
  return visitor;
};

const pageOf = ({ id }: Report): string => `/reports/${id}/show`;
const saved = (page: Page, state = 'saved') => page.locator(`[data-save="${state}"]`).waitFor();
const narrative = (page: Page) => page.getByLabel('辦理情形', { exact: true });
const choose = (page: Page, result: string) => page.getByText(result, { exact: true }).click();
const evidenceNames = (page: Page) =>
  page.getByRole('list', { name: '佐證資料' }).getByRole('button', { name: /^預覽/ }).allTextContents();
const preview = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^預覽 ?${name}`) });
const attach = (page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  page.locator('input[type="file"][multiple]').setInputFiles(files);
const photo = { name: '現場照片.png', mimeType: 'image/png', buffer: Buffer.from(png()) };
const minutes = { name: '會議紀錄.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf()) };

/** Writes through the API, as another browser of the section would. */
const edit = async (someone: Someone, { id }: Report, change: Partial<Report>): Promise<Report> => {
  const { as, report } = open().scene;
  return as[someone].send('PATCH', `/api/reports/${id}`, { ...change, version: (await report(id)).version });
};
const complete = { result: 'done', narrative: '已完成櫃臺作業檢視，並公告更新日期。' } as const;
const submit = async (report: Report): Promise<Report> => {
  const { version } = await edit('officer', report, complete);
  return open().scene.as.officer.send('POST', `/api/reports/${report.id}/submit`, { version });
};

describe('an officer with a phone', () => {
  test('writes, adds a photo and a document, loses the network, meets a colleague, and submits', async () => {
    const { scene } = open();
    const [report] = await scene.openRound('114年6月平時查核', '2030-06-30');
    const { page } = await arrive('officer', { phone: true });

    await page.getByRole('heading', { name: '我的填報' }).waitFor();
    await page.getByRole('link', { name: /編修臨櫃業務作業手冊/ }).click();
    await page.getByText('一、把基本服務做好', { exact: true }).waitFor();
    await page.getByRole('button', { name: '送審' }).click();
    expect(await page.locator('fieldset:focus-within').count(), 'the first missing answer has the cursor').toBe(1);

    await choose(page, '辦理中');
    await narrative(page).fill('已檢視六項櫃臺業務。');
    await saved(page);
    expect(await scene.report(report!.id)).toMatchObject({ result: 'ongoing', state: 'drafting' });

    await attach(page, photo, minutes);
    await expect.poll(() => evidenceNames(page)).toHaveLength(2);
    await preview(page, '會議紀錄').click();
    await page.getByRole('dialog', { name: '會議紀錄.pdf' }).locator('iframe').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^預覽/ }).first().click();
    await page.getByText('1／2').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByText('2／2').waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByText('1／2').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.context().setOffline(true);
    await narrative(page).fill('已檢視六項櫃臺業務，離線時補寫。');
    await saved(page, 'offline');
    await page.getByText('內容已保留在此裝置').waitFor();
    await page.context().setOffline(false);
    await saved(page);
    expect((await scene.report(report!.id)).narrative).toBe('已檢視六項櫃臺業務，離線時補寫。');

    await edit('colleague', report!, { narrative: '美玲改寫的版本', remarks: '美玲加的備註' });
    await narrative(page).fill('小明自己的版本');
    const dialog = page.getByRole('dialog', { name: '您和他人同時修改了這筆填報' });
    await dialog.getByText('美玲改寫的版本').waitFor();
    await dialog.getByText(/陳美玲/).waitFor();
    expect(await dialog.getByRole('button', { name: '依選擇儲存' }).isDisabled()).toBe(true);
    await dialog.getByRole('radio', { name: /您的內容/ }).check();
    await dialog.getByRole('button', { name: '依選擇儲存' }).click();
    await saved(page);
    expect(await scene.report(report!.id)).toMatchObject({ narrative: '小明自己的版本', remarks: '美玲加的備註' });

    await page.getByRole('button', { name: '送審' }).click();
    await page.getByText('已送審，內容鎖定').waitFor();
    expect(await scene.report(report!.id)).toMatchObject({ state: 'submitted', evidenceCount: 2 });
    expect(await narrative(page).count(), 'nothing can be typed any more').toBe(0);
  });

  test('finds what was typed in a tab that was closed without a network', async () => {
    const { scene } = open();
    const [report] = await scene.openRound('114年7月平時查核', '2030-07-31');
    const { page, go } = await arrive('officer', { phone: true });
    await go(pageOf(report!));
    await page.context().setOffline(true);
    await narrative(page).fill('關掉分頁前寫的');
    await saved(page, 'offline');
    const browser = page.context();
    await page.close();
    await browser.setOffline(false);

    const tab = await browser.newPage();
    await tab.goto(`/#${pageOf(report!)}`);
    await tab.getByText('已填回您於').waitFor();
    expect(await narrative(tab).inputValue()).toBe('關掉分頁前寫的');
    await saved(tab);
    expect((await scene.report(report!.id)).narrative).toBe('關掉分頁前寫的');
  });

  test('is asked for the password when the session ends, and the save goes through', async () => {
    const { scene } = open();
    const [report] = await scene.openRound('114年8月平時查核', '2030-08-31');
    const { page, go } = await arrive('officer');
    await go(pageOf(report!));
    for (const { id, current } of await scene.as.officer.get<{ id: string; current: boolean }[]>('/api/openSessions'))
      if (!current) await scene.as.officer.send('DELETE', `/api/openSessions/${id}`);
    await narrative(page).fill('逾時前寫的');
    const dialog = page.getByRole('dialog', { name: '登入已逾時' });
    await dialog.getByLabel('密碼', { exact: true }).fill(everybodysPassword);
    await dialog.getByRole('button', { name: '繼續' }).click();
    await saved(page);
    expect((await scene.report(report!.id)).narrative).toBe('逾時前寫的');
  });
});

describe('leaving a report', () => {
  test('asks only when something is not saved, and keeps it', async () => {
    const { scene } = open();
    const [report] = await scene.openRound('113年3月平時查核', '2031-07-31');
    const { page, go } = await arrive('officer');
    await go(pageOf(report!));
    await narrative(page).fill('剛寫完就離開');
    await page.getByRole('link', { name: '首頁' }).click();
    await page.getByRole('heading', { name: '我的填報' }).waitFor();
    expect((await scene.report(report!.id)).narrative).toBe('剛寫完就離開');

    await go(pageOf(report!));
    await page.context().setOffline(true);
    await narrative(page).fill('離線時想離開');
    await page.getByRole('link', { name: '首頁' }).click();
    const dialog = page.getByRole('dialog', { name: '有內容尚未存入' });
    await dialog.getByRole('button', { name: '取消' }).click();
    expect(await narrative(page).inputValue()).toBe('離線時想離開');
    await page.context().setOffline(false);
    await saved(page);
  });

  test('what was typed while the report was submitted elsewhere is shown to be copied', async () => {
    const { scene } = open();
    const [report] = await scene.openRound('113年4月平時查核', '2031-08-31');
    const { page, go } = await arrive('officer');
    await go(pageOf(report!));
    await submit(report!);
    await page.getByLabel('備註', { exact: true }).fill('來不及存入的備註');
    await page.getByText('有內容沒有存入').waitFor();
    await page.getByText('來不及存入的備註').waitFor();
    await page.getByRole('button', { name: '捨棄這些內容' }).click();
    await page.getByText('有內容沒有存入').waitFor({ state: 'detached' });
  });
});

describe('evidence', () => {
  test('comes by drop and by paste; what is refused says why beside the file; what is taken off comes back', async () => {
    const { scene } = open();
    const [report] = await scene.openRound('114年9月平時查核', '2030-09-30');
    const { page, go } = await arrive('officer');
    await go(pageOf(report!));

    const give = (how: 'drop' | 'paste', name: string, content: string, type: string) =>
      page.evaluate(
        ([how, name, content, type]) => {
          const bytes = Uint8Array.from(atob(content), letter => letter.charCodeAt(0));
          const data = new DataTransfer();
          data.items.add(new File([bytes], name, { type }));
          const event =
            how === 'paste'
              ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
              : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
          document.body.dispatchEvent(event);
        },
        [how, name, content, type] as const,
      );
    await give('drop', '拖進來.pdf', minutes.buffer.toString('base64'), 'application/pdf');
    await give('paste', 'image.png', photo.buffer.toString('base64'), 'image/png');
    await give('drop', '惡意.png', Buffer.from('<script>alert(1)</script>').toString('base64'), 'image/png');
    await page.getByText(/「惡意\.png」的內容不是可上傳的類型/).waitFor();
    await expect.poll(() => evidenceNames(page)).toHaveLength(2);
    await preview(page, '貼上的圖片1').waitFor();
    await page.getByRole('button', { name: '從清單移除「惡意.png」' }).click();

    await page.getByRole('button', { name: '移除「拖進來.pdf」' }).click();
    await expect.poll(() => evidenceNames(page)).toHaveLength(1);
    await page.getByRole('button', { name: '復原' }).click();
    await expect.poll(() => evidenceNames(page)).toHaveLength(2);
    expect((await scene.report(report!.id)).evidenceCount).toBe(2);
    await page.getByRole('button', { name: '移除「貼上的圖片1.png」' }).click();
    await expect.poll(async () => (await scene.report(report!.id)).evidenceCount, { timeout: 15_000 }).toBe(1);

    await page.getByRole('button', { name: '「拖進來.pdf」的其他動作' }).click();
    await page.getByRole('menuitem', { name: /標示為含個人資料/ }).click();
    await page.getByText('含個資', { exact: true }).waitFor();
  });

  test('of one report is picked for another, shows where it is used, and is found by its name', async () => {
    const { scene } = open();
    const [first, second] = await scene.openRound('114年10月平時查核', '2030-10-31');
    const { page, go } = await arrive('officer');
    await go(pageOf(first!));
    await attach(page, { ...photo, name: '全課共用.png' });
    await expect.poll(() => evidenceNames(page)).toHaveLength(1);

    await go(pageOf(second!));
    await page.getByRole('button', { name: '從佐證庫挑選' }).click();
    const dialog = page.getByRole('dialog', { name: '從佐證庫挑選' });
    await dialog.getByLabel('搜尋名稱').fill('全課共用');
    await dialog.getByRole('checkbox', { name: /全課共用/ }).check();
    await dialog.getByRole('button', { name: '附上 1 件' }).click();
    await preview(page, '全課共用').waitFor();

    await page.getByRole('button', { name: '加入連結' }).click();
    await page.getByLabel('名稱', { exact: true }).fill('新聞稿');
    await page.getByLabel('網址').fill('www.example.gov.tw');
    await page.getByRole('button', { name: '加入', exact: true }).click();
    await page.getByText('請填完整的網址').waitFor();
    await page.getByLabel('網址').fill('https://www.example.gov.tw/news');
    await page.getByRole('button', { name: '加入', exact: true }).click();
    await page.getByRole('link', { name: /^在新分頁開啟連結 ?新聞稿/ }).waitFor();

    await go('/evidence');
    await page.getByPlaceholder('搜尋').fill('全課共用');
    await page.getByRole('link', { name: '全課共用.png' }).click();
    await page.getByRole('heading', { name: '使用於' }).waitFor();
    await expect.poll(() => page.getByRole('link', { name: /編修臨櫃|每季抽查/ }).count()).toBe(2);
  });
});

describe('from the section to the secretariat', () => {
  test('the chief endorses several at once, the secretariat returns one with a reason and accepts the others by key', async () => {
    const { scene } = open();
    const reports = await scene.openRound('114年11月平時查核', '2030-11-30');
    for (const report of reports) await submit(report);

    const chief = await arrive('chief');
    await chief.go(`/?round=${reports[0]!.roundId}`);
    await chief.page.getByRole('button', { name: /待核章 4/ }).waitFor();
    await chief.page.getByLabel('全選').check();
    await chief.page.getByText('已選取 4 筆').waitFor();
    await chief.page.getByRole('button', { name: '核章', exact: true }).first().click();
    await chief.page.getByRole('dialog').getByRole('button', { name: '核章' }).click();
    await chief.page.getByRole('button', { name: /待審核 4/ }).waitFor();

    const { page, go } = await arrive('secretariat');
    await go(`/review?round=${reports[0]!.roundId}`);
    await page.getByRole('heading', { name: '待審核（4）' }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog', { name: '退回補正' });
    await dialog.getByRole('button', { name: '退回補正' }).click();
    await dialog.getByText('請填寫理由').waitFor();
    await dialog.getByLabel('理由').fill('請補上抽查日期與件數。');
    await dialog.getByRole('button', { name: '退回補正' }).click();
    await page.getByRole('heading', { name: '退回補正中（1）' }).waitFor();
    await page.getByRole('heading', { name: '待審核（3）' }).waitFor();
    await page.keyboard.press('a');
    await page.getByRole('heading', { name: '待審核（2）' }).waitFor();

    // One of the two that are left changes hands while the page stands open.
    const left = await Promise.all(reports.map(({ id }) => scene.report(id)));
    const overtaken = left.find(({ state }) => state === 'endorsed')!;
    await scene.as.secretariat.send('POST', `/api/reports/${overtaken.id}/accept`, { version: overtaken.version });
    await page.getByLabel('全選').check();
    await page.getByRole('button', { name: '審核通過', exact: true }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: '審核通過' }).click();
    await page.getByText('完成 1 筆；1 筆未完成').waitFor();
    await settled(page);

    const states = (await Promise.all(reports.map(({ id }) => scene.report(id)))).map(({ state }) => state);
    expect(states.toSorted()).toEqual(['accepted', 'accepted', 'accepted', 'returned']);

    const officer = await arrive('officer', { phone: true });
    await officer.page.getByText('請補上抽查日期與件數。').first().waitFor();
    const returned = reports[states.indexOf('returned')]!;
    await officer.go(pageOf(returned));
    await officer.page.getByText('退回理由').waitFor();
    await narrative(officer.page).fill('已補：114年11月3日抽查十件。');
    await saved(officer.page);
    expect((await scene.report(returned.id)).state).toBe('drafting');
  });

  test('the last report is read beside the new one and copied into it', async () => {
    const { scene } = open();
    const [before] = await scene.openRound('114年3月平時查核', '2031-03-31');
    await edit('officer', before!, { ...complete, figures: [{ name: '抽查件數', value: 12, unit: '件' }] });
    const [report] = await scene.openRound('114年4月平時查核', '2031-04-30');
    const { page, go } = await arrive('officer');
    await go(pageOf(report!));
    await page.getByRole('button', { name: /上次填報：114年3月平時查核/ }).click();
    await page.getByRole('button', { name: '複製到本次' }).click();
    await saved(page);
    expect(await scene.report(report!.id)).toMatchObject({
      narrative: complete.narrative,
      figures: [{ name: '抽查件數', value: 12, unit: '件' }],
      result: null,
    });
  });

  test('a report that lags is not submitted before it says why', async () => {
    const { scene } = open();
    const [report] = await scene.openRound('114年5月平時查核', '2031-05-31');
    await edit('officer', report!, complete);
    const { page, go } = await arrive('officer');
    await go(pageOf(report!));
    await page.getByLabel('預定進度（%）').fill('80');
    await page.getByLabel('實際進度（%）').fill('55');
    await page.getByText('實際進度落後預定 25 個百分點').waitFor();
    await page.getByRole('button', { name: '送審' }).click();
    expect(await page.getByLabel('落後原因').evaluate(node => node === document.activeElement)).toBe(true);
    await page.getByLabel('落後原因').fill('承辦人異動');
    await page.getByLabel('因應對策').fill('已完成交接');
    await saved(page);
    await page.getByRole('button', { name: '送審' }).click();
    await page.getByRole('button', { name: '仍要送審' }).click();
    await page.getByText('已送審，內容鎖定').waitFor();
    expect((await scene.report(report!.id)).state).toBe('submitted');
  });
});

describe('the list of reports', () => {
  test('keeps its filters in the address, and leaves as a table with names', async () => {
    const { scene } = open();
    const [report, other] = await scene.openRound('113年12月年度查核', '2024-12-31');
    await submit(other!);
    const { page, go } = await arrive('secretariat');
    await go('/reports');
    await page.getByLabel('只看逾期未送').check();
    await page.getByRole('combobox', { name: '查核期' }).click();
    await page.getByRole('option', { name: '113年12月年度查核' }).click();
    await page.getByText('第 1–3 筆，共 3 筆').waitFor();
    const address = page.url();
    expect(decodeURIComponent(address)).toContain('"overdue":true');

    await page.goto('about:blank');
    await page.goto(address);
    await page.getByText('第 1–3 筆，共 3 筆').waitFor();
    expect(await page.getByRole('link', { name: steps[1]! }).count(), 'what was sent is not overdue').toBe(0);

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '匯出' }).click();
    const csv = await readFile(await (await download).path(), 'utf8');
    const [heading, ...rows] = csv.trimEnd().split('\r\n');
    expect(heading).toContain('查核期,要項與重點,執行步驟,單位,承辦人,期限,狀態');
    expect(rows).toHaveLength(3);
    expect(csv).toContain(
      `113年12月年度查核,一、把基本服務做好／(一)各項業務有一致的作業程序,1. ${steps[0]},民政課,王小明,113.12.31`,
    );

    await page.getByRole('link', { name: steps[0]! }).click();
    await page.getByText('您可以檢視這筆填報').waitFor();
    expect(page.url()).toContain(report!.id);
  });
});
