import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import type { Visitor } from '../support/index.ts';

/** Makes the form of the open round and takes what the browser downloads. */
export async function issueForm({ page, go }: Visitor): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  await go('/forms/create');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^產生並下載/ }).click(),
  ]);
  await page.getByText('表單已產生').waitFor();
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
}

/** Drops a file on the page of returned forms. @returns what the page says of it */
export async function handIn({ page, go }: Visitor, name: string, bytes: Uint8Array): Promise<Locator> {
  await go('/exchanges');
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
  const receipt = page.getByRole('status').getByRole('listitem').filter({ hasText: name });
  await receipt.getByRole('link').waitFor();
  return receipt;
}

/** Hands a file in and opens what it would change. */
export async function receive(visitor: Visitor, name: string, bytes: Uint8Array): Promise<void> {
  const receipt = await handIn(visitor, name, bytes);
  await receipt.getByRole('link', { name: '開啟比對' }).click();
  await visitor.page.getByRole('region', { name: '套用' }).waitFor();
}

/** How many there are of each kind, as the buttons above the preview count them. */
export async function counted(page: Page): Promise<Readonly<Record<string, number>>> {
  const labels = await page.getByRole('group', { name: '顯示哪些列' }).getByRole('button').allInnerTexts();
  return Object.fromEntries(
    labels.map(label => {
      const [, kind, count] = /^(\S+)\s+(\d+)$/.exec(label.trim())!;
      return [kind!, Number(count)];
    }),
  );
}

/** The article of a row in the preview. */
export const changeOf = (page: Page, step: string, unit: string): Locator =>
  page.getByRole('article').filter({ hasText: step }).filter({ hasText: unit });

const choices = { ours: '辦理情形：採用系統現值', theirs: '辦理情形：採用收回的檔案' } as const;

/** Decides which narrative of a row is kept. */
export const settle = (page: Page, step: string, unit: string, choice: keyof typeof choices): Promise<void> =>
  changeOf(page, step, unit).getByRole('radio', { name: choices[choice] }).check();

export const show = (page: Page, kind: string): Promise<void> =>
  page.getByRole('group', { name: '顯示哪些列' }).getByRole('button', { name: kind }).click();

/** Applies what is on the screen once every conflict is settled. */
export async function apply({ page }: Visitor, said: string): Promise<void> {
  await page.getByRole('region', { name: '套用' }).getByRole('button', { name: /^套用/ }).click();
  const dialog = page.getByRole('dialog', { name: '要套用這些變更嗎？' });
  await dialog.getByText(said).waitFor();
  await dialog.getByRole('button', { name: '套用' }).click();
  await page.getByText(/^已套用：/).waitFor();
}

export async function undo({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: '復原' }).click();
  await page.getByRole('dialog', { name: '要復原這次套用嗎？' }).getByRole('button', { name: '復原' }).click();
  await page.getByText('已全部復原').waitFor();
}
