import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../../server/config.ts';
import { calendarFrom } from '../../../server/demo/calendar.ts';
import { chanceFrom } from '../../../server/demo/chance.ts';
import { type Desk, seat } from '../../../server/demo/desk.ts';
import { exchangeForms } from '../../../server/demo/exchange.ts';
import { found } from '../../../server/demo/founding.ts';
import { sendThroughTemplate } from '../../../server/demo/template.ts';
import { report, type Stage, staffOf, startPlan, startRound } from '../../../server/demo/year.ts';
import { start } from '../../../server/start.ts';
import type {
  ExchangeDetail,
  Form,
  Plan,
  PlanItem,
  Role,
  Round,
  SheetConnection,
  Template,
} from '../../../sync/model/index.ts';
import { decisionKey } from '../../../sync/model/index.ts';
import { type Edit, editWorkbook, setCell } from '../../support/excel-edits.ts';
import { type PlayedCollections, playCollections } from './played-collections.ts';
import { type PlayedPackages, playPackages } from './played-packages.ts';
import { playGoogle, playSheets } from './played-sheets.ts';

/** The demo's office 青田區公所 with half a year behind it, served by this process. */
export interface PlayedOffice {
  readonly url: string;
  readonly as: Readonly<Record<'secretariat' | 'officer' | 'chief' | 'administrator', Desk>>;
  readonly draft: Plan;
  readonly approved: Plan;
  readonly present: Round;
  /** A round that is not open yet. */
  readonly waiting: Round;
  readonly form: Form;
  readonly template: Template;
  /** One of each fate that a received file can meet. */
  readonly exchanges: Readonly<Record<'waiting' | 'applied' | 'undone' | 'rejected' | 'unreadable', ExchangeDetail>>;
  /** Spreadsheets that wait for a person, that lost much, and that Google refused. */
  readonly sheets: Readonly<Record<'waiting' | 'asking' | 'refused', SheetConnection>>;
  /** Packages of the bureau, of every fate. */
  readonly packages: PlayedPackages;
  readonly collections: PlayedCollections;
  close(): Promise<void>;
}

const shares = { accepted: 0.3, endorsed: 0.12, submitted: 0.12, returned: 0.1, drafting: 0.12 };

async function startDraft(desk: Desk, year: number): Promise<Plan> {
  const plan = await desk.post<Plan>('/api/plans', { year: year + 1, title: `青田區公所${year + 1}年度計畫（草案）` });
  const add = (parentId: string | null, label: string, text: string, units: readonly string[] = []) =>
    desk.post<PlanItem>('/api/planItems', { planId: plan.id, parentId, label, text, units });
  const item = await add(null, '一', '提供便利的洽公環境');
  const keyPoint = await add(item.id, '(一)', '服務場所明亮整潔');
  await add(keyPoint.id, '1', '每日開館前巡檢洽公大廳', ['秘書室']);
  await add(keyPoint.id, '2', '每季更新樓層配置圖', ['總務股']);
  return plan;
}

/** Sends a form, has it come back with these edits, and keeps every present value where somebody must decide. */
async function receive(desk: Desk, form: Form, name: string, edits: readonly Edit[]): Promise<ExchangeDetail> {
  const issued = new Uint8Array(await desk.download(`/api/forms/${form.id}/file`));
  const exchange = await desk.upload<ExchangeDetail>('/api/exchanges', {
    name: `${name}.xlsx`,
    bytes: await editWorkbook(issued, edits),
  });
  const open = (exchange.changes?.rows ?? []).flatMap(row =>
    row.fields.filter(field => field.outcome === 'conflict').map(field => decisionKey(row.rowId, field.field)),
  );
  if (open.length === 0) return exchange;
  return desk.patch(`/api/exchanges/${exchange.id}`, {
    version: exchange.version,
    decisions: Object.fromEntries(open.map(key => [key, 'ours'])),
  });
}

async function receiveAll(desk: Desk, form: Form): Promise<Omit<PlayedOffice['exchanges'], 'waiting'>> {
  const verb = (exchange: ExchangeDetail, name: string, body: object = {}) =>
    desk.post<ExchangeDetail>(`/api/exchanges/${exchange.id}/${name}`, { version: exchange.version, ...body });
  const remarks = (text: string) => Array.from({ length: 8 }, (_, row) => setCell(row + 1, '備註', text));
  const tried = await receive(desk, form, '試填', remarks('試填內容'));
  const undone = await verb(await verb(tried, 'apply'), 'undo');
  const applied = await verb(await receive(desk, form, '民政局回復', remarks('已併入年度報告')), 'apply');
  const refused = await receive(desk, form, '退件', remarks('版本有誤'));
  const rejected = await verb(refused, 'reject', { reason: '填寫的是上一期的內容，請重新填報。' });
  const unreadable = await desk.upload<ExchangeDetail>('/api/exchanges', {
    name: '掃描檔.xlsx',
    bytes: Buffer.from('%PDF-1.4 not a workbook'),
  });
  return { applied, undone, rejected, unreadable };
}

/** Plays one office of the demo up to today and goes on serving it. */
export async function playOffice(): Promise<PlayedOffice> {
  const dataDir = await mkdtemp(join(tmpdir(), 'guankao-pages-'));
  const google = await playGoogle();
  const config = {
    ...readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', PORT: '0', GOOGLE_ROOT_URL: google.root }),
    demo: true,
  };
  const began = new Date();
  let clock: Date | null = began;
  const running = await start(config, () => clock ?? new Date());
  const goTo = (instant: Date) => {
    clock = instant;
  };

  const calendar = calendarFrom(began);
  goTo(calendar.daysAgo(205));
  const [bureau, ...offices] = await found(running, began);
  const [office] = offices;
  const stage: Stage = { running, calendar, goTo, chance: chanceFrom(114) };
  const staff = await staffOf(stage, office!);
  const plan = await startPlan(stage, staff);
  const present = await startRound(stage, staff, plan, calendar.present);
  await report(stage, staff, present, shares);
  const waiting = await startRound(stage, staff, plan, calendar.next);
  const desk = staff.secretariat;
  const draft = await startDraft(desk, calendar.year);
  const next = await startDraft(desk, calendar.year + 1);
  const approved = await desk.post<Plan>(`/api/plans/${next.id}/approve`, { version: next.version });
  goTo(calendar.daysAgo(1));
  await exchangeForms(stage, staff, present);
  await sendThroughTemplate(stage, staff, present);
  const [template] = await desk.get<readonly Template[]>('/api/templates');
  const [received] = await desk.get<readonly ExchangeDetail[]>('/api/exchanges');
  const form = await desk.post<Form>('/api/forms', { roundId: present.id });
  const exchanges = { waiting: received!, ...(await receiveAll(desk, form)) };
  const sheets = await playSheets(desk, google, present);
  const collections = await playCollections(stage, bureau, offices);
  clock = null;

  const civil = office!.units.find(({ name }) => name === '民政課')!.id;
  const seatOf = (wanted: Role): Promise<Desk> =>
    seat(running, [...bureau.people.values()].find(({ role }) => role === wanted)!.id);
  const administrator = await seatOf('administrator');
  const packages = await playPackages(await seatOf('secretariat'), administrator, bureau.agency);
  return {
    url: await running.app.listen({ port: 0, host: '127.0.0.1' }),
    as: {
      secretariat: desk,
      officer: staff.officers.get(civil)!,
      chief: staff.chiefs.get(civil)!,
      administrator,
    },
    draft,
    approved,
    present,
    waiting,
    form,
    template: template!,
    exchanges,
    sheets,
    packages,
    collections,
    async close() {
      await running.stop();
      await google.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
