import { expect } from 'vitest';
import type { Visitor } from '../support/index.ts';
import { cast, planTitle } from './cast.ts';

const { administrator, secretariat, chief, otherChief, officer, otherOfficer } = cast;

type Line = readonly [who: string, what: string, to: string];

/** Who did what to what, subject by subject, as the log must tell it. */
const told: Readonly<Record<string, readonly Line[]>> = {
  units: [[administrator.name, '新增課室「民政課」', '民政課']],
  users: [
    [otherOfficer.name, '登入系統', otherOfficer.name],
    [otherOfficer.name, '變更密碼', otherOfficer.name],
    [administrator.name, '產生重設密碼的一次性連結', otherOfficer.name],
    [administrator.name, '新增使用者「陳美玲」', otherOfficer.name],
  ],
  plans: [
    [secretariat.name, '公布計畫', planTitle],
    [secretariat.name, '核定計畫', planTitle],
    [secretariat.name, '匯入計畫', planTitle],
    [secretariat.name, '讀取計畫檔案「114年度計畫.xlsx」', ''],
  ],
  assignments: [[secretariat.name, '新增列管事項', '']],
  rounds: [
    [secretariat.name, '開放查核期', '114年6月查核'],
    [secretariat.name, '新增查核期「114年6月查核」', '114年6月查核'],
  ],
  reports: [
    [secretariat.name, '復原收回的表單或封包對填報的更新', ''],
    [secretariat.name, '以收回的表單或封包更新填報', ''],
    [officer.name, '修改填報', ''],
    [secretariat.name, '審核通過填報', ''],
    [secretariat.name, '退回補正填報', ''],
    [otherChief.name, '核章填報', ''],
    [chief.name, '核章填報', ''],
    [otherOfficer.name, '送審填報', ''],
    [officer.name, '送審填報', ''],
  ],
  evidence: [
    [officer.name, '上傳佐證資料「公告照片.png」', '公告照片.png'],
    [officer.name, '上傳佐證資料「會議紀錄.pdf」', '會議紀錄.pdf'],
  ],
  forms: [
    [secretariat.name, '下載發出的表單', ''],
    [secretariat.name, '新增發出的表單', ''],
  ],
  exchanges: [
    [secretariat.name, '套用收回的表單', '民政局回復B.xlsx'],
    [secretariat.name, '確認衝突收回的表單', '民政局回復B.xlsx'],
    [secretariat.name, '新增收回的表單「民政局回復B.xlsx」', '民政局回復B.xlsx'],
    [secretariat.name, '復原收回的表單', '民政局回復A.xlsx'],
    [secretariat.name, '套用收回的表單', '民政局回復A.xlsx'],
    [secretariat.name, '新增收回的表單「民政局回復A.xlsx」', '民政局回復A.xlsx'],
  ],
};

/** Looks the whole story up in the log. */
export async function expectEvents({ page, go }: Visitor): Promise<void> {
  for (const [resource, lines] of Object.entries(told)) {
    await go(`/events?perPage=100&filter=${encodeURIComponent(JSON.stringify({ resource }))}`);
    const rows = await page.locator('tbody tr').allInnerTexts();
    const stands = (parts: Line) => rows.some(row => parts.every(part => row.includes(part)));
    const missing = lines.filter(line => !stands(line)).map(line => line.join(' '));
    expect(missing, `what the log of ${resource} leaves out`).toEqual([]);
  }
}
