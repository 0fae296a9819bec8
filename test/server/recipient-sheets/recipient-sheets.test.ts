import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../support/engines.ts';
import { type HandingDesk, openHandingDesk } from './desk.ts';

describe.each(engines)('collections handed out as spreadsheets on $name', engine => {
  let desk: HandingDesk;
  beforeAll(async () => {
    desk = await openHandingDesk(engine);
    desk.cloud.now = () => desk.office.context.now().getTime();
  }, 60_000);
  afterAll(() => desk?.close());

  const ask = (more: object = {}) => desk.ask([desk.office.district.agency.id, desk.office.sibling.agency.id], 3, more);

  it('come back as files, which are read, applied and settled like any other', async () => {
    const asked = await ask();
    const [sheet] = await desk.handedOut(asked);
    expect(desk.bookOf(sheet!).tabs.map(({ properties }) => properties.title)).toEqual(['自評表']);
    expect(await desk.recipient(sheet!.recipientId)).toMatchObject({ sentVia: 'sheet', state: 'notReturned' });
    desk.write(sheet!, 0, 'result', '已完成');
    desk.write(sheet!, 1, 'narrative', '線上填寫');
    const [file, ...more] = await desk.taken(sheet!);
    expect(more).toEqual([]);
    expect(file).toMatchObject({ via: 'sheet', recognisedBy: 'person', state: 'read', doubts: [], edition: 1 });
    expect(await desk.applyAll(asked.collection)).toEqual({ applied: 1, left: [] });
    const rows = (await desk.rows(asked.collection)).filter(({ recipientId }) => recipientId === sheet!.recipientId);
    expect(rows.map(({ accepted }) => accepted)).toContainEqual(expect.objectContaining({ narrative: '線上填寫' }));
    expect(await desk.recipient(sheet!.recipientId)).toMatchObject({ state: 'consolidated', fileId: file!.id });
  });
});
