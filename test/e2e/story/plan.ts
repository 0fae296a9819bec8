import type { Locator, Page } from 'playwright-core';
import { settled, type Visitor } from '../support/index.ts';

/** A row of the plan tree by its text. */
export const rowOf = (page: Page, text: string): Locator =>
  page.getByRole('treegrid').locator('tr[data-id]').filter({ hasText: text });

/** Gives a workbook to the import page and waits for what was understood. */
export async function readPlan({ page, go }: Visitor, name: string, buffer: Buffer): Promise<void> {
  await go('/plans');
  await page.getByRole('link', { name: '匯入文件' }).first().click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer });
  await page.getByRole('button', { name: '建立草案' }).waitFor();
}

/** Says in the preview whose a row is. */
export async function giveRow({ page }: Visitor, text: string, unit: string): Promise<void> {
  await rowOf(page, text).click();
  await page.getByRole('tab', { name: '這一列' }).click();
  await page.getByRole('combobox', { name: '執行單位' }).fill(unit);
  await page.keyboard.press('Enter');
}

/** Presses a verb's button and confirms it. */
export async function confirm({ page }: Visitor, verb: string, fill?: (dialog: Locator) => Promise<void>) {
  await page.getByRole('button', { name: verb, exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: verb });
  await fill?.(dialog);
  await dialog.getByRole('button', { name: verb, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Chooses the officer of each unit for whatever is assigned to it. */
export async function nameOfficers({ page }: Visitor, officers: Readonly<Record<string, string>>): Promise<void> {
  for (const [unit, name] of Object.entries(officers)) {
    await page.getByRole('combobox', { name: `${unit}承辦人` }).click();
    await page.getByRole('option', { name }).click();
  }
}

/** Drafts the round of a month for the plan on the screen. */
export async function draftRound({ page }: Visitor, month: number): Promise<void> {
  await page.getByRole('link', { name: '新增查核期' }).click();
  await page.getByLabel('查核月份').waitFor();
  await settled(page);
  await page.getByLabel('查核月份').click();
  await page.getByRole('option', { name: `${month} 月`, exact: true }).click();
  await page.getByLabel('填報期限').and(page.locator(':not([value=""])')).waitFor();
  await page.getByRole('button', { name: '儲存' }).click();
}
