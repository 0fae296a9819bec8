import type { BatchAnswer, Plan, PlanItem, Report, Result, Round } from '../../sync/model/index.ts';
import type { Running } from '../start.ts';
import type { Calendar, SampleRound } from './calendar.ts';
import type { Chance } from './chance.ts';
import { type Desk, seat } from './desk.ts';
import type { Founded } from './founding.ts';
import { sampleAnswers } from './narratives.ts';
import { samplePaper } from './papers.ts';
import { samplePicture } from './pictures.ts';
import { samplePlan } from './plans.ts';
import { sampleSections } from './sections.ts';

export interface Stage {
  readonly running: Running;
  readonly calendar: Calendar;
  readonly chance: Chance;
  /** Moves the demo's clock. */
  readonly goTo: (instant: Date) => void;
}

/** One office with somebody at each desk. */
export interface Staff {
  readonly founded: Founded;
  readonly secretariat: Desk;
  /** By unit id. */
  readonly chiefs: ReadonlyMap<string, Desk>;
  readonly officers: ReadonlyMap<string, Desk>;
  readonly officerIds: Readonly<Record<string, string>>;
}

export async function staffOf({ running }: Stage, founded: Founded): Promise<Staff> {
  const people = [...founded.people.values()];
  const desks = async (role: 'chief' | 'officer') =>
    new Map(
      await Promise.all(
        people
          .filter(user => user.role === role)
          .map(async user => [user.unitId!, await seat(running, user.id)] as const),
      ),
    );
  const secretariat = people.find(user => user.role === 'secretariat')!;
  return {
    founded,
    secretariat: await seat(running, secretariat.id),
    chiefs: await desks('chief'),
    officers: await desks('officer'),
    officerIds: Object.fromEntries(people.filter(u => u.role === 'officer').map(u => [u.unitId!, u.id])),
  };
}

/** Imports, approves and publishes an office's plan, and hands every step to its units. */
export async function startPlan({ calendar, chance, goTo }: Stage, staff: Staff): Promise<Plan> {
  const { secretariat, founded, officerIds } = staff;
  const short = founded.agency.name.slice(-5);
  goTo(calendar.daysAgo(200));
  const draft = await secretariat.post<Plan>('/api/plans/import', {
    year: calendar.year,
    title: `${short}${calendar.year}年度提升服務執行計畫`,
    sections: sampleSections(founded),
    items: samplePlan(calendar, chance),
  });
  goTo(calendar.daysAgo(193));
  const approved = await secretariat.post<Plan>(`/api/plans/${draft.id}/approve`, {
    version: draft.version,
    documentDate: calendar.daysAgo(193).toISOString().slice(0, 10),
    documentNumber: `${short.slice(0, 2)}區秘字第${calendar.year}0${chance.between(10_000, 99_999)}號`,
  });
  const plan = await secretariat.post<Plan>(`/api/plans/${draft.id}/publish`, { version: approved.version });
  goTo(calendar.daysAgo(190));
  const items = await secretariat.get<readonly PlanItem[]>(`/api/planItems?planId=${plan.id}&_limit=5000`);
  const steps = items.filter(item => item.depth === 2).map(item => item.id);
  await secretariat.post('/api/assignments/bulk', { planId: plan.id, planItemIds: steps, officers: officerIds });
  return plan;
}

/** Prepares a round and, unless it lies ahead, opens it. */
export async function startRound(stage: Stage, staff: Staff, plan: Plan, sample: SampleRound): Promise<Round> {
  const { calendar, goTo } = stage;
  const ahead = sample.opened < 0;
  goTo(calendar.daysAgo(ahead ? 2 : sample.opened));
  const { title, month, dueDate } = sample;
  const kind = title.includes('年度') ? 'annual' : 'routine';
  const draft = await staff.secretariat.post<Round>('/api/rounds', { planId: plan.id, kind, title, month, dueDate });
  if (ahead) return draft;
  return staff.secretariat.post<Round>(`/api/rounds/${draft.id}/open`, { version: draft.version });
}

/** How far each report of a round has come: the shares of all, in this order. */
export interface Progress {
  readonly accepted: number;
  readonly endorsed: number;
  readonly submitted: number;
  readonly returned: number;
  readonly drafting: number;
}

const evidenceShare = 0.22;

