import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { reading, reportLike, untouched } from './build.ts';

describe.each(engines)('saving a report on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office.close());

  const as = () => office.district.as;

  it('keeps exactly what was written, whatever it is', async () => {
    const { id } = await reportLike(office, untouched);
    const written = {
      result: 'ongoing',
      narrative: '第一行\n=SUM(A1)\n\t𠮷𡘙 <b>不是標記</b> \'"; drop table reports;--',
      figures: [{ name: '受理件數', value: 12.5, unit: '件' }],
      plannedProgress: 60,
      actualProgress: 55,
      delayCause: '',
      remedy: '增派人力',
      remarks: '　全形空白　',
    };
    const { status, body } = await as().officer.patch(`/api/reports/${id}`, { version: 1, ...written });
    expect(status).toBe(200);
    expect(body).toMatchObject({ ...written, state: 'drafting', version: 2 });
    expect(await reading(office, id)).toEqual(body);
  });

  it('of what is there already changes nothing, not even the state', async () => {
    const report = await reportLike(office, untouched);
    const { body } = await as().officer.patch(`/api/reports/${report.id}`, { version: 1, narrative: '', result: null });
    expect(body).toEqual(report);
  });

  it('by two people at once keeps one and shows the other what was kept', async () => {
    const { id } = await reportLike(office);
    const save = (who: 'officer' | 'colleague') =>
      as()[who].patch(`/api/reports/${id}`, { version: 1, narrative: `${who}寫的` });
    const answers = await Promise.all([save('officer'), save('colleague')]);
    const kept = answers.find(({ status }) => status === 200)!;
    const refused = answers.find(({ status }) => status === 409)!;
    expect(refused.body).toMatchObject({ code: 'stale_version', details: { current: kept.body } });
    expect(await reading(office, id)).toEqual(kept.body);
  });

  it('refuses fields that are not the section’s to write, and says which', async () => {
    const report = await reportLike(office);
    for (const field of ['state', 'unitId', 'acceptedAt', 'evidenceCount', 'somethingElse']) {
      const { status, body } = await as().officer.patch(`/api/reports/${report.id}`, { version: 1, [field]: 'x' });
      expect([status, body.code, body.message.includes(field)]).toEqual([400, 'unknown_field', true]);
    }
    expect(await reading(office, report.id)).toEqual(report);
  });

  it('refuses text that no database can keep, and half of nothing is kept', async () => {
    const report = await reportLike(office);
    const { status, body } = await as().officer.patch(`/api/reports/${report.id}`, {
      version: 1,
      remarks: '好的',
      narrative: '看不見的\u0000字元',
    });
    expect([status, body.code]).toEqual([400, 'invalid_input']);
    expect((await as().officer.get('/api/reports/%00')).status).toBe(400);
    expect(await reading(office, report.id)).toEqual(report);
  });

  it('is for the report’s own section', async () => {
    const { id } = await reportLike(office);
    const save = (client: { patch: Office['stranger']['patch'] }) =>
      client.patch(`/api/reports/${id}`, { version: 1, narrative: '越權' });
    const statuses = async (...clients: { patch: Office['stranger']['patch'] }[]) =>
      Promise.all(clients.map(async client => (await save(client)).status));
    const { district, sibling, foreign, bureau } = office;
    expect(await statuses(district.as.head, district.as.auditor, district.as.administrator)).toEqual([403, 403, 403]);
    expect(await statuses(district.as.otherOfficer, district.as.otherChief)).toEqual([404, 404]);
    expect(await statuses(sibling.as.officer, foreign.as.officer, bureau.as.officer)).toEqual([404, 404, 404]);
    expect(await statuses(district.as.secretariat, bureau.as.secretariat)).toEqual([403, 404]);
    expect(await statuses(office.stranger)).toEqual([401]);
    expect(await statuses(district.as.chief)).toEqual([200]);
  });
});
