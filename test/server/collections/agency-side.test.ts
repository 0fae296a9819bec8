import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Collection, Recipient } from '../../../sync/model/index.ts';
import { roles } from '../../../sync/model/index.ts';
import { collectionDesk } from '../../support/collection-desk.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';

const desk = ['secretariat', 'head', 'auditor'] as const;

describe.each(engines)('an agency that is asked on $name', engine => {
  let office: Office;
  let opened: Collection;
  let draft: Collection;
  let own: Recipient;
  let others: Recipient;
  beforeAll(async () => {
    office = await openOffice(engine);
    const bureau = collectionDesk(() => office.bureau.as.secretariat);
    const agencies = [office.district.agency.id, office.sibling.agency.id];
    opened = await bureau.open(await bureau.draft(await bureau.template(), agencies));
    draft = await bureau.draft(await bureau.template(), agencies);
    const lines = await bureau.recipients(opened);
    own = lines.find(({ agencyId }) => agencyId === office.district.agency.id)!;
    others = lines.find(({ agencyId }) => agencyId === office.sibling.agency.id)!;
  });
  afterAll(() => office?.close());

  const idsOf = async (path: string, role: (typeof roles)[number]) => {
    const { status, body } = await office.district.as[role].get(path);
    return status === 200 ? body.map(({ id }: { id: string }) => id) : status;
  };

  it.each(roles)('sees its own line of the roster once the collection is open, and no other, as %s', async role => {
    const may = (desk as readonly string[]).includes(role);
    expect(await idsOf('/api/recipients', role)).toEqual(may ? [own.id] : 403);
    expect(await idsOf('/api/collections', role)).toEqual(may ? [opened.id] : 403);
    const rows = await idsOf('/api/collectionRows', role);
    expect(Array.isArray(rows) ? rows.length : rows).toBe(may ? 3 : 403);
    const client = office.district.as[role];
    const codes = async (...paths: string[]) => Promise.all(paths.map(async path => (await client.get(path)).status));
    expect(
      await codes(
        `/api/recipients/${own.id}`,
        `/api/recipients/${own.id}/workbook`,
        `/api/collections/${opened.id}`,
        `/api/recipients/${others.id}`,
        `/api/recipients/${others.id}/workbook`,
        `/api/collections/${draft.id}`,
      ),
    ).toEqual(may ? [200, 200, 200, 404, 404, 404] : [403, 403, 403, 403, 403, 403]);
  });

  it.each(roles)('changes nothing of it, and learns nothing of the others, as %s', async role => {
    const client = office.district.as[role];
    const { id } = opened;
    const version = { version: 2 };
    const answers = await Promise.all([
      client.patch(`/api/collections/${id}`, { ...version, name: '改名' }),
      client.delete(`/api/collections/${id}`),
      client.post(`/api/collections/${id}/close`, version),
      client.post(`/api/collections/${id}/reopen`, { ...version, reason: '理由' }),
      client.post(`/api/collections/${id}/open`, version),
      client.post(`/api/collections/${id}/editions`, { ...version, templateId: opened.templateId }),
      client.post(`/api/collections/${id}/editions/preview`, { ...version, templateId: opened.templateId }),
      client.post(`/api/collections/${id}/recipients`, { agencyIds: [office.sibling.agency.id] }),
      client.post(`/api/collections/${id}/mail`, {}),
      client.post(`/api/collections/${id}/chase`, {}),
      client.get(`/api/collections/${id}/roster`),
      client.get(`/api/collections/${id}/workbooks.zip`),
      client.patch(`/api/recipients/${own.id}`, { version: own.version, mailTo: 'spy@example.org' }),
      client.delete(`/api/recipients/${own.id}`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
  });

  it('sees the instructions with its line, and that it took its workbook is told to the bureau', async () => {
    const { body } = await office.district.as.secretariat.get(`/api/recipients?_expand=collection`);
    expect(body[0].collection).toMatchObject({ name: '一一四年服務自評', instructions: '請於期限前回復。' });
    const { body: seen } = await office.bureau.as.secretariat.get(`/api/recipients/${own.id}`);
    expect(seen).toMatchObject({ sentVia: 'app' });
    const { body: events } = await office.bureau.as.secretariat.get(
      `/api/events?recordId=${own.id}&action=recipients.download`,
    );
    expect(events[0].actorId).toBe(office.district.users.secretariat.id);
  });

  it('cannot use the collection as the one before its own', async () => {
    const district = collectionDesk(() => office.district.as.secretariat);
    const { id: templateId } = await district.template();
    const { status, body } = await office.district.as.secretariat.post('/api/collections', {
      name: '自己的',
      templateId,
      dueDate: '2025-06-30',
      instructions: '',
      previousId: opened.id,
      agencyIds: [],
    });
    expect([status, body.code]).toEqual([400, 'foreign_reference']);
  });

  it('is no bureau’s that it does not stand below', async () => {
    for (const client of [office.foreign.as.secretariat, office.sibling.as.secretariat]) {
      expect((await client.get(`/api/recipients/${own.id}`)).status).toBe(404);
    }
    const bureau = collectionDesk(() => office.bureau.as.secretariat);
    const { id: templateId } = await bureau.template();
    for (const agency of [office.foreign.agency, office.bureau.agency, { id: 'nobody' }]) {
      const { status, body } = await office.bureau.as.secretariat.post('/api/collections', {
        name: '不該成立',
        templateId,
        dueDate: '2025-06-30',
        instructions: '',
        previousId: null,
        agencyIds: [office.district.agency.id, agency.id],
      });
      expect([status, body.code, body.details]).toEqual([400, 'recipient_not_below', { agencyIds: [agency.id] }]);
    }
  });
});
