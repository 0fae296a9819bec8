import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';

describe('a field that does not fit', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engines[0]!);
  });
  afterAll(() => office?.close());

  const ask = async (url: string, payload: object, language = 'zh-TW') => {
    const { secretariat, administrator } = office.district.as;
    const client = url === '/api/users' ? administrator : secretariat;
    const { status, body } = await client.send({
      method: 'POST',
      url,
      payload,
      headers: { 'accept-language': language },
    });
    expect(status).toBe(400);
    return body;
  };

  it.each([
    ['/api/units', {}, '「名稱」不正確：沒有填寫'],
    ['/api/units', { name: '  ' }, '「名稱」不正確：不可空白'],
    ['/api/units', { name: 7 }, '「名稱」不正確：應為文字'],
    ['/api/units', { name: '課'.repeat(61) }, '「名稱」不正確：至多 60 個字'],
    ['/api/units', { name: '課', position: -1 }, '「順序」不正確：不可小於 0'],
    ['/api/units', { name: '課', position: 1.5 }, '「順序」不正確：應為整數'],
    ['/api/users', { account: '王', name: '王', role: 'head' }, '「帳號」不正確：帳號須為 2 至 64 個'],
    ['/api/users', { account: 'wang', name: '王', role: 'king' }, '「角色」不正確：只能是 administrator'],
    [
      '/api/users',
      { account: 'wang', name: '王', role: 'head', email: 'x' },
      '「電子郵件」不正確：不是正確的電子郵件地址',
    ],
    ['/api/rounds', { planId: 'p', kind: 'routine', title: '查核', month: 6, dueDate: '114.06.30' }, '不是正確的日期'],
  ])('of %s with %j is named as people call it, with what is wrong', async (url, payload, message) => {
    const body = await ask(url, payload);
    expect(body.code).toBe('invalid_input');
    expect(body.message).toContain(message);
    expect(body.message).toContain('資料未變更');
  });

  it('is told in English to those who read English, and every fault stands in the details', async () => {
    const body = await ask('/api/users', { account: 'w', name: '', role: 'king' }, 'en');
    expect(body.message).toMatch(/“account” is not valid: an account has 2 to 64/);
    expect(body.details.map((detail: { field: string; kind: string }) => [detail.field, detail.kind])).toEqual([
      ['account', 'account_shape'],
      ['name', 'field_empty'],
      ['role', 'field_choice'],
    ]);
  });
});
