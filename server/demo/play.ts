import type { Round } from '../../sync/model/index.ts';
import type { Running } from '../start.ts';
import { calendarFrom } from './calendar.ts';
import { chanceFrom } from './chance.ts';
import { collectForms } from './collection.ts';
import { exchangeForms } from './exchange.ts';
import { found } from './founding.ts';
import { publishSuperiorPlan, serveSuperiorPlan } from './superior.ts';
import { sendThroughTemplate } from './template.ts';
import { type Progress, report, type Stage, staffOf, startPlan, startRound } from './year.ts';

const finished: Progress = { accepted: 1, endorsed: 0, submitted: 0, returned: 0, drafting: 0 };

/** How the four offices stand in the present round: one nearly done, one far behind. */
const standing: readonly Progress[] = [
  { accepted: 0.46, endorsed: 0.12, submitted: 0.12, returned: 0.06, drafting: 0.12 },
  { accepted: 0.82, endorsed: 0.08, submitted: 0.04, returned: 0.02, drafting: 0.02 },
  { accepted: 0.3, endorsed: 0.1, submitted: 0.15, returned: 0.1, drafting: 0.15 },
  { accepted: 0.08, endorsed: 0.05, submitted: 0.1, returned: 0.05, drafting: 0.3 },
];

/** Plays half a year of four offices and their bureau, up to `start`, through the API and under all its rules. */
export async function play(running: Running, start: Date, goTo: (instant: Date) => void): Promise<void> {
  const calendar = calendarFrom(start);
  goTo(calendar.daysAgo(205));
  const [bureau, ...offices] = await found(running, start);
  const superior = await publishSuperiorPlan({ running, calendar, goTo, chance: chanceFrom(113) }, bureau);
  for (const [i, founded] of offices.entries()) {
    const stage: Stage = { running, calendar, goTo, chance: chanceFrom(114 + i) };
    const staff = await staffOf(stage, founded);
    const plan = await startPlan(stage, staff);
    const past = await startRound(stage, staff, plan, calendar.past);
    await report(stage, staff, past, finished);
    goTo(calendar.daysAgo(calendar.past.due - 5));
    const { version } = await staff.secretariat.get<Round>(`/api/rounds/${past.id}`);
    await staff.secretariat.post(`/api/rounds/${past.id}/close`, { version });
    const present = await startRound(stage, staff, plan, calendar.present);
    await report(stage, staff, present, standing[i]!);
    await startRound(stage, staff, plan, calendar.next);
    goTo(calendar.daysAgo(1));
    if (i !== 0) continue;
    await serveSuperiorPlan(staff.secretariat, plan, superior);
    await exchangeForms(stage, staff, present);
    await sendThroughTemplate(stage, staff, present);
  }
  await collectForms({ running, calendar, goTo, chance: chanceFrom(112) }, bureau, offices);
}
