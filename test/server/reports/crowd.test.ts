import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../sync/model/index.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { openRound } from '../../support/open-round.ts';
import { pdf } from '../../support/sample-files.ts';
import { answered } from './build.ts';

describe.each(engines)('many people at once on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office.close());

  it('wait for each other, and nobody is told that the system failed', async () => {
    const { round, reports } = await openRound(office, office.district, 40, i =>
      i % 2 ? { state: 'submitted', ...answered } : {},
    );
    const { officer, colleague, chief, secretariat } = office.district.as;
    const asked = reports.map(({ id, version }) => ({ id, version }));
    const batch = (list: readonly Pick<Report, 'id' | 'version'>[]) =>
      chief.post('/api/reports/batch', { verb: 'endorse', reports: list });
    const answers = await Promise.all([
      batch(asked),
      batch(asked.toReversed()),
      secretariat.patch(`/api/rounds/${round.id}`, { version: 1, dueDate: '2025-07-10' }),
      secretariat.post(`/api/rounds/${round.id}/chase`, {}),
      ...asked.flatMap(({ id, version }, i) => [
        officer.patch(`/api/reports/${id}`, { version, narrative: `承辦人 ${i}` }),
        colleague.patch(`/api/reports/${id}`, { version, narrative: `同事 ${i}` }),
        officer.upload(`/api/evidence?reportId=${id}`, [{ name: `${i}.pdf`, bytes: pdf(`page ${i}`) }]),
        officer.get(`/api/reports?roundId=${round.id}`),
      ]),
      secretariat.post(`/api/rounds/${round.id}/chase`, {}),
      secretariat.get('/api/dashboard'),
    ]);
    expect(answers.filter(({ status }) => ![200, 409].includes(status)).map(({ body }) => body)).toEqual([]);

    const after: readonly Report[] = (await officer.get(`/api/reports?roundId=${round.id}&_sort=id`)).body;
    expect(after.map(report => [report.version, report.dueDate])).toEqual(reports.map(() => [2, '2025-07-10']));
    expect(after.map(report => report.state)).toEqual(reports.map((_, i) => (i % 2 ? 'endorsed' : 'drafting')));
    for (const { id, evidenceCount } of after)
      expect((await officer.get(`/api/evidence?reportId=${id}`)).body).toHaveLength(evidenceCount);
  });
});
