import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStamp } from '../../../sync/collect/index.ts';
import type { Collection } from '../../../sync/model/index.ts';

import { collectionDesk, opened as read } from '../../support/collection-desk.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { foundAgencies } from '../../support/returns-desk.ts';

describe.each(engines)('the workbooks of a collection in one archive on $name', engine => {
  const count = 40;
  let office: Office;
  let collection: Collection;
  beforeAll(async () => {
    office = await openOffice(engine);
    const agencies = await foundAgencies(office, count);
    const template = await desk.template();
    collection = await desk.open(
      await desk.draft(
        template,
        agencies.map(({ id }) => id),
        { name: 'A/B:「案」?' },
      ),
    );
  });
  afterAll(() => office?.close());

  const desk = collectionDesk(() => office.bureau.as.secretariat);
  const zip = async (query = '') => {
    const { status, body, raw, headers } = await office.bureau.as.secretariat.get(
      `/api/collections/${collection.id}/workbooks.zip${query}`,
    );
    return { status, body, headers, files: status === 200 ? unzipSync(new Uint8Array(raw)) : {} };
  };

  it('are all there, each under the name of its agency, and are those that are stored', async () => {
    const recipients = await desk.recipients(collection);
    const { files, headers } = await zip();
    expect(headers['content-disposition']).toContain(encodeURIComponent('A_B_「案」_.zip'));
    expect(Object.keys(files)).toEqual(recipients.map(({ fileName }) => fileName).toSorted());
    for (const { id, fileName } of recipients)
      expect(readStamp(read(files[fileName!]!, fileName!))).toMatchObject({ recipient: id });
    expect(await desk.recipient(recipients[0]!.id)).toMatchObject({ sentVia: 'file' });
    expect((await desk.eventsOf(collection.id)).at(-1)).toBe('collections.download');
  });

  it('may be chosen, and none of another collection', async () => {
    const [first, second] = await desk.recipients(collection);
    for (const query of [
      `?recipientIds=${first!.id}&recipientIds=${second!.id}`,
      `?recipientIds=${first!.id},${second!.id}`,
    ])
      expect(Object.keys((await zip(query)).files).toSorted()).toEqual([first!.fileName, second!.fileName].toSorted());
    expect((await zip('?recipientIds=nobody')).body.code).toBe('foreign_reference');
    expect((await zip('?recipientIds=')).body.code).toBe('workbooks_none');
    expect((await zip('?what=1')).status).toBe(400);
  });

  it('are not offered before they are made', async () => {
    const draft = await desk.draft(await desk.template(), [office.district.agency.id]);
    const { status, body } = await office.bureau.as.secretariat.get(`/api/collections/${draft.id}/workbooks.zip`);
    expect([status, body.code]).toEqual([409, 'workbooks_not_made']);
    const [recipient] = await desk.recipients(draft);
    expect((await office.bureau.as.secretariat.get(`/api/recipients/${recipient!.id}/workbook`)).body.code).toBe(
      'workbook_not_made',
    );
  });
});
