import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanItem, Report } from '../../../sync/model/index.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { png } from '../../support/sample-files.ts';
import { upload } from '../evidence/build.ts';
import { answered, reportLike, reportsLike } from './build.ts';

describe.each(engines)('reports are found on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office.close());

  const as = () => office.district.as;
  const idsOf = async (url: string) => ((await as().officer.get(url)).body as Report[]).map(({ id }) => id);
  /** The item at the very top of the plan, above a report's step. */
  const topOf = async ({ planItemId }: Report): Promise<PlanItem> => {
    let item = (await as().officer.get(`/api/planItems/${planItemId}`)).body as PlanItem;
    while (item.parentId) item = (await as().officer.get(`/api/planItems/${item.parentId}`)).body;
    return item;
  };

  it('by an item of the plan, whatever their depth below it', async () => {
    const [report] = await reportsLike(office, office.district, [answered]);
    const [elsewhere] = await reportsLike(office, office.district, [answered]);
    const found = await idsOf(`/api/reports?itemId=${(await topOf(report!)).id}`);
    expect(found).toContain(report!.id);
    expect(found).not.toContain(elsewhere!.id);
    expect(await idsOf(`/api/reports?itemId=${report!.planItemId}`)).toEqual([report!.id]);
    expect(await idsOf('/api/reports?itemId=nothing')).toEqual([]);
  });

  it('by the evidence that they hold, and evidence by the item it proves', async () => {
    const report = await reportLike(office, answered);
    const [photo] = await upload(as().officer, report, { name: '現場.png', bytes: png() });
    expect(await idsOf(`/api/reports?evidenceId=${photo!.id}`)).toEqual([report.id]);
    expect(await idsOf(`/api/evidence?itemId=${(await topOf(report)).id}`)).toEqual([photo!.id]);
    expect(await idsOf('/api/evidence?itemId=nothing')).toEqual([]);
  });

  it('only as far as the person may see them', async () => {
    const report = await reportLike(office, answered);
    const [photo] = await upload(as().officer, report, { name: '現場.png', bytes: png() });
    for (const url of [`/api/reports?evidenceId=${photo!.id}`, `/api/evidence?itemId=${report.planItemId}`])
      expect((await as().otherOfficer.get(url)).body, url).toEqual([]);
  });
});
