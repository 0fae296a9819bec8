import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';

describe.each(engines)('hostile requests on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office?.close());
  const secretariat = () => office.district.as.secretariat;

  it('of 10 MB of JSON are refused by their size, while others are answered', async () => {
    const huge = { name: 'x'.repeat(10 * 1024 * 1024) };
    const [refused, served] = await Promise.all([
      secretariat().post('/api/units', huge),
      office.district.as.officer.get('/api/units'),
    ]);
    expect(refused.status).toBe(413);
    expect(refused.body.code).toBe('body_too_large');
    expect(served.status).toBe(200);
  });

  it.each([
    ['broken JSON', '{"name":', 'application/json', 'not_json'],
    ['another media type', '<name/>', 'application/xml', 'wrong_media_type'],
    [
      'a prototype in disguise',
      '{"__proto__":{"role":"administrator"},"name":"a"}',
      'application/json',
      /not_json|malformed_request/,
    ],
  ])('with %s are refused in the one shape of errors', async (_, payload, type, code) => {
    const { status, body } = await secretariat().send({
      method: 'POST',
      url: '/api/units',
      headers: { 'content-type': type },
      payload,
    });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body.code).toMatch(code);
    expect(Object.keys(body).toSorted()).toEqual(['code', 'message', 'requestId']);
  });

  it.each([
    ['/api/units?nothing=1', 'unknown_parameter'],
    ['/api/units?_sort=passwordHash', 'unknown_parameter'],
    ['/api/users?passwordHash_like=argon', 'unknown_parameter'],
    ['/api/units?_embed=secrets', 'unknown_parameter'],
    ['/api/units?_start=0&_end=999999', 'range_too_large'],
    ["/api/units?name=' or 1=1 --", null],
    ['/api/units?q=%25_%27', null],
  ])('of lists say what is wrong or find nothing: %s', async (url, code) => {
    const { status, body } = await secretariat().get(encodeURI(decodeURI(url)));
    if (code === null) expect({ status, body }).toEqual({ status: 200, body: [] });
    else expect({ status, code: body.code }).toEqual({ status: 400, code });
  });

  it('are answered in the language they ask for, without internals', async () => {
    const ask = (language: string) =>
      secretariat().send({ url: '/api/units/none', headers: { 'accept-language': language } });
    expect((await ask('en-GB,en;q=0.9')).body.message).toMatch(/no such record/);
    expect((await ask('zh-TW')).body.message).toMatch(/查無此筆資料/);
    expect(JSON.stringify((await ask('en')).body)).not.toMatch(/\.ts|select|sqlite|node_modules/i);
  });

  it('carry the headers that keep pages from being framed, sniffed or scripted from elsewhere', async () => {
    const { headers } = await office.stranger.get('/api/setup');
    expect(headers['content-security-policy']).toMatch(/script-src 'self'(;|$)/);
    expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('on a failing log leave nothing changed and say so', async () => {
    const { db } = office.context;
    const chain = await db.selectFrom('eventChain').selectAll().executeTakeFirstOrThrow();
    await db.deleteFrom('eventChain').execute();
    const { status, body } = await secretariat().post('/api/units', { name: '無紀錄課' });
    await db.insertInto('eventChain').values(chain).execute();
    expect({ status, code: body.code }).toEqual({ status: 500, code: 'no_service' });
    expect((await secretariat().get(`/api/units?name=${encodeURIComponent('無紀錄課')}`)).body).toEqual([]);
  });
});
