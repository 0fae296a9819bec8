import { type Dashboard, dayInTaipei } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { rounds } from '../rounds/definition.ts';
import { settingsOf } from '../settings/settings-of.ts';
import { countedReports, openRounds, topItems, unfinishedByRound, wholeReports } from './repository.ts';
import { tally } from './tally.ts';

/** Lists on the page end here; the report list has the rest. */
const listed = 50;

/**
 * How a round stands, inside the person's rights on reports. Without a round: the open rounds of the person's own agency
 * together, or, where it has none, those of the agencies it looks down on. A fixed number of statements.
 * @throws Refusal `not_found` for a round that the person may not see
 */
export async function dashboardOf(context: Context, actor: Actor, roundId: string | undefined): Promise<Dashboard> {
  const { db, lister } = context;
  if (roundId !== undefined) await lister.read(rounds, actor, roundId);
  const open = await openRounds(db, actor);
  const own = open.filter(({ agencyId }) => agencyId === actor.agencyId);
  const shown = own.length > 0 ? own : open;
  const roundIds = roundId === undefined ? shown.map(({ id }) => id) : [roundId];
  const measure = { today: dayInTaipei(context.now()), limits: await settingsOf(db, actor.agencyId) };
  const counted = roundIds.length === 0 ? [] : await countedReports(db, actor, roundIds);
  const tops = roundIds.length === 0 ? new Map<string, string>() : await topItems(db, roundIds);
  const { overdueIds, returnedIds, ...counts } = tally(counted, id => tops.get(id) ?? id, measure);
  const [overdue, returned] = [overdueIds.slice(0, listed), returnedIds.slice(0, listed)];
  const whole = await wholeReports(db, actor, [...new Set([...overdue, ...returned])]);
  const rowsOf = (ids: readonly string[]) => ids.flatMap(id => whole.get(id) ?? []);
  const unfinished = await unfinishedByRound(
    db,
    actor,
    shown.map(({ id }) => id),
  );
  return {
    roundId: roundIds.length === 1 ? roundIds[0]! : null,
    ...counts,
    overdue: rowsOf(overdue),
    returned: rowsOf(returned),
    deadlines: shown.map(({ id, title, dueDate }) => ({
      roundId: id,
      title,
      dueDate,
      unfinished: unfinished.get(id) ?? 0,
    })),
  };
}
