import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change } from '../../../server/records/change.ts';
import { edit, find } from '../../../server/records/records.ts';
import { reports } from '../../../server/reports/definition.ts';
import type { Report } from '../../../sync/model/index.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { reportsLike } from '../reports/build.ts';

describe.each(engines)('two changes that lock the same rows in opposite order on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office.close());

  it('are both made, one after the other', async () => {
    const [one, other] = await reportsLike(office, office.district, [{}, {}]);
    const note = (first: Report, second: Report, words: string) =>
      change(office.context, office.district.users.chief, async work => {
        for (const { id } of [first, second]) {
          const row = await find(work, reports, 'update', id);
          await edit(work, reports, row, row.version, { remarks: `${row.remarks}${words}` });
          await new Promise(resolve => setTimeout(resolve, 50));
        }
      });
    await Promise.all([note(one!, other!, '甲'), note(other!, one!, '乙')]);

    for (const { id } of [one!, other!]) {
      const { body } = await office.district.as.chief.get(`/api/reports/${id}`);
      expect([['甲乙', '乙甲'].includes(body.remarks), body.version]).toEqual([true, 3]);
      const events = (await office.district.as.auditor.get(`/api/events?recordId=${id}&action=reports.update`)).body;
      expect(events).toHaveLength(2);
    }
  });
});
