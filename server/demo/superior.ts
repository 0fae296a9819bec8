import type { Crosswalk, Plan, PlanNode } from '../../sync/model/index.ts';
import { type Desk, seat } from './desk.ts';
import type { Founded } from './founding.ts';
import { skeleton } from './skeleton.ts';
import type { Stage } from './year.ts';

/** What the bureau asks of its offices under each key point of the skeleton, in the skeleton's order. */
const asked: readonly string[] = [
  '督導各區公所訂定臨櫃業務作業手冊，每半年檢視一次。',
  '各區公所網站申辦說明改以圖解呈現，並提供案件進度查詢。',
  '辦理電話禮貌測試與洽公環境查核，成績納入年度評比。',
  '徵集服務創新提案，擇優於局務會議分享。',
  '邀集社區與志工團體召開座談，共同設計服務。',
  '運用多種意見調查方式，掌握不同族群的需要。',
  '每年辦理滿意度調查，並公布改善情形。',
  '建立民眾反映事項處理時限，逾期案件專案列管。',
  '擴大單一窗口範圍，檢討減少應附書證謄本。',
  '推動申請案件線上化，提高線上申辦比率。',
  '協調跨機關流程整合，民眾免奔波。',
  '導入新工具改善服務遞送，並評估成效。',
  '提供高齡、身心障礙與新住民合適的服務措施。',
  '於交通不便地區設置巡迴或行動服務據點。',
  '保留臨櫃與紙本等替代管道，縮短數位落差。',
  '檢視開放資料集的格式與更新頻率。',
  '辦理公民參與活動，公開決策過程與回應。',
  '簡化內部表單與審核層級。',
  '盤點地方議題，研提中程對策。',
  '檢討法規調適與資訊系統介接。',
  '結合企業與大學資源，共同解決公共問題。',
  '建立服務成本與效益的評估方式。',
];

const numerals = '一二三四五六';

function superiorPlan(): readonly PlanNode[] {
  const steps = asked.values();
  const node = (label: string, text: string, children: readonly PlanNode[]): PlanNode => ({
    label,
    text,
    units: [],
    checkMonths: [],
    cadence: [],
    remarks: '',
    children: [...children],
  });
  return skeleton.map((item, i) =>
    node(
      numerals[i]!,
      item.text,
      item.keyPoints.map((keyPoint, k) =>
        node(`(${numerals[k]})`, keyPoint.text, [node('1', steps.next().value ?? '', [])]),
      ),
    ),
  );
}

/** The bureau publishes the plan that its offices' plans serve. */
export async function publishSuperiorPlan({ running, calendar, goTo }: Stage, bureau: Founded): Promise<Plan> {
  const person = [...bureau.people.values()].find(({ role }) => role === 'secretariat')!;
  const secretariat = await seat(running, person.id);
  goTo(calendar.daysAgo(204));
  const draft = await secretariat.post<Plan>('/api/plans/import', {
    year: calendar.year,
    title: `${bureau.agency.name}${calendar.year}年度提升服務執行計畫`,
    items: superiorPlan(),
  });
  const { version } = await secretariat.post<Plan>(`/api/plans/${draft.id}/approve`, { version: draft.version });
  return secretariat.post<Plan>(`/api/plans/${draft.id}/publish`, { version });
}

/** An office has begun to link: it confirmed the first suggestions and left the others to be looked at. */
export async function serveSuperiorPlan(secretariat: Desk, plan: Plan, superior: Plan): Promise<void> {
  const { suggestions } = await secretariat.get<Crosswalk>(`/api/plans/${plan.id}/crosswalk?with=${superior.id}`);
  const links = suggestions.slice(0, 4).map(({ planItemId, superiorItemId }) => ({ planItemId, superiorItemId }));
  if (links.length > 0)
    await secretariat.post('/api/crosswalkLinks', { planId: plan.id, superiorPlanId: superior.id, links });
}
