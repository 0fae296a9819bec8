import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { collectionForm } from '../../server/demo/collection-form.ts';
import type { Finding, PacketDetail, PlanItem, Report } from '../../sync/model/index.ts';
import { inGroups } from '../../sync/model/index.ts';
import { newKeyPair } from '../../sync/package/index.ts';
import { type OpenRound, openRound } from '../support/open-round.ts';
import { acquaint, type Installations, pack } from '../support/package-desk.ts';
import { packed, roundData } from '../sync/package/build.ts';
import { barriers, type Visitor } from './support/index.ts';
import {
  appliedPackage,
  bytesOf,
  confirm,
  givePackage,
  openedPackage,
  type Side,
  twoInstallations,
} from './support/two-installations.ts';

const sides = twoInstallations();
const { arrive } = sides;

/** Makes a package on the page for it, as it comes out of the browser. */
async function made({ page, go }: Visitor, kind: string, thing?: string): Promise<{ name: string; bytes: Buffer }> {
  await go('/packages/create');
  const another = page.getByRole('button', { name: '再產生一個' });
  if (await another.isVisible()) await another.click();
  await page.getByRole('radio', { name: new RegExp(`^${kind}`) }).check();
  if (thing) {
    await page.getByRole('combobox').first().click();
    const option = page.getByRole('option', { name: thing });
    if ((await option.getAttribute('aria-selected')) === 'true') await page.keyboard.press('Escape');
    else await option.click();
  }
  const file = await bytesOf(page, () => page.getByRole('button', { name: '產生並下載' }).click());
  await page.getByText('封包已產生').waitFor();
  return file;
}

const footer = (page: Page): Locator => page.getByRole('region', { name: '套用' });