/** Writes the reports of a round and takes each as far as `progress` says; the rest stays pending. */
export async function report(stage: Stage, staff: Staff, round: Round, progress: Progress): Promise<void> {
  const { calendar, chance, goTo } = stage;
  const { secretariat, officers, chiefs } = staff;
  const all = await secretariat.get<readonly Report[]>(`/api/reports?roundId=${round.id}&_limit=5000`);
  const items = await secretariat.get<readonly PlanItem[]>(`/api/planItems?planId=${round.planId}&_limit=5000`);
  const textOf = new Map(items.map(item => [item.id, item.text]));
  const dueAgo = Math.round((calendar.daysAgo(0).getTime() - Date.parse(`${round.dueDate}T01:00:00Z`)) / 86_400_000);

  const stops = Object.entries(progress) as [keyof Progress, number][];
  const reach = (): keyof Progress | 'pending' => {
    let share = chance.next();
    for (const [stop, portion] of stops) {
      if (share < portion) return stop;
      share -= portion;
    }
    return 'pending';
  };
  const plans = all.map(row => ({ row, stop: reach() })).filter(({ stop }) => stop !== 'pending');

  for (const { row, stop } of plans) {
    goTo(calendar.daysAgo(dueAgo + chance.between(1, 18)));
    const officer = officers.get(row.unitId)!;
    const result = resultFor(chance, stop);
    const answers = sampleAnswers(textOf.get(row.planItemId) ?? '', result, chance);
    await officer.patch(`/api/reports/${row.id}`, { version: row.version, ...answers });
    if (stop !== 'drafting' && chance.happens(evidenceShare))
      await officer.upload(`/api/evidence?reportId=${row.id}`, sampleEvidence(stage, textOf.get(row.planItemId) ?? ''));
  }
  const past = (...kinds: readonly (keyof Progress)[]) =>
    plans.filter(({ stop }) => kinds.includes(stop as keyof Progress)).map(({ row }) => row);

  goTo(calendar.daysAgo(dueAgo + 1));
  await inBatches(officers, 'submit', past('accepted', 'endorsed', 'submitted', 'returned'));
  goTo(calendar.daysAgo(Math.max(dueAgo, 1)));
  await inBatches(chiefs, 'endorse', past('accepted', 'endorsed', 'returned'));
  goTo(calendar.daysAgo(Math.max(dueAgo - 2, 1)));
  const mine = new Map(past('accepted', 'returned').map(row => [row.unitId, secretariat]));
  await inBatches(mine, 'accept', past('accepted'));
  await inBatches(mine, 'return', past('returned'), '請補充辦理情形的具體數據與佐證照片。');
}

function resultFor(chance: Chance, stop: keyof Progress | 'pending'): Result {
  const roll = chance.next();
  if (stop === 'accepted')
    return roll < 0.72 ? 'done' : roll < 0.92 ? 'ongoing' : roll < 0.97 ? 'notApplicable' : 'notDone';
  return roll < 0.45 ? 'done' : roll < 0.88 ? 'ongoing' : 'notDone';
}

function sampleEvidence({ chance, calendar }: Stage, text: string) {
  const topic = text.split(/[，。；、]/)[0]!.slice(0, 18);
  return chance.happens(0.6)
    ? { name: `現場照片_${topic}.png`, bytes: samplePicture(chance) }
    : {
        name: `會議紀錄_${topic}.pdf`,
        bytes: samplePaper([`${topic}　會議紀錄`, `年度：${calendar.year}`, '決議：依規劃辦理，並於下次會議追蹤。']),
      };
}

/** One verb on many reports, by the person of each unit. */
async function inBatches(
  desks: ReadonlyMap<string, Desk>,
  verb: string,
  rows: readonly Report[],
  reason?: string,
): Promise<void> {
  for (const [unitId, unitRows] of Map.groupBy(rows, row => row.unitId)) {
    const desk = desks.get(unitId)!;
    const query = unitRows.map(row => `id=${row.id}`).join('&');
    const now = await desk.get<readonly Report[]>(`/api/reports?${query}&_limit=500`);
    const reports = now.map(({ id, version }) => ({ id, version }));
    const { refused } = await desk.post<BatchAnswer>('/api/reports/batch', {
      verb,
      reports,
      ...(reason ? { reason } : {}),
    });
    if (refused[0]) throw new Error(`${verb}: ${refused[0].problem.message}`);
  }
}
