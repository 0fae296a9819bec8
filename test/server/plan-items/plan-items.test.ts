import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inPrintedOrder, type PlanItem } from '../../../sync/model/index.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { addItem, approved, draftPlan, itemsOf } from '../plans/build.ts';
import { printed, wholeness } from './wholeness.ts';

describe.each(engines)('plan items on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office.close());

  const secretariat = () => office.district.as.secretariat;
  const move = (item: PlanItem, parent: PlanItem | null, index: number, version = item.version) =>
    secretariat().post(`/api/planItems/${item.id}/move`, { version, parentId: parent?.id ?? null, index });

  /** 甲 > (乙 > 丁, 丙), 戊 */
  const sample = async () => {
    const plan = await draftPlan(secretariat());
    const add = (text: string, parent: PlanItem | null) => addItem(secretariat(), plan, parent, { text });
    const 甲 = await add('甲', null);
    const 乙 = await add('乙', 甲);
    const 丙 = await add('丙', 甲);
    const 丁 = await add('丁', 乙);
    const 戊 = await add('戊', null);
    return { plan, 甲, 乙, 丙, 丁, 戊, shown: async () => printed(await itemsOf(secretariat(), plan)) };
  };

  it('are added at the end, or at an index between the others', async () => {
    const { plan, 甲, shown } = await sample();
    await addItem(secretariat(), plan, 甲, { text: '新', index: 1 });
    await addItem(secretariat(), plan, null, { text: '首', index: 0 });
    expect(await shown()).toEqual(['首', '甲', '　乙', '　　丁', '　新', '　丙', '戊']);
  });

  it('carry what a step says, with its units as printed and as resolved', async () => {
    const plan = await draftPlan(secretariat());
    const { 民政課, 社會課, 秘書室 } = office.district.units;
    const content = {
      label: '(一)',
      text: '設置單一窗口\n受理申辦',
      units: ['社會課', '觀光課', '民政課'],
      checkMonths: [6, 12],
      cadence: ['每月'],
      remarks: '續辦',
    };
    const { status, body } = await secretariat().post('/api/planItems', {
      planId: plan.id,
      parentId: null,
      ...content,
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...content,
      position: 0,
      depth: 0,
      unitIds: [民政課!.id, 社會課!.id],
      unresolvedUnits: ['觀光課'],
    });
    const group = await addItem(secretariat(), plan, null, { units: ['各課室'] });
    expect(group.unitIds).toEqual([秘書室!.id, 民政課!.id, 社會課!.id]);
    expect(await itemsOf(secretariat(), plan)).toEqual([body, group]);
  });

  it('resolve their units anew when the agency learns another name for one', async () => {
    const plan = await draftPlan(secretariat());
    const item = await addItem(secretariat(), plan, null, { units: ['戶政課'] });
    expect(item.unresolvedUnits).toEqual(['戶政課']);
    const { body: unit } = await secretariat().post('/api/units', { name: '戶籍課', aliases: ['戶政課'] });
    const { body } = await secretariat().get(`/api/planItems/${item.id}`);
    expect(body).toMatchObject({ unitIds: [unit.id], unresolvedUnits: [], version: 1 });
  });

  it('are edited in place', async () => {
    const { 乙 } = await sample();
    const { body } = await secretariat().patch(`/api/planItems/${乙.id}`, {
      version: 1,
      text: '乙（修正）',
      units: ['民政課'],
    });
    expect(body).toEqual({
      ...乙,
      text: '乙（修正）',
      units: ['民政課'],
      unitIds: [office.district.units.民政課!.id],
      version: 2,
      updatedAt: body.updatedAt,
    });
  });

  it('are indented, outdented and re-ordered with all below them', async () => {
    const { 甲, 乙, 丙, 戊, shown } = await sample();
    const indented = await move(丙, 乙, 0);
    expect(indented.body).toMatchObject({ parentId: 乙.id, position: 0, depth: 2, version: 2 });
    expect(await shown()).toEqual(['甲', '　乙', '　　丙', '　　丁', '戊']);
    await move(乙, null, 1);
    expect(await shown()).toEqual(['甲', '乙', '　丙', '　丁', '戊']);
    await move(戊, null, 0);
    expect(await shown()).toEqual(['戊', '甲', '乙', '　丙', '　丁']);
    await move(甲, 丙, 5, 1);
    expect(await shown()).toEqual(['戊', '乙', '　丙', '　　甲', '　丁']);
  });

  it('stay where they are when they are moved to where they are', async () => {
    const { 丙, 甲 } = await sample();
    expect((await move(丙, 甲, 9)).body).toEqual(丙);
  });

  it('leave a move in their history', async () => {
    const { 甲, 丙 } = await sample();
    await move(丙, null, 0);
    const [event] = (await secretariat().get(`/api/events?recordId=${丙.id}&action=planItems.move`)).body;
    expect(event.before).toEqual({ parentId: 甲.id, position: 1, depth: 1 });
    expect(event.after).toEqual({ parentId: null, position: 0, depth: 0 });
  });

  it('refuse to stand below themselves, below nothing, or in another plan', async () => {
    const { 甲, 丁, shown } = await sample();
    const before = await shown();
    const elsewhere = await addItem(secretariat(), await draftPlan(secretariat()), null);
    expect((await move(甲, 甲, 0)).body.code).toBe('item_loop');
    expect((await move(甲, 丁, 0)).body.code).toBe('item_loop');
    const foreign = await move(甲, elsewhere, 0);
    expect(foreign.status).toBe(400);
    expect(foreign.body).toMatchObject({ code: 'foreign_reference', details: { field: 'parentId' } });
    expect(foreign.body.message).toContain('上層項目');
    expect(await shown()).toEqual(before);
  });

  it('are deleted with all below them, and leave no gap', async () => {
    const { 乙, 丁, shown } = await sample();
    expect((await secretariat().delete(`/api/planItems/${乙.id}`)).status).toBe(200);
    expect(await shown()).toEqual(['甲', '　丙', '戊']);
    const events = (await secretariat().get(`/api/events?recordId=${丁.id}&_sort=id`)).body;
    expect(events.map((e: { action: string }) => e.action)).toEqual(['planItems.create', 'planItems.delete']);
    expect(events[1].before).toMatchObject({ text: '丁', parentId: 乙.id });
  });

  it('are not deleted while any of them is assigned', async () => {
    const { plan, 甲, 丁, shown } = await sample();
    const before = await shown();
    const { status } = await secretariat().post('/api/assignments', {
      planItemId: 丁.id,
      unitId: office.district.units.民政課!.id,
    });
    expect(status).toBe(201);
    for (const url of [`/api/planItems/${甲.id}`, `/api/plans/${plan.id}`]) {
      const refused = await secretariat().delete(url);
      expect(refused.status).toBe(409);
      expect(refused.body.code).toBe('in_use');
    }
    expect(await shown()).toEqual(before);
  });

  it('do not change after the plan is approved', async () => {
    const { plan, 甲, 乙, shown } = await sample();
    const before = await shown();
    await approved(secretariat(), plan);
    for (const answer of [
      await secretariat().post('/api/planItems', { planId: plan.id, parentId: null, text: '新' }),
      await secretariat().patch(`/api/planItems/${甲.id}`, { version: 1, remarks: '補充' }),
      await move(乙, null, 0),
      await secretariat().delete(`/api/planItems/${甲.id}`),
    ]) {
      expect(answer.status).toBe(409);
      expect(answer.body.code).toBe('plan_locked');
      expect(answer.body.message).toContain('已核定');
    }
    expect(await shown()).toEqual(before);
  });

  it('hand over the current row to whoever worked on an old one', async () => {
    const { 乙 } = await sample();
    const current = (
      await secretariat().patch(`/api/planItems/${乙.id}`, { version: 1, text: '先', units: ['民政課'] })
    ).body;
    for (const late of [
      await secretariat().patch(`/api/planItems/${乙.id}`, { version: 1, text: '後' }),
      await move(乙, null, 0),
    ]) {
      expect(late.status).toBe(409);
      expect(late.body).toMatchObject({ code: 'stale_version', details: { current } });
    }
  });

  it('move on although a sibling was added meanwhile: order is no edit', async () => {
    const { plan, 乙, 甲 } = await sample();
    await addItem(secretariat(), plan, 甲, { index: 0 });
    expect((await move(乙, null, 0)).status).toBe(200);
  });

  it('refuse fields they do not have, months in disorder and labels too long', async () => {
    const plan = await draftPlan(secretariat());
    const create = (extra: object) =>
      secretariat().post('/api/planItems', { planId: plan.id, parentId: null, text: '一', ...extra });
    expect((await create({ depth: 3 })).body.code).toBe('unknown_field');
    expect((await create({ checkMonths: [12, 6] })).body.code).toBe('invalid_input');
    expect((await create({ label: '一'.repeat(21) })).body.code).toBe('invalid_input');
    expect(await itemsOf(secretariat(), plan)).toEqual([]);
  });

  it('belong to those who draft them', async () => {
    const { plan, 甲 } = await sample();
    for (const other of [office.sibling, office.foreign, office.bureau]) {
      const by = other.as.secretariat;
      expect((await by.post('/api/planItems', { planId: plan.id, parentId: null, text: '外' })).status).toBe(404);
      expect((await by.patch(`/api/planItems/${甲.id}`, { version: 1, text: '外' })).status).toBe(404);
      expect((await by.delete(`/api/planItems/${甲.id}`)).status).toBe(404);
    }
    expect((await office.district.as.officer.delete(`/api/planItems/${甲.id}`)).status).toBe(403);
  });

  it('keep the tree whole when many people move, add and delete at once', async () => {
    const { plan, 甲, 乙, 丙, 丁, 戊 } = await sample();
    const answers = await Promise.all([
      move(乙, 戊, 0),
      move(戊, 乙, 0),
      move(丙, 丁, 0),
      move(甲, null, 1),
      addItem(secretariat(), plan, 甲, { index: 0 }),
      addItem(secretariat(), plan, 甲, { index: 0 }),
      move(丁, 甲, 0),
    ]);
    const refused = answers.filter(a => 'status' in a && a.status !== 200);
    for (const answer of refused) expect(answer).toMatchObject({ body: { code: 'item_loop' } });
    const items = await itemsOf(secretariat(), plan);
    expect(items).toHaveLength(7);
    expect(wholeness(items)).toEqual([]);
    expect(inPrintedOrder(items)).toHaveLength(7);
  });
});
