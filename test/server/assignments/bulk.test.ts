import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Assignment, Plan, PlanItem } from '../../../sync/model/index.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { addItem, draftPlan } from '../plans/build.ts';

describe.each(engines)('bulk assignment on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office.close());

  const secretariat = () => office.district.as.secretariat;
  const unit = (name: string) => office.district.units[name]!.id;
  const run = (path: 'preview' | 'bulk', plan: Plan, items: readonly PlanItem[], more: object = {}) =>
    secretariat().post(`/api/assignments/${path}`, {
      planId: plan.id,
      planItemIds: items.map(item => item.id),
      ...more,
    });
  const assignmentsOf = async (plan: Plan): Promise<readonly Assignment[]> =>
    (await secretariat().get(`/api/assignments?planId=${plan.id}`)).body;
  const sample = async () => {
    const plan = await draftPlan(secretariat());
    const add = (...units: string[]) => addItem(secretariat(), plan, null, { units });
    return { plan, everyone: await add('各課室'), two: await add('社會課', '民政課'), unknown: await add('觀光課') };
  };

  it('previews what it would do, and does nothing', async () => {
    const { plan, everyone, two, unknown } = await sample();
    const { status, body } = await run('preview', plan, [everyone, two, unknown]);
    expect(status).toBe(200);
    expect(body.create).toHaveLength(5);
    expect(body.unresolved).toEqual([{ planItemId: unknown.id, name: '觀光課' }]);
    expect(await assignmentsOf(plan)).toEqual([]);
  });

  it('does what the preview says: 各課室 becomes one assignment for each section', async () => {
    const { plan, everyone, two, unknown } = await sample();
    const items = [everyone, two, unknown];
    const previewed = (await run('preview', plan, items)).body;
    expect((await run('bulk', plan, items)).body).toEqual(previewed);
    const rows = await assignmentsOf(plan);
    const shares = (item: PlanItem) => rows.filter(row => row.planItemId === item.id);
    expect(
      shares(everyone)
        .map(row => row.unitId)
        .toSorted(),
    ).toEqual([unit('秘書室'), unit('民政課'), unit('社會課')].toSorted());
    expect(shares(two).find(row => row.part === 'lead')!.unitId).toBe(unit('社會課'));
    expect(shares(unknown)).toEqual([]);
  });

  it('adds nothing when it is run again, and leaves what people changed meanwhile', async () => {
    const { plan, everyone } = await sample();
    await run('bulk', plan, [everyone]);
    const [first] = await assignmentsOf(plan);
    await secretariat().patch(`/api/assignments/${first!.id}`, { version: 1, part: 'assist' });
    const before = await assignmentsOf(plan);
    const { body } = await run('bulk', plan, [everyone, everyone]);
    expect(body.create).toEqual([]);
    expect(body.existing.map((row: Assignment) => row.id).toSorted()).toEqual(before.map(row => row.id).toSorted());
    expect(await assignmentsOf(plan)).toEqual(before);
  });

  it('creates each assignment once when two people run it at once', async () => {
    const { plan, everyone, two } = await sample();
    const answers = await Promise.all([1, 2, 3].map(() => run('bulk', plan, [everyone, two])));
    expect(answers.map(answer => answer.status)).toEqual([200, 200, 200]);
    expect(answers.map(answer => answer.body.create.length).sort()).toEqual([0, 0, 5]);
    expect(await assignmentsOf(plan)).toHaveLength(5);
  });

  it('gives each unit its case officer', async () => {
    const { plan, unknown } = await sample();
    const { body } = await run('bulk', plan, [unknown], {
      leadUnitIds: [unit('民政課')],
      assistUnitIds: [unit('社會課')],
      officers: { [unit('民政課')]: office.district.users.officer.id },
    });
    expect(body.create).toEqual([
      { planItemId: unknown.id, unitId: unit('民政課'), part: 'lead', officerId: office.district.users.officer.id },
      { planItemId: unknown.id, unitId: unit('社會課'), part: 'assist', officerId: null },
    ]);
  });

  it('refuses as a whole when anything in it does not fit', async () => {
    const { plan, two } = await sample();
    const other = await addItem(secretariat(), await draftPlan(secretariat()), null);
    const code = async (items: readonly PlanItem[], more: object = {}) =>
      (await run('bulk', plan, items, more)).body.code;
    expect(await code([two, other])).toBe('foreign_reference');
    expect(await code([two], { leadUnitIds: [office.foreign.units.民政課!.id] })).toBe('foreign_reference');
    expect(await code([two], { officers: { [unit('社會課')]: office.district.users.officer.id } })).toBe(
      'officer_unfit',
    );
    expect(await code([])).toBe('invalid_input');
    expect(await code([two], { everything: true })).toBe('unknown_field');
    expect(await assignmentsOf(plan)).toEqual([]);
  });

  it('is for the secretariat of the plan’s agency', async () => {
    const { plan, two } = await sample();
    const body = { planId: plan.id, planItemIds: [two.id] };
    for (const path of ['preview', 'bulk']) {
      expect((await office.district.as.chief.post(`/api/assignments/${path}`, body)).status).toBe(403);
      for (const other of [office.bureau, office.sibling, office.foreign])
        expect((await other.as.secretariat.post(`/api/assignments/${path}`, body)).status).toBe(404);
    }
  });
});
