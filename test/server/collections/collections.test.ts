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

  it('make the same bytes for the same agency, whichever server makes them', async () => {
    const { context } = office;
    const collection = await desk.open(await drafted());
    const [recipient] = await desk.recipients(collection);
    await context.db
      .updateTable('recipients')
      .set({ edition: null, sha256: null })
      .where('id', '=', recipient!.id)
      .execute();
    context.background.wake('workbooks');
    await desk.made(collection);
    expect((await desk.recipient(recipient!.id)).sha256).toBe(recipient!.sha256);
  });

  it('ask the form as it is when they are opened, and refuse one that cannot be made out', async () => {
    const { secretariat } = office.bureau.as;
    const template = await desk.template();
    const draft = await desk.draft(template, both());
    const corrections = [{ sheet: '自評表', dropRows: [8] }];
    await secretariat.patch(`/api/templates/${template.id}`, { version: template.version, corrections });
    const opened = await desk.open(draft);
    const { body: rows } = await secretariat.get(`/api/collectionRows?collectionId=${opened.id}`);
    expect(rows).toHaveLength(2);
  });

  it('are edited until they end, taken up again with a reason, and every step is on record', async () => {
    const { secretariat } = office.bureau.as;
    const collection = await desk.open(await drafted());
    const { id } = collection;
    const { body: renamed } = await secretariat.patch(`/api/collections/${id}`, {
      version: 2,
      name: '改名',
      dueDate: '2025-07-31',
    });
    expect(renamed).toMatchObject({ name: '改名', dueDate: '2025-07-31', version: 3 });
    const { body: stale } = await secretariat.patch(`/api/collections/${id}`, { version: 2, name: '晚了' });
    expect([stale.code, stale.details.current.name]).toEqual(['stale_version', '改名']);
    const { body: closed } = await desk.send('close', renamed);
    expect(closed).toMatchObject({ state: 'closed', version: 4 });
    expect((await secretariat.patch(`/api/collections/${id}`, { version: 4, name: '再改' })).body.code).toBe(
      'collection_ended',
    );
    expect((await secretariat.post(`/api/collections/${id}/recipients`, { agencyIds: both() })).body.code).toBe(
      'collection_ended',
    );
    expect((await desk.send('close', closed)).body.code).toBe('illegal_transition');
    expect((await desk.send('reopen', closed)).status).toBe(400);
    expect((await desk.send('reopen', closed, { reason: '補收' })).body).toMatchObject({ state: 'open' });
    expect((await secretariat.delete(`/api/collections/${id}`)).body.code).toBe('collection_not_draft');
    expect(await desk.eventsOf(id)).toEqual(
      ['create', 'open', 'update', 'close', 'reopen'].map(verb => `collections.${verb}`),
    );
  });

  it('take agencies in while they are open, each once, and let one go while nothing came of it', async () => {
    const { secretariat } = office.bureau.as;
    const collection = await desk.open(await desk.draft(await desk.template(), [office.district.agency.id]));
    const add = () => secretariat.post(`/api/collections/${collection.id}/recipients`, { agencyIds: both() });
    const { status, body: added } = await add();
    expect([status, added.length, added[0].agencyId]).toEqual([201, 1, office.sibling.agency.id]);
    expect((await add()).body).toEqual([]);
    await desk.made(collection);
    expect(await desk.recipient(added[0].id)).toMatchObject({ edition: 1 });
    expect((await secretariat.delete(`/api/recipients/${added[0].id}`)).status).toBe(200);
    expect(await desk.roster(collection)).toMatchObject({ total: 1, making: 0 });
    expect(await desk.eventsOf(added[0].id)).toEqual(['recipients.create', 'recipients.make', 'recipients.delete']);
  });

  it('write to an agency where it was written to before, else to its secretariat', async () => {
    const { secretariat } = office.bureau.as;
    const { district, context } = office;
    await context.db
      .updateTable('users')
      .set({ email: 'desk@example.org' })
      .where('id', '=', district.users.secretariat.id)
      .execute();
    const first = await drafted();
    const [before] = (await desk.recipients(first)).filter(({ agencyId }) => agencyId === district.agency.id);
    expect(before!.mailTo).toBe('desk@example.org');
    await secretariat.patch(`/api/recipients/${before!.id}`, { version: 1, mailTo: 'other@example.org' });
    const { body: late } = await secretariat.patch(`/api/recipients/${before!.id}`, {
      version: 1,
      mailTo: 'late@example.org',
    });
    expect(late.code).toBe('stale_version');
    const [next] = (await desk.recipients(await drafted())).filter(({ agencyId }) => agencyId === district.agency.id);
    expect(next!.mailTo).toBe('other@example.org');
  });

  it('hold on to their template and to the collection before them', async () => {
    const { secretariat } = office.bureau.as;
    const template = await desk.template();
    const first = await desk.open(await desk.draft(template, both()));
    expect((await secretariat.delete(`/api/templates/${template.id}`)).body.code).toBe('in_use');
    const second = await drafted({ previousId: first.id });
    expect(second.previousId).toBe(first.id);
    const self = await secretariat.patch(`/api/collections/${second.id}`, { version: 1, previousId: second.id });
    expect(self.body.code).toBe('foreign_reference');
    const newer = await desk.template();
    const { body } = await desk.send('editions', first, { templateId: newer.id });
    expect(body.collection.templateId).toBe(newer.id);
    expect((await secretariat.delete(`/api/templates/${template.id}`)).body.code).toBe('in_use');
  });

  it('are deleted as drafts with all that is theirs', async () => {
    const { secretariat } = office.bureau.as;
    const draft = await drafted();
    expect((await secretariat.delete(`/api/collections/${draft.id}`)).status).toBe(200);
    expect(await desk.recipients(draft)).toEqual([]);
    expect((await secretariat.get(`/api/collections/${draft.id}`)).status).toBe(404);
  });

  it('refuse what is no collection', async () => {
    const { secretariat } = office.bureau.as;
    const { id: templateId } = await desk.template();
    const good = {
      name: '案',
      templateId,
      dueDate: '2025-06-30',
      instructions: '',
      previousId: null,
      agencyIds: both(),
    };
    for (const wrong of [
      { ...good, dueDate: '2025-02-30' },
      { ...good, name: ' ' },
      { ...good, name: '兩\0行' },
      { ...good, agencyIds: 'all' },
      { ...good, state: 'open' },
      { ...good, previousId: 'nobody' },
    ])
      expect((await secretariat.post('/api/collections', wrong)).status, JSON.stringify(wrong)).toBe(400);
    expect((await secretariat.post('/api/collections', { ...good, templateId: 'nobody' })).status).toBe(404);
    expect((await secretariat.post('/api/collections', { ...good, agencyIds: [...both(), ...both()] })).status).toBe(
      201,
    );
  });

  it('opened twice at once are opened once', async () => {
    const draft = await drafted();
    const answers = await Promise.all([desk.send('open', draft), desk.send('open', draft), desk.send('open', draft)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    const { body: rows } = await office.bureau.as.secretariat.get(`/api/collectionRows?collectionId=${draft.id}`);
    expect(rows).toHaveLength(3);
  });
});
