import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStamp } from '../../../sync/collect/index.ts';
import { tickForm } from '../../support/bureau-forms.ts';
import { collectionDesk, freshSteps } from '../../support/collection-desk.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';

describe.each(engines)('collections on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office?.close());

  const desk = collectionDesk(() => office.bureau.as.secretariat);
  const both = () => [office.district.agency.id, office.sibling.agency.id];
  const drafted = async (more: object = {}) => desk.draft(await desk.template(), both(), more);

  it('begin as a draft with the questions of the form and the agencies that are asked', async () => {
    const collection = await drafted();
    expect(collection).toMatchObject({ state: 'draft', edition: 1, agencyId: office.bureau.agency.id, version: 1 });
    const { body: rows } = await office.bureau.as.secretariat.get(
      `/api/collectionRows?collectionId=${collection.id}&_sort=position`,
    );
    expect(rows.map((row: { label: string }) => row.label)).toEqual(['1', '2', '3']);
    expect(rows[0]).toMatchObject({ path: ['把基本服務做好'], position: 0, bureauId: office.bureau.agency.id });
    const recipients = await desk.recipients(collection);
    expect(recipients.map(({ agencyId }) => agencyId).toSorted()).toEqual(both().toSorted());
    expect(recipients[0]).toMatchObject({ state: 'notReturned', edition: null, sha256: null, chases: 0 });
    expect(await desk.roster(collection)).toMatchObject({
      total: 2,
      making: 0,
      counts: { notReturned: 2, overdue: 0 },
    });
  });

  it('when opened make a workbook for each agency, with its name in it and the ids by which it is known again', async () => {
    const bytes = await tickForm({ steps: freshSteps(3) });
    const collection = await desk.open(await desk.draft(await desk.template(bytes), both()));
    expect(collection).toMatchObject({ state: 'open', version: 2 });
    const recipients = await desk.recipients(collection);
    for (const recipient of recipients) {
      expect(recipient).toMatchObject({ edition: 1 });
      const { agency } = [office.district, office.sibling].find(each => each.agency.id === recipient.agencyId)!;
      expect(recipient.fileName).toBe(`${agency.name}_一一四年服務自評.xlsx`);
      const workbook = await desk.workbook(recipient);
      expect(workbook.sheets[0]?.anchor(2, 2)?.text).toBe(agency.name);
      expect(readStamp(workbook)).toEqual({ collection: collection.id, edition: 1, recipient: recipient.id });
    }
    expect(await desk.eventsOf(recipients[0]!.id)).toEqual([
      'recipients.create',
      'recipients.make',
      'recipients.download',
    ]);
    expect(await desk.eventsOf(collection.id)).toEqual(['collections.create', 'collections.open']);
  });
});
