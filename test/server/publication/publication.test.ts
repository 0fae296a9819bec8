import { gunzipSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../../server/app.ts';
import { withheld } from '../../../server/publication/withhold.ts';
import { planDocument } from '../../../sync/model/index.ts';
import { counted } from '../../support/counted.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { closed, draftPlan, sampleSections, unpublished } from '../plans/build.ts';
import { pageOf, publish, sampleDocument, sampleTitle } from './build.ts';

const formats = ['csv', 'json', 'xlsx', 'ods'] as const;
/** Of the sample's task force. */
const names = ['何知遠', '蘇映月', '何區長'];

/** Everything that stands in any part of a workbook. */
const textOfParts = (bytes: Uint8Array): string =>
  Object.values(unzipSync(bytes))
    .map(part => strFromU8(part))
    .join('\n');

describe.each(engines)('published plans on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office.close());

  const secretariat = () => office.district.as.secretariat;
  const read = (url: string, headers: Readonly<Record<string, string>> = {}, method: 'GET' | 'HEAD' = 'GET') =>
    office.app.inject({ method, url, headers });

  it('are read by anybody, without a log-in, a cookie or a script', async () => {
    const plan = await publish(secretariat());
    const { statusCode, body, headers } = await read(pageOf(plan));
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(body).not.toMatch(/<script|\son\w+=|style="/);
    expect(body).toContain(`<title>${sampleTitle}－${office.district.agency.name}</title>`);
    expect(body).toMatch(/<meta name="description" content="[^"]*青田區公所[^"]*114年度/);
    expect(body).not.toContain('noindex');
    for (const text of ['青秘字第1140001234號', '114年1月15日', '便捷服務遞送', '民政課、社會課', '6 月、12 月', '(1)'])
      expect(body).toContain(text);
    expect(body).toContain('每月統計等候人數 &amp; 公告 &lt;處理時間&gt;。');
  });

  it('tell no person by name or number', async () => {
    const plan = await publish(secretariat());
    const people = Object.values(office.district.users).flatMap(user => [user.id, user.name, user.account]);
    for (const ending of ['', ...formats]) {
      const { rawPayload } = await read(pageOf(plan) + (ending === '' ? '' : `/plan.${ending}`));
      const said = ending === 'xlsx' || ending === 'ods' ? textOfParts(rawPayload) : rawPayload.toString();
      expect(said, ending).toContain('便捷服務遞送');
      for (const hidden of [...people, ...names, plan.id, plan.agencyId]) expect(said, ending).not.toContain(hidden);
    }
  });

  it('leave no trace of who read them, which anybody could fill the log with', async () => {
    const plan = await publish(secretariat());
    const count = async () => (await secretariat().get('/api/events?_limit=1')).headers['x-total-count'];
    const before = await count();
    for (const path of ['', '/plan.csv', '/plan.xlsx']) await read(pageOf(plan) + path);
    await read('/public/plans/aaaaaaaaaaaaaaaa');
    expect(await count()).toBe(before);
  });

  it('name the members of the task force once somebody said that they may be named, and no longer than that', async () => {
    const plan = await publish(secretariat(), { membersPublic: true });
    const seen = async () => [(await read(pageOf(plan))).body, (await read(`${pageOf(plan)}/plan.json`)).body];
    for (const text of await seen()) for (const name of names) expect(text).toContain(name);
    const { version } = plan;
    await secretariat().patch(`/api/plans/${plan.id}`, { version, membersPublic: false });
    for (const text of await seen()) for (const name of names) expect(text).not.toContain(name);
    expect((await read(pageOf(plan))).body).toContain('編組人員名單不公開');
  });

  it('are data too: the same plan as JSON, CSV and in workbooks', async () => {
    const plan = await publish(secretariat());
    const document = sampleDocument(office.district.agency.name);
    const json = await read(`${pageOf(plan)}/plan.json`);
    const expected = {
      ...document,
      taskForce: sampleSections.taskForce.map(row => ({ ...row, member: withheld, remarks: '' })),
    };
    expect(planDocument.parse(json.json())).toEqual(expected);
    expect(json.headers['access-control-allow-origin']).toBe('*');
    expect(json.headers.link).toContain('/public/plan.schema.json>; rel="describedby"');
    const csv = await read(`${pageOf(plan)}/plan.csv`);
    expect(csv.body.split('\r\n')).toEqual([
      '\uFEFFpath,level,label,text,units,months,cadence,remarks',
      '1,執行要項,一,便捷服務遞送,,,,',
      '1>1,執行重點,(一),縮短民眾等候時間,,,,',
      `1>1>1,執行步驟,1,每月統計等候人數 & 公告 <處理時間>。,民政課、社會課,6、12,每月,"'=HYPERLINK(""http://example.org"")"`,
      '1>1>1>1,細項,(1),高峰時段增設窗口。,,,,',
      '2,執行要項,,「訂定計畫」,,,,',
      '2>1,執行重點,,依據上級計畫。,,,,',
      '',
    ]);
    for (const ending of formats) {
      const disposition = (await read(`${pageOf(plan)}/plan.${ending}`)).headers['content-disposition'];
      expect(disposition).toContain(`filename*=UTF-8''${encodeURIComponent(`${sampleTitle}.${ending}`)}`);
    }
  });

  it('put nothing of a title into the headers but what headers may hold', async () => {
    const plan = await publish(secretariat(), { title: '計畫"; x=1 \\ é' });
    const { headers } = await read(`${pageOf(plan)}/plan.csv`);
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="[ -!#-[\]-~]*"; filename\*=UTF-8''[\w.%~-]+$/,
    );
  });

  it('are not sent again to whoever has them, and once more when they changed', async () => {
    const plan = await publish(secretariat());
    for (const path of ['', ...formats.map(format => `/plan.${format}`)]) {
      const first = await read(pageOf(plan) + path, { 'accept-encoding': 'gzip' });
      const etag = String(first.headers.etag);
      const again = await read(pageOf(plan) + path, { 'if-none-match': `"other", ${etag}` });
      expect([again.statusCode, again.body, again.headers.etag], path).toEqual([304, '', etag]);
      expect(again.headers['cache-control']).toBe('public, max-age=0, s-maxage=60, must-revalidate');
    }
    const page = await read(pageOf(plan));
    const set = { version: plan.version, documentNumber: '青秘字第9號' };
    await secretariat().patch(`/api/plans/${plan.id}`, set);
    const changed = await read(pageOf(plan), { 'if-none-match': String(page.headers.etag) });
    expect(changed.statusCode).toBe(200);
    expect(changed.body).toContain('青秘字第9號');
  });

  it('are the same compressed and plain', async () => {
    const plan = await publish(secretariat());
    const packed = await read(pageOf(plan), { 'accept-encoding': 'br, gzip;q=0.8' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    const plain = await read(pageOf(plan), { 'accept-encoding': 'gzip;q=0' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body);
  });

  it('cost one statement to show once they have been shown, and two before', async () => {
    const plan = await publish(secretariat());
    const { context, count } = counted(office.context);
    const app = await buildApp(context);
    const costs: number[] = [];
    for (const url of [pageOf(plan), pageOf(plan), `${pageOf(plan)}?lang=en`, `${pageOf(plan)}/plan.csv`]) {
      const before = count();
      await app.inject({ url });
      costs.push(count() - before);
    }
    expect(costs).toEqual([2, 1, 2, 2]);
    const before = count();
    await Promise.all(Array.from({ length: 20 }, () => app.inject({ url: `${pageOf(plan)}/plan.json` })));
    expect(count() - before).toBe(21);
    await app.close();
  });

  it('are gone once taken back, and at the same address when they are published again', async () => {
    const plan = await publish(secretariat());
    const taken = await unpublished(secretariat(), plan);
    for (const path of ['', ...formats.map(format => `/plan.${format}`)]) {
      const { statusCode, body, headers } = await read(pageOf(plan) + path);
      expect([statusCode, headers['cache-control']], path).toEqual([410, 'no-store']);
      expect(body).toContain('這份計畫已停止公開');
      expect(body).not.toContain(sampleTitle);
    }
    expect((await read('/public')).body).not.toContain(plan.publicId);
    const draft = await secretariat().post(`/api/plans/${plan.id}/unapprove`, {
      version: taken.version,
      reason: '更正',
    });
    expect((await read(pageOf(plan))).statusCode).toBe(410);
    const edited = { version: draft.body.version, title: '青田區公所114年度提升服務執行計畫（修正版）' };
    const { version } = (await secretariat().patch(`/api/plans/${plan.id}`, edited)).body;
    const approved = (await secretariat().post(`/api/plans/${plan.id}/approve`, { version })).body;
    await secretariat().post(`/api/plans/${plan.id}/publish`, { version: approved.version });
    const { statusCode, body } = await read(pageOf(plan));
    expect(statusCode).toBe(200);
    expect(body).toContain('（修正版）');
  });

  it('stay public when they are closed', async () => {
    const plan = await closed(secretariat(), await draftPlan(secretariat(), '已結案的計畫'));
    expect((await read(pageOf(plan))).body).toContain('已結案的計畫');
  });

  it('are listed by agency; drafts, approved plans and agencies without a published one are not', async () => {
    const plan = await publish(secretariat(), { title: '列在清單上的計畫' });
    await draftPlan(office.sibling.as.secretariat, '還沒公布的計畫');
    const { body } = await read('/public');
    expect(body).toContain(office.district.agency.name);
    expect(body).not.toContain(office.sibling.agency.name);
    const ofAgency = await read(`/public/agencies/${plan.agencyId}`);
    expect(ofAgency.body).toContain('列在清單上的計畫');
    for (const nobody of [office.sibling.agency.id, 'no-such-agency', '%00'])
      expect((await read(`/public/agencies/${nobody}`)).statusCode, nobody).toBe(404);
  });

  it('cannot be guessed: what was never public is nowhere, like what does not exist', async () => {
    const draft = await draftPlan(secretariat());
    const answers = await Promise.all(
      ['aaaaaaaaaaaaaaaa', draft.id, 'null', "x' or 1=1", '..%2f..%2fapi', '%00', 'A'.repeat(190)].map(guess =>
        read(`/public/plans/${encodeURIComponent(guess)}`),
      ),
    );
    expect(new Set(answers.map(answer => answer.statusCode))).toEqual(new Set([404]));
    expect(new Set(answers.map(answer => answer.body)).size).toBe(1);
  });

  it('take nothing in', async () => {
    const plan = await publish(secretariat());
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const) {
      const { statusCode, headers } = await office.app.inject({ method, url: pageOf(plan), payload: { version: 1 } });
      expect([statusCode, headers.allow], method).toEqual([405, 'GET, HEAD']);
    }
    const head = await read(pageOf(plan), {}, 'HEAD');
    expect([head.statusCode, head.body]).toEqual([200, '']);
  });

  it('speak the language that the address asks for, else that of the browser, else Chinese', async () => {
    const plan = await publish(secretariat());
    const languageAt = async (query: string, accept?: string) => {
      const { body, headers } = await read(pageOf(plan) + query, accept ? { 'accept-language': accept } : {});
      expect(headers.vary).toContain('accept-language');
      expect(body).toContain(`<html lang="${headers['content-language']}">`);
      return headers['content-language'];
    };
    expect(await languageAt('')).toBe('zh-TW');
    expect(await languageAt('', 'en-GB,en')).toBe('en');
    expect(await languageAt('?lang=zh-TW', 'en')).toBe('zh-TW');
    expect(await languageAt('?lang=en', 'zh-TW')).toBe('en');
    expect(await languageAt('?lang=<script>', 'zh-TW')).toBe('zh-TW');
    expect((await read(`${pageOf(plan)}?lang=en`)).body).toContain('Open data');
  });

  it('tell whoever asks too often to wait, on a page', async () => {
    const plan = await publish(secretariat());
    const app = await buildApp(office.context);
    const answers = [];
    for (let n = 0; n < 61; n++) answers.push(await app.inject({ url: `${pageOf(plan)}/plan.csv` }));
    expect(answers.slice(0, 60).every(({ statusCode }) => statusCode === 200)).toBe(true);
    const last = answers.at(-1)!;
    expect(last.statusCode).toBe(429);
    expect(last.body).toContain('請稍候一分鐘再試');
    expect((await app.inject({ url: '/api/setup' })).statusCode).toBe(200);
    await app.close();
  });
});
