import type { Desk } from '../../../server/demo/desk.ts';
import type { Agency, Decision, OwnKey, PacketDetail, Plan, PlanItem, TrustedKey } from '../../../sync/model/index.ts';
import { noSections, packetKey } from '../../../sync/model/index.ts';
import { fingerprintOf, keyFileOf, newKeyPair, noData, type PackageData } from '../../../sync/package/index.ts';
import { fileOf, packed, roundData } from '../../sync/package/build.ts';

/** Packages of every fate at the bureau, whose other sides have installations of their own. */
export type PlayedPackages = Readonly<
  Record<'waiting' | 'fresh' | 'applied' | 'undone' | 'rejected' | 'refused' | 'sent', PacketDetail>
>;

const at = (minute: number): string => new Date(Date.now() - (60 - minute) * 60_000).toISOString();

const longText =
  '辦理跨機關流程整合，建置單一窗口並提供線上預約、進度查詢、多元繳費與主動通知，每季檢討一次並公布改善情形，未達標準者應提出書面說明';

/** A plan of the superior, as it was said at some time: `said` are its steps. */
const planData = (planId: string, said: readonly string[]): PackageData => ({
  ...noData,
  plans: [
    {
      id: planId,
      year: 115,
      title: '行政院所屬及地方機關115年度提升服務效能實施計畫（含跨機關流程整合與數位服務推動重點）',
      sections: noSections,
      documentDate: null,
      documentNumber: null,
    },
  ],
  planItems: said.map((text, i) => ({
    id: `${planId}-${i}`,
    parentId: null,
    position: i,
    label: String(i + 1),
    text,
    units: ['綜合規劃科'],
    checkMonths: [6, 12],
    cadence: [],
    remarks: '',
    skeletonKey: null,
  })),
});

const steps = Array.from({ length: 40 }, (_, i) => (i === 4 ? longText : `第${i + 1}項：每季檢討服務流程並公布結果`));
const changed = (turn: string): readonly string[] => [
  `第1項：${turn}修正為每月檢討`,
  `第2項：${turn}改由主辦機關彙整`,
  ...steps.slice(2, 4),
  `${longText}（${turn}）`,
  ...steps.slice(5),
  `第41項：${turn}新增辦理滿意度調查`,
];

/** Has the bureau send, receive, settle, apply, undo and refuse. */
export async function playPackages(desk: Desk, administrator: Desk, bureau: Agency): Promise<PlayedPackages> {
  const above = await administrator.post<Agency>('/api/agencies', {
    name: '研究發展考核委員會（中央）',
    parentId: null,
  });
  const below = await administrator.post<Agency>('/api/agencies', { name: '遠山鎮公所', parentId: bureau.id });
  const { fingerprint } = await administrator.post<OwnKey>('/api/ownKey', {});
  const recipient = { name: bureau.name, fingerprint: fingerprint! };
  const keys = { above: newKeyPair(), below: newKeyPair(), former: newKeyPair() };
  const trust = (agency: Agency, { publicKey }: typeof keys.above) =>
    administrator.post<TrustedKey>('/api/trustedKeys', {
      peerAgencyId: agency.id,
      keyFile: JSON.stringify(keyFileOf({ id: agency.id, name: agency.name }, publicKey)),
      fingerprint: fingerprintOf(publicKey),
    });
  await trust(above, keys.above);
  const returning = await trust(below, keys.below);
  const former = await trust(below, keys.former);
  await administrator.post(`/api/trustedKeys/${former.id}/revoke`, {
    version: former.version,
    reason: '承辦人離職，隨身碟遺失，改用新的金鑰。',
  });

  const verb = (packet: PacketDetail, name: string, body: object = {}) =>
    desk.post<PacketDetail>(`/api/packages/${packet.id}/${name}`, { version: packet.version, ...body });
  const receive = (name: string, bytes: Uint8Array) =>
    desk.upload<PacketDetail>('/api/packages/receive', { name: `${name}.zip`, bytes });
  const decide = (packet: PacketDetail, choice: Decision, place?: string) =>
    desk.patch<PacketDetail>(`/api/packages/${packet.id}`, {
      version: packet.version,
      decisions: Object.fromEntries(
        (packet.rows ?? []).flatMap(row =>
          row.fields
            .filter(({ outcome }) => outcome === 'conflict')
            .map(({ field }) => [packetKey(row, field), choice]),
        ),
      ),
      ...(place ? { place } : {}),
    });
  const plan = (id: string, minute: number, said: readonly string[], planId = 'plan-above') =>
    packed(
      planData(planId, said),
      [],
      {
        ...{ id, createdAt: at(minute), sender: { agencyId: 'above', name: above.name }, recipient, kind: 'plan' },
        ...{ title: planData(planId, said).plans[0]!.title, planId, roundId: null },
      },
      keys.above,
    );
  const returns = (id: string, minute: number, narrative: string, key = keys.below) => {
    const file = Buffer.from(`佐證 ${id}`);
    const over = { id, createdAt: at(minute), sender: { agencyId: 'below', name: below.name }, recipient };
    const leftOut = { personalData: 3, unfinished: 12 };
    return packed(roundData(narrative, file), [fileOf(file)], { ...over, roundId: `round-${id}`, leftOut }, key);
  };

  const first = await receive('實施計畫', await plan('plan-1', 1, steps));
  const drafted = await verb(await decide(first, 'ours', 'draft'), 'apply');
  const write = async (place: number, text: string): Promise<void> => {
    const items = await desk.get<readonly PlanItem[]>(`/api/planItems?planId=${drafted.planId}&_sort=position`);
    const { id, version } = items[place]!;
    await desk.patch(`/api/planItems/${id}`, { version, text });
  };
  const tried = await verb(await receive('實施計畫第一次修正', await plan('plan-2', 2, changed('試行'))), 'apply');
  await write(1, '第2項：套用之後有人又改寫');
  const undone = await verb(tried, 'undo');
  await write(4, `${longText}，本局另訂標準`);
  const waiting = await receive('實施計畫第二次修正', await plan('plan-3', 3, changed('奉核')));

  const applied = await verb(await receive('6月填報', await returns('june', 4, '已依規劃辦理')), 'apply');
  const fresh = await receive('後年實施計畫', await plan('plan-4', 5, steps, 'plan-after'));
  const rejected = await verb(await receive('8月填報', await returns('august', 6, '尚未辦理')), 'reject', {
    reason: '寄錯查核期，請重新產生封包。',
  });
  const refused = await receive('舊金鑰的封包', await returns('old', 7, '', keys.former));
  await receive('掃描檔', Buffer.from('%PDF-1.4 not a package'));
  const own = await desk.post<Plan>('/api/plans', { year: 115, title: `${bureau.name}115年度為民服務工作計畫` });
  await desk.post('/api/planItems', { planId: own.id, parentId: null, label: '一', text: '提升服務品質' });
  await desk.post(`/api/plans/${own.id}/approve`, { version: own.version });
  const sent = await desk.post<PacketDetail>('/api/packages', {
    kind: 'plan',
    planId: own.id,
    trustedKeyId: returning.id,
  });
  return { waiting, fresh, applied, undone, rejected, refused, sent };
}
