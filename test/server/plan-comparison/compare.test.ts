import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noSections, type PlanSectionRow, type PlanSections, planComparison } from '../../../sync/model/index.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { carried, yearDraft, yearPlan } from '../carry-forward/office-plan.ts';
import { itemsOf, published, unpublished } from '../plans/build.ts';

const member = { title: '組長', member: '林小明', duty: '綜理', remarks: '' };

describe.each(engines)('two plans side by side on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office?.close());

  const nextYear = async () => {
    const { secretariat } = office.district.as;
    const { plan, items } = await yearPlan(secretariat);
    const next = await carried(secretariat, plan);
    const now = await itemsOf(secretariat, next);
    const of = (id: string) => now.find(item => item.carriedFrom === id)!;
    await secretariat.patch(`/api/planItems/${of(items.signs.id).id}`, {
      version: 1,
      text: '更新櫃台指引牌並加註三種外語。',
    });
    await secretariat.delete(`/api/planItems/${of(items.survey.id).id}`);
    return { plan, next };
  };

  it('tell what was reworded and what went', async () => {
    const { plan, next } = await nextYear();
    const { status, body } = await office.district.as.officer.get(`/api/plans/${next.id}/compare?with=${plan.id}`);
    expect(status).toBe(200);
    expect(planComparison.parse(body).counts).toEqual({
      same: 3,
      reworded: 1,
      moved: 0,
      adjusted: 0,
      added: 0,
      removed: 1,
    });
    const { words } = body.rows.find((row: { kind: string }) => row.kind === 'reworded');
    expect(
      words
        .filter((word: { in: string }) => word.in === 'after')
        .map((word: { text: string }) => word.text)
        .join(''),
    ).toContain('三種');
  });

  it('tell what changed around the tree, of a superior no more than the public page', async () => {
    const { plan, next } = await nextYear();
    const { secretariat } = office.district.as;
    const said = { ...noSections, goals: ['提供便捷服務。'], taskForce: [member] };
    const set = async (id: string, sections: PlanSections, as = secretariat) => {
      const { body: row } = await as.get(`/api/plans/${id}`);
      expect((await as.patch(`/api/plans/${id}`, { version: row.version, sections })).status).toBe(200);
    };
    await set(next.id, { ...said, goals: ['提供便捷、友善的服務。'] });
    const { body } = await secretariat.get(`/api/plans/${next.id}/compare?with=${plan.id}`);
    expect(body.sections.map(({ section, kind }: PlanSectionRow) => [section, kind])).toEqual([
      ['goals', 'added'],
      ['taskForce', 'added'],
    ]);
    const { plan: above } = await yearDraft(office.bureau.as.secretariat);
    await set(above.id, said, office.bureau.as.secretariat);
    await published(
      office.bureau.as.secretariat,
      (await office.bureau.as.secretariat.get(`/api/plans/${above.id}`)).body,
    );
    const beside = await secretariat.get(`/api/plans/${next.id}/compare?with=${above.id}`);
    expect(beside.status).toBe(200);
    expect(JSON.stringify(beside.body.sections.map(({ before }: PlanSectionRow) => before))).not.toContain('林小明');
    expect(JSON.stringify(beside.body.sections)).toContain('（不公開）');
  });

  it('come as a workbook', async () => {
    const { plan, next } = await nextYear();
    const { headers, raw } = await office.district.as.secretariat.get(
      `/api/plans/${next.id}/compare.xlsx?with=${plan.id}`,
    );
    expect(headers['content-disposition']).toContain(encodeURIComponent('115年度為民服務計畫'));
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(raw as never);
    const [sheet] = book.worksheets;
    const column = sheet!.getColumn(1).values.slice(4);
    expect(column).toEqual(['未變更', '未變更', '未變更', '文字修改', '刪除']);
    expect(sheet!.getCell('C7').text).toBe('更新櫃台指引牌並加註外語。');
    expect(sheet!.getCell('G7').text).toBe('更新櫃台指引牌並加註三種外語。');
  });

  it('may be a plan and what its superior published, and no more of the superior', async () => {
    const { plan } = await yearPlan(office.district.as.secretariat);
    const { plan: above } = await yearPlan(office.bureau.as.secretariat, 'published');
    const { plan: hidden } = await yearDraft(office.bureau.as.secretariat);
    const { plan: beside } = await yearPlan(office.sibling.as.secretariat, 'published');
    const { secretariat } = office.district.as;
    const look = async (id: string) => (await secretariat.get(`/api/plans/${plan.id}/compare?with=${id}`)).status;
    expect(await look(above.id)).toBe(200);
    expect([await look(hidden.id), await look(beside.id), await look('nowhere')]).toEqual([404, 404, 404]);
    const choices = async () =>
      (await secretariat.get(`/api/plans/${plan.id}/beside`)).body.map((each: { id: string; relation: string }) => [
        each.id,
        each.relation,
      ]);
    expect(await choices()).toContainEqual([above.id, 'superior']);
    expect((await choices()).map(([id]: string[]) => id)).not.toContain(hidden.id);
    await unpublished(office.bureau.as.secretariat, above);
    expect(await look(above.id)).toBe(404);
  });
});
