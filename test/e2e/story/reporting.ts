import type { Page } from 'playwright-core';
import type { Visitor } from '../support/index.ts';

export interface Attachment {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const saved = (page: Page) => page.locator('[data-save="saved"]').waitFor();

export const narrativeOf = (page: Page) => page.getByLabel('辦理情形', { exact: true });

/** Opens the console anew, as on the next day, at the person's own home. */
export async function comeBack({ page, go }: Visitor): Promise<void> {
  await page.goto('about:blank');
  await go('/');
}

/** Opens a report from the officer's list. */
export async function openReport(visitor: Visitor, step: string): Promise<void> {
  const { page } = visitor;
  await comeBack(visitor);
  await page.getByRole('link', { name: new RegExp(step) }).click();
  await narrativeOf(page).waitFor();
}

/** Writes and waits until the page says that it is kept. */
export async function write({ page }: Visitor, text: string, result?: string): Promise<void> {
  if (result) {
    const choices = page.getByRole('group', { name: '檢核結果' });
    await choices.getByText(result, { exact: true }).click();
    await choices.getByRole('radio', { name: result, checked: true }).waitFor({ state: 'attached' });
  }
  await narrativeOf(page).fill(text);
  await page.locator('[data-save="waiting"], [data-save="sending"]').first().waitFor();
  await saved(page);
}

/** Adds files and waits until each stands in the tray. */
export async function attach({ page }: Visitor, files: readonly Attachment[]): Promise<void> {
  await page.locator('input[type="file"][multiple]').setInputFiles([...files]);
  const tray = page.getByRole('list', { name: '佐證資料', exact: true });
  for (const { name } of files) await tray.getByRole('button', { name: new RegExp(`^預覽.*${name}`) }).waitFor();
}

/** Submits; without evidence only when asked once more. */
export async function submit({ page }: Visitor, evidence: 'with evidence' | 'without evidence'): Promise<void> {
  await page.getByRole('button', { name: '送審' }).click();
  if (evidence === 'without evidence') {
    const doubt = page.getByRole('dialog', { name: '尚未附佐證資料' });
    await doubt.getByRole('button', { name: '仍要送審' }).click();
  }
  await page.getByText('已送審，內容鎖定').waitFor();
}

/** Endorses all that waits for the chief. */
export async function endorseAll(visitor: Visitor, count: number): Promise<void> {
  const { page } = visitor;
  await comeBack(visitor);
  await page.getByRole('button', { name: new RegExp(`待核章 ${count}`) }).waitFor();
  await page.getByLabel('全選').check();
  await page.getByRole('button', { name: '核章', exact: true }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: '核章' }).click();
  await page.getByRole('button', { name: new RegExp(`待審核 ${count}`) }).waitFor();
}

/** Returns one report of the review inbox with a reason. */
export async function returnOne({ page }: Visitor, step: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`退回補正「.*${step}`) }).click();
  const dialog = page.getByRole('dialog', { name: '退回補正' });
  await dialog.getByLabel('理由').fill(reason);
  await dialog.getByRole('button', { name: '退回補正' }).click();
}

/** Accepts everything that is left in the review inbox. */
export async function acceptRest({ page }: Visitor): Promise<void> {
  await page.getByLabel('全選').check();
  await page.getByRole('button', { name: '審核通過', exact: true }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: '審核通過' }).click();
  await page.getByText('沒有待審核的填報').waitFor();
}
