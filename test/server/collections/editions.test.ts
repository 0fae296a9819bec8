import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Edition, readStamp } from '../../../sync/collect/index.ts';
import type { Collection, CollectionRow, EditionMapping, TemplateDetail } from '../../../sync/model/index.ts';
import { odsForm, otherWorkbook, type PrintedStep, tickForm } from '../../support/bureau-forms.ts';
import { collectionDesk, freshSteps } from '../../support/collection-desk.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';

const texts: readonly string[] = [
  '設置引導志工協助民眾洽公',
  '每季召開為民服務檢討會議',
  '檢視無障礙設施並改善',
  '公布申辦項目與處理時限',
];
const numbered = (...steps: readonly string[]): readonly PrintedStep[] =>
  steps.map((text, i) => ({ label: String(i + 1), text }));

describe.each(engines)('a newer edition on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office?.close());

  const desk = collectionDesk(() => office.bureau.as.secretariat);
  const secretariat = () => office.bureau.as.secretariat;
  let years = 114;
  /** A template with these questions; the title tells it from the others. */
  const form = async (...steps: readonly string[]): Promise<TemplateDetail> =>
    desk.template(await tickForm({ steps: numbered(...steps), year: years++ }));
  const opened = async (...steps: readonly string[]): Promise<Collection> =>
    desk.open(await desk.draft(await form(...steps), [office.district.agency.id, office.sibling.agency.id]));
  const rowsOf = async ({ id }: Collection): Promise<readonly CollectionRow[]> =>
    (await secretariat().get(`/api/collectionRows?collectionId=${id}&_sort=position`)).body;
  const issue = (verb: string, collection: Collection, { id: templateId }: TemplateDetail, more: object = {}) =>
    desk.send(verb, collection, { templateId, ...more });

  it('keeps the questions that read as before, tells the others, and goes to every agency', async () => {
    const first = await opened(texts[0]!, texts[1]!, texts[2]!);
    const before = await rowsOf(first);
    const newer = await form(texts[0]!, texts[3]!, texts[1]!);
    const { status, body } = await issue('editions', first, newer);
    expect(status, JSON.stringify(body)).toBe(201);
    expect(body.collection).toMatchObject({ edition: 2, templateId: newer.id, version: 3 });
    const mapping: EditionMapping = body.mapping;
    expect(mapping.same).toBe(1);
    expect(mapping.renumbered).toEqual([
      expect.objectContaining({ rowId: before[1]!.id, text: texts[1], label: '3', was: '2' }),
    ]);
    expect(mapping.new.map(({ text }) => text)).toEqual([texts[3]]);
    expect(mapping.gone).toEqual([{ rowId: before[2]!.id, label: '3', text: texts[2] }]);
    const after = await rowsOf(first);
    expect(after.map(({ text }) => text)).toEqual([texts[0], texts[3], texts[1], texts[2]]);
    expect([after[0]!.id, after[2]!.id, after[3]!.id]).toEqual(before.map(({ id }) => id));
    await desk.made(first);
    for (const recipient of await desk.recipients(first)) {
      expect(recipient).toMatchObject({ edition: 2 });
      expect(recipient.fileName).toContain('_第2版.xlsx');
      expect(readStamp(await desk.workbook(recipient))).toMatchObject({ edition: 2, recipient: recipient.id });
    }
    const editions = await office.context.db
      .selectFrom('collectionEditions')
      .select('issued')
      .where('collectionId', '=', first.id)
      .orderBy('number')
      .execute();
    const [one, two] = editions.map(({ issued }) => (JSON.parse(issued) as Edition).rows.map(({ rowId }) => rowId));
    expect(one).toEqual(before.map(({ id }) => id));
    expect(two).toEqual(after.slice(0, 3).map(({ id }) => id));
  });

  it('takes a question in other words for the earlier one only when a person says so', async () => {
    const reworded = '每一季召開一次為民服務檢討會議';
    const first = await opened(texts[0]!, texts[1]!);
    const [, question] = await rowsOf(first);
    const newer = await form(texts[0]!, reworded);
    const { body: preview } = await issue('editions/preview', first, newer);
    expect(preview).toMatchObject({ same: 1, reworded: [], gone: [{ rowId: question!.id }] });
    const [row] = (preview as EditionMapping).new;
    expect(row!.candidates[0]).toMatchObject({ rowId: question!.id, text: texts[1] });
    expect((await desk.now(first)).edition).toBe(1);
    const rows = [{ sheet: row!.sheet, row: row!.row, rowId: question!.id }];
    const { body } = await issue('editions', first, newer, { rows });
    expect(body.mapping).toMatchObject({ same: 1, new: [], gone: [] });
    expect(body.mapping.reworded).toEqual([expect.objectContaining({ rowId: question!.id, was: texts[1] })]);
    expect((await rowsOf(first)).map(({ id, text }) => [id, text])[1]).toEqual([question!.id, reworded]);
  });

  it('lets a person say that a question is a new one although it reads as before', async () => {
    const first = await opened(texts[0]!, texts[1]!);
    const [question] = await rowsOf(first);
    const newer = await form(texts[0]!, texts[1]!);
    const { sheets } = newer.profile;
    const rows = [{ sheet: sheets[0]!.name, row: sheets[0]!.rows[0]!.row, rowId: null }];
    const { body } = await issue('editions', first, newer, { rows });
    expect(body.mapping).toMatchObject({ same: 1, new: [{ text: texts[0] }], gone: [{ rowId: question!.id }] });
  });

  it('knows a question again that the edition between left out', async () => {
    const first = await opened(texts[0]!, texts[1]!);
    const before = await rowsOf(first);
    const { body: second } = await issue('editions', first, await form(texts[0]!));
    const { body: third } = await issue('editions', second.collection, await form(texts[0]!, texts[1]!));
    expect(third.mapping).toMatchObject({ same: 2, new: [], gone: [] });
    expect((await rowsOf(first)).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  it('is refused when it is stale, not one’s own, no form, or says what cannot be', async () => {
    const first = await opened(texts[0]!, texts[1]!);
    const newer = await form(texts[0]!, texts[2]!);
    const [question] = await rowsOf(first);
    const { body: stale } = await issue('editions', { ...first, version: 1 }, newer);
    expect([stale.code, stale.details.current.version]).toEqual(['stale_version', 2]);
    const foreign = collectionDesk(() => office.foreign.as.secretariat);
    expect((await issue('editions', first, await foreign.template())).status).toBe(404);
    expect(
      (await secretariat().upload('/api/templates', [{ name: '庫存.xlsx', bytes: await otherWorkbook() }])).status,
    ).toBe(422);
    const place = { sheet: '自評表', row: 6 };
    for (const rows of [
      [{ sheet: '別張', row: 6, rowId: null }],
      [{ ...place, rowId: 'nobody' }],
      [
        { ...place, rowId: null },
        { ...place, rowId: null },
      ],
      [
        { ...place, rowId: question!.id },
        { ...place, row: 7, rowId: question!.id },
      ],
    ])
      expect((await issue('editions', first, newer, { rows })).body.code).toBe('collection_row_unknown');
    const { body: closed } = await desk.send('close', await desk.now(first));
    expect((await issue('editions', closed, newer)).body.code).toBe('collection_must_be_open');
    expect((await desk.now(first)).edition).toBe(1);
  });

  it('of a draft is another form in its place', async () => {
    const draft = await desk.draft(await form(texts[0]!), [office.district.agency.id]);
    const other = await desk.template(odsForm({ steps: freshSteps(2) }), '另一份.ods');
    const { body } = await issue('editions', draft, other);
    expect(body.collection).toMatchObject({ edition: 1, templateId: other.id, state: 'draft' });
    expect(await rowsOf(draft)).toHaveLength(2);
    const collection = await desk.open(body.collection);
    const [recipient] = await desk.recipients(collection);
    expect(recipient!.fileName).toMatch(/\.ods$/);
    expect(readStamp(await desk.workbook(recipient!))).toMatchObject({ edition: 1, recipient: recipient!.id });
  });
});
