import type { Visitor } from '../support/index.ts';
import { cast, type Person, password } from './cast.ts';

/** Route of a link that the product shows. */
export const routeOf = (link: string): string => link.slice(link.indexOf('#') + 1);

async function typePassword({ page }: Visitor): Promise<void> {
  await page.getByRole('textbox', { name: '新密碼', exact: true }).fill(password);
  await page.getByRole('textbox', { name: '再次輸入新密碼' }).fill(password);
}

/** Follows the link of the terminal, names the office and becomes its administrator. */
export async function setUp(visitor: Visitor, link: string, office: string): Promise<void> {
  const { page, go } = visitor;
  await go(routeOf(link));
  await page.getByLabel('機關名稱').fill(office);
  await page.getByLabel('您的姓名').fill(cast.administrator.name);
  await page.getByLabel('帳號').fill(cast.administrator.account);
  await typePassword(visitor);
  await page.getByRole('button', { name: '完成啟用' }).click();
}

export async function addUnit({ page, go }: Visitor, name: string): Promise<void> {
  await go('/units/create');
  await page.getByLabel('名稱 *').fill(name);
  await page.getByRole('button', { name: '儲存' }).click();
  await page.getByRole('heading', { name: `課室：${name}` }).waitFor();
}

/** Creates an account. @returns the link by which its owner sets the password, shown once */
export async function addPerson({ page, go }: Visitor, person: Person): Promise<string> {
  const { account, name, role, unit } = cast[person];
  await go('/users/create');
  await page.getByLabel('帳號 *').fill(account);
  await page.getByLabel('姓名 *').fill(name);
  await page.getByLabel('角色 *').click();
  await page.getByRole('option', { name: role }).click();
  if (unit !== null) {
    await page.getByRole('combobox', { name: '課室' }).click();
    await page.getByRole('option', { name: unit }).click();
  }
  await page.getByRole('button', { name: '儲存' }).click();
  const dialog = page.getByRole('dialog', { name: `${name}的一次性連結` });
  const link = await dialog.getByRole('textbox', { name: '一次性連結' }).inputValue();
  await dialog.getByRole('button', { name: '關閉' }).click();
  return link;
}

/** Sets the first password by the one-time link and logs in with it. */
export async function moveIn(visitor: Visitor, person: Person, link: string): Promise<void> {
  await visitor.go(routeOf(link));
  await typePassword(visitor);
  await visitor.page.getByRole('button', { name: '設定新密碼' }).click();
  await visitor.page.getByText('密碼已重設，請以新密碼登入。').waitFor();
  await visitor.typeLogIn(cast[person].account, password);
}
