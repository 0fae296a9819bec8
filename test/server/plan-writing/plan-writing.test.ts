import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReading } from '../../../server/reading/run.ts';
import { planFileFormats } from '../../../sync/model/index.ts';
import { readPlan } from '../../../sync/outline/index.ts';
import { planFormats } from '../../../sync/outline/write/index.ts';
import { findSoffice } from '../../../sync/sheet/libreoffice/index.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { publish, sampleDocument, sampleItems } from '../publication/build.ts';

const soffice = findSoffice();

describe.each(engines)('a plan as a file on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office.close());

  const secretariat = () => office.district.as.secretariat;
  const draft = async (title: string): Promise<string> => {
    const made = await secretariat().post('/api/plans/import', { year: 114, title, items: sampleItems });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    return made.body.id;
  };

  it('holds the whole plan, in every format', async () => {
    const plan = await publish(secretariat());
    for (const format of planFormats) {
      const { status, raw, headers } = await secretariat().get(`/api/plans/${plan.id}/file?format=${format}`);
      expect(status).toBe(200);
      expect(headers['content-disposition']).toContain(encodeURIComponent(`${plan.title}.${format}`));
      expect(headers['cache-control']).toBe('private, no-store');
      const read = await readPlan(raw, `plan.${format}`);
      // Of a review, a document tells its text; the rest is read out of that.
      const { reviews, ...rest } = sampleDocument(office.district.agency.name);
      expect(read.plan).toMatchObject({ ...rest, reviews: reviews.map(({ text }) => ({ text })) });
    }
  });

  it('is given of a draft too, and recorded', async () => {
    const id = await draft('草案計畫');
    expect((await secretariat().get(`/api/plans/${id}/file?format=odt`)).status).toBe(200);
    const { body } = await secretariat().get(`/api/events?resource=plans&recordId=${id}&action=plans.download`);
    expect(body).toHaveLength(1);
    expect(body[0].after).toEqual({ name: '草案計畫.odt' });
  });

  it('is given to whoever may read the plan, and exists for nobody else', async () => {
    const id = await draft('本所計畫');
    const url = `/api/plans/${id}/file?format=ods`;
    expect((await office.district.as.officer.get(url)).status).toBe(200);
    expect((await office.sibling.as.secretariat.get(url)).status).toBe(404);
    expect((await office.bureau.as.secretariat.get(url)).status).toBe(404);
    expect((await office.stranger.get(url)).status).toBe(401);
    expect((await office.sibling.as.secretariat.get(`/api/plans/${id}/fileFormats`)).status).toBe(404);
  });

  it('has the formats that are offered, and no others', async () => {
    const id = await draft('格式計畫');
    const { body } = await secretariat().get(`/api/plans/${id}/fileFormats`);
    expect(body.formats).toEqual(
      planFileFormats.map(format => ({ format, available: format !== 'pdf' || soffice !== null })),
    );
    for (const query of ['', '?format=exe', '?format=docx&other=1'])
      expect((await secretariat().get(`/api/plans/${id}/file${query}`)).status).toBe(400);
  });
});

describe('a plan as .pdf', () => {
  const plan = sampleDocument('青田區公所');
  const silent = { error: () => {} };
  const lane = { timeMs: 60_000, heapMb: 512, atOnce: 1, idleMs: 100 };
  const order = { plan, format: 'pdf', name: '計畫.pdf' } as const;

  it.runIf(soffice)('is printed where LibreOffice is installed', { timeout: 90_000 }, async () => {
    const written = await createReading(lane).write(order, silent);
    expect(written).toMatchObject({ ok: true });
    expect(written.ok && Buffer.from(written.result).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is refused with what to do where it is not', async () => {
    const without = createReading({ ...lane, conversion: { timeMs: 1000, mostWaiting: 1, soffice: null } });
    const written = await without.write(order, silent);
    expect(written).toMatchObject({ ok: false, issue: { code: 'printer_missing' } });
    expect(!written.ok && written.issue.message).toContain('安裝 LibreOffice');
  });

  it('waits for its turn, and is turned away when too many do', async () => {
    const none = createReading({ ...lane, conversion: { timeMs: 1000, mostWaiting: 0, soffice: null } });
    const [first, second] = await Promise.all([none.write(order, silent), none.write(order, silent)]);
    expect(first).toMatchObject({ issue: { code: 'printer_missing' } });
    expect(second).toMatchObject({ issue: { code: 'printing_busy' } });
  });
});