describe('two installations that have no network between them', () => {
  test('exchange their keys once, and compare what people can compare', async () => {
    const files = {} as Record<Side, { name: string; bytes: Buffer }>;
    const admins = {
      bureau: await arrive('bureau', 'administrator'),
      district: await arrive('district', 'administrator'),
    };
    for (const side of ['bureau', 'district'] as const) {
      const { page, go } = admins[side];
      await go('/packages/keys');
      const make = page.getByRole('button', { name: '建立金鑰' });
      if (await make.isVisible()) await make.click();
      files[side] = await bytesOf(page, () => page.getByRole('button', { name: '下載金鑰檔' }).click());
    }
    for (const [side, other] of [
      ['bureau', 'district'],
      ['district', 'bureau'],
    ] as const) {
      const { page } = admins[side];
      await page.getByRole('button', { name: '加入對方的金鑰' }).click();
      const dialog = page.getByRole('dialog', { name: '加入對方機關的金鑰' });
      const choose = dialog.locator('input[type="file"]');
      await choose.setInputFiles({ name: '照片.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
      await dialog.getByText('這不是金鑰檔').waitFor();
      await choose.setInputFiles({ ...files[other], mimeType: 'application/json', buffer: files[other].bytes });
      const mark = inGroups(JSON.parse(files[other].bytes.toString()).fingerprint);
      await dialog.getByText(mark, { exact: true }).waitFor();
      expect(await admins[other].page.getByText(mark, { exact: true }).count()).toBe(1);
      const trust = dialog.getByRole('button', { name: '信任這把金鑰' });
      expect(await trust.isDisabled()).toBe(true);
      await dialog.getByRole('checkbox', { name: '我已與對方核對' }).check();
      await dialog.getByRole('combobox', { name: '這是本系統中的哪個機關' }).click();
      await page.getByRole('option', { name: sides.both()[side].peer.name, exact: true }).click();
      await page.getByRole('listbox').waitFor({ state: 'detached' });
      expect(await barriers(page)).toEqual([]);
      await trust.click();
      await page.getByRole('listitem').filter({ hasText: mark }).getByText('信任中').waitFor();
    }
  });

  test('send a round up, settle what both wrote, and send the review results down', async () => {
    const { bureau, district } = await acquaint(sides.both());
    const round = await acceptedRound(district);
    const finding = await foundWanting();
    const [clerk, reviewer] = [await arrive('district'), await arrive('bureau')];

    await openedPackage(clerk, await made(reviewer, '檢核結果'));
    await clerk.page.getByText('將新增').waitFor();
    await confirm(clerk.page, '套用（新增 1 筆）');
    await appliedPackage(clerk.page).waitFor();
    const [there] = (await district.desk.get('/api/findings')).body as readonly Finding[];
    expect(there).toMatchObject({ title: '佐證不足', state: 'open' });
    await district.desk.post(`/api/findings/${there!.id}/answer`, {
      version: there!.version,
      action: '已補拍照片三張',
    });
    const ours = (await bureau.desk.get(`/api/findings/${finding}`)).body as Finding;
    await bureau.desk.post(`/api/findings/${finding}/answer`, { version: ours.version, action: '電話回復：將補照片' });

    const returns = await made(clerk, '查核期填報', round.round.title);
    expect(returns.name).toMatch(/\.zip$/);
    await openedPackage(reviewer, returns);
    const { page } = reviewer;
    await page.getByText('標示含個人資料的佐證 1 件').waitFor();
    await page.getByText('填報 2 筆').waitFor();
    await footer(page).getByText('處衝突未決定').waitFor();
    expect(await footer(page).getByRole('button', { name: /^套用/ }).isDisabled()).toBe(true);
    const conflict = page.getByRole('article').filter({ hasText: '佐證不足' });
    for (const said of ['電話回復：將補照片', '已補拍照片三張']) await conflict.getByText(said).first().waitFor();
    expect(await barriers(page)).toEqual([]);
    for (const radio of await conflict.getByRole('radio', { name: /這次封包/ }).all()) await radio.check();
    await footer(page).getByText('決定已儲存').waitFor();
    await confirm(page, /^套用/);
    await appliedPackage(page).getByText('新增').waitFor();
    expect((await bureau.desk.get(`/api/findings/${finding}`)).body).toMatchObject({ action: '已補拍照片三張' });
    const copies = (await bureau.desk.get(`/api/reports?agencyId=${bureau.peer.id}`)).body as readonly Report[];
    expect(copies.map(({ narrative }) => narrative).sort()).toEqual(round.reports.map(({ narrative }) => narrative));
    const [photo] = (await bureau.desk.get(`/api/evidence?agencyId=${bureau.peer.id}`)).body;
    expect((await bureau.desk.get(`/api/evidence/${photo.id}/file`)).raw.toString()).toBe('櫃臺照片的說明');

    const answered = (await bureau.desk.get(`/api/findings/${finding}`)).body as Finding;
    await bureau.desk.post(`/api/findings/${finding}/release`, { version: answered.version });
    await openedPackage(clerk, await made(reviewer, '檢核結果'));
    await clerk.page.getByRole('article').filter({ hasText: '佐證不足' }).getByText('狀態', { exact: true }).waitFor();
    await confirm(clerk.page, /^套用/);
    await appliedPackage(clerk.page).waitFor();
    expect((await district.desk.get(`/api/findings/${there!.id}`)).body).toMatchObject({ state: 'released' });

    const again = await givePackage(reviewer, '再寄一次.zip', returns.bytes);
    await again.getByText('先前已收過').first().waitFor();
    await again.getByRole('link', { name: '開啟先前那一個' }).click();
    await confirm(page, '復原', '復原');
    await page.getByText('已全部復原').waitFor();
    expect((await bureau.desk.get(`/api/reports?agencyId=${bureau.peer.id}`)).body).toEqual([]);
  });

  test('send a plan and templates down, and a correction after them', async () => {
    const { bureau, district } = await acquaint(sides.both());
    const { plan, steps } = await openRound(bureau.office, bureau.staffed, 2);
    const title = `${plan.title}（修正）`;
    const { db } = bureau.office.context;
    await db.updateTable('plans').set({ title }).where('id', '=', plan.id).execute();
    const form = await collectionForm('民政局自我檢核表', [{ item: '一、服務品質', text: '訂定作業手冊' }]);
    const uploaded = await bureau.desk.upload('/api/templates', [{ name: '民政局自我檢核表.xlsx', bytes: form }]);
    expect(uploaded.status, JSON.stringify(uploaded.body)).toBeLessThan(300);
    const [clerk, reviewer] = [await arrive('district'), await arrive('bureau')];
    const { page } = clerk;

    await openedPackage(clerk, await made(reviewer, '計畫', title));
    await page.getByRole('radio', { name: '作為本機關的草案' }).check();
    await page.getByRole('radio', { name: '作為本機關的草案' }).and(page.locator(':checked:enabled')).waitFor();
    await confirm(page, /^套用（新增 5 筆）/);
    await appliedPackage(page).getByRole('link', { name: '開啟計畫' }).waitFor();
    const [draft] = (await district.desk.get('/api/plans?state=draft')).body;
    expect(draft.title).toBe(title);
    const drafted = (await district.desk.get(`/api/planItems?planId=${draft.id}&_sort=depth,position`))
      .body as readonly PlanItem[];
    const write = (item: PlanItem, text: string) =>
      district.desk.patch(`/api/planItems/${item.id}`, { version: item.version, text });
    await write(drafted[2]!, '第1步：本所的說法');
    const correct = (id: string, text: string) =>
      db.updateTable('planItems').set({ text }).where('id', '=', id).execute();
    await correct(steps[0]!.id, '第1步：局裡的說法');
    await correct(steps[1]!.id, '第2步：局裡的修正');

    await openedPackage(clerk, await made(reviewer, '計畫', title));
    await footer(page).getByText('還有 1 處衝突未決定').waitFor();
    const changed = page.getByRole('article').filter({ hasText: '局裡的修正' });
    expect(await changed.getByRole('radio', { name: /這次封包/ }).isChecked()).toBe(true);
    await page
      .getByRole('article')
      .filter({ hasText: '本所的說法' })
      .getByRole('radio', { name: /系統現值/ })
      .check();
    await footer(page).getByText('決定已儲存').waitFor();
    await confirm(page, /^套用 1 處/);
    await appliedPackage(page).waitFor();
    const texts = async () =>
      ((await district.desk.get(`/api/planItems?planId=${draft.id}&_sort=depth,position`)).body as PlanItem[])
        .slice(2)
        .map(({ text }) => text);
    expect(await texts()).toEqual(['第1步：本所的說法', '第2步：局裡的修正']);

    await openedPackage(clerk, await made(reviewer, '表單範本', '民政局自我檢核表'));
    await confirm(page, '套用（新增 1 筆）');
    await appliedPackage(page).waitFor();
    const [template] = (await district.desk.get('/api/templates')).body;
    expect((await district.desk.get(`/api/templates/${template.id}/file`)).raw.equals(Buffer.from(form))).toBe(true);
  });

  test('refuse what was tampered with, is a stranger’s or too old, in words that a clerk understands', async () => {
    const { bureau, district } = await acquaint(sides.both());
    const { round } = await acceptedRound(district);
    const old = await pack(district, { kind: 'returns', roundId: round.id });
    const newer = await pack(district, { kind: 'returns', roundId: round.id });
    const reviewer = await arrive('bureau');
    const { page } = reviewer;
    const refused = async (name: string, bytes: Uint8Array, reason: RegExp): Promise<void> => {
      const receipt = await givePackage(reviewer, name, bytes);
      await receipt.getByText('拒收').waitFor();
      await receipt.getByText(reason).waitFor();
      await receipt.getByRole('link', { name: '查看說明' }).click();
      const told = page.getByRole('alert').filter({ hasText: '這個封包沒有收下' });
      await told.getByText(reason).waitFor();
      await told.getByText('檔案已原樣保存').waitFor();
      expect(await page.getByRole('button', { name: /^套用/ }).count()).toBe(0);
    };

    const tampered = Uint8Array.from(old);
    tampered[tampered.length >> 1]! ^= 1;
    await refused('更動過.zip', tampered, /與寄件機關的簽章不符.*請對方重新寄送原檔/);
    await refused('掃描檔.zip', Buffer.from('%PDF-1.4 a scan'), /這不是管考系統的封包/);
    const { body: own } = await bureau.staffed.as.administrator.get('/api/ownKey');
    const recipient = { name: bureau.staffed.agency.name, fingerprint: own.fingerprint as string };
    const stranger = newKeyPair();
    const foreign = await packed({ ...roundData('', Buffer.from('')), evidence: [] }, [], { recipient }, stranger);
    await refused('陌生機關.zip', foreign, /尚未信任的金鑰簽章.*以電話核對指紋/);
    const misdirected = await arrive('district');
    const returned = await givePackage(misdirected, '寄錯.zip', old);
    await returned.getByText(/本機關自己產生的封包/).waitFor();

    await openedPackage(reviewer, { name: '較新.zip', bytes: newer });
    await page.getByText('將新增').waitFor();
    // An answer that was taken back before is asked about again.
    const takeAll = page.getByRole('button', { name: '全部採用封包' });
    if (await takeAll.isVisible()) await takeAll.click();
    await confirm(page, /^套用/);
    await appliedPackage(page).waitFor();
    await refused('較舊.zip', old, /比已套用的同類封包.*舊.*請先復原較新的封包/);
    const kept = await bytesOf(page, () => page.getByRole('link', { name: '下載封包' }).click());
    expect(kept).toEqual({ name: '較舊.zip', bytes: Buffer.from(old) });
    const list = (await bureau.desk.get('/api/packages?state=refused')).body as readonly PacketDetail[];
    expect(list.length).toBeGreaterThanOrEqual(4);
  });
});

/** A round of the office with two accepted reports, the first with a photo and a roll of names. */
async function acceptedRound({ office, staffed }: Installations['district']): Promise<OpenRound> {
  const accepted = { state: 'accepted', acceptedAt: '2025-06-01T00:00:00.000Z' } as const;
  const round = await openRound(office, staffed, 2);
  const { officer } = staffed.as;
  const { body } = await officer.upload(`/api/evidence?reportId=${round.reports[0]!.id}`, [
    { name: '照片說明.txt', bytes: Buffer.from('櫃臺照片的說明') },
    { name: '名冊.txt', bytes: Buffer.from('王小明 A123456789') },
  ]);
  const roll = body.stored[1];
  await officer.patch(`/api/evidence/${roll.id}`, { version: roll.version, personalData: true });
  await office.context.db.updateTable('reports').set(accepted).where('roundId', '=', round.round.id).execute();
  return round;
}

/** What the bureau found wanting in the office's work. @returns its id */
async function foundWanting(): Promise<string> {
  const { office, staffed, peer } = sides.both().bureau;
  const at = office.context.now().toISOString();
  const id = `finding-${at}`;
  await office.context.db
    .insertInto('findings')
    .values({
      ...{ id, version: 1, createdAt: at, updatedAt: at, agencyId: staffed.agency.id, againstId: peer.id },
      ...{ collectionId: null, collectedRowId: null, title: '佐證不足', text: '請補照片', dueDate: '2025-07-31' },
      ...{ state: 'open', stateReason: '', action: '', answeredAt: null },
    })
    .execute();
  return id;
}
