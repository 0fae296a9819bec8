import { type Agency, noSections, type Plan, type PlanItem, type Unit } from '../../../sync/model/index.ts';
import { idOf, stamp } from './ids.ts';

/** One plan of 114 (AD 2025) for each agency; every third is still being drafted. */
export function plansOf(agencies: readonly Agency[]): readonly Plan[] {
  return agencies.map((agency, n) => {
    const published = n % 3 !== 2;
    return {
      id: idOf('plan', n),
      ...stamp(n),
      agencyId: agency.id,
      year: 114,
      title: `${agency.name}114年度為民服務精進計畫`,
      sections: noSections,
      state: published ? 'published' : 'draft',
      documentDate: published ? '2025-01-15' : null,
      documentNumber: published ? `範研字第114${String(n).padStart(4, '0')}號` : null,
      approvedAt: published ? stamp(n).createdAt : null,
      approvedBy: null,
      publishedAt: published ? stamp(n).createdAt : null,
      publishedBy: null,
      publicId: null,
      membersPublic: false,
      closedAt: null,
    };
  });
}

const subjects = ['臨櫃服務', '申辦流程', '線上服務', '意見回應', '服務場所', '資訊公開'];
const tasks = ['盤點現況並列出改善清單', '訂定做法並通知各單位', '辦理說明會 (FAQ)', '抽查執行情形', '檢討成效 100%'];
const marks = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Items, key points and steps: every two steps stand under a key point, every two key points under an item. */
export function planItemsOf(plans: readonly Plan[], units: readonly Unit[], stepsPerPlan: number): readonly PlanItem[] {
  const rows: PlanItem[] = [];
  for (const plan of plans) {
    const own = units.filter(unit => unit.agencyId === plan.agencyId);
    const add = (parentId: string | null, depth: number, position: number, content: Partial<PlanItem>): string => {
      const n = rows.length;
      const id = idOf('item', n);
      rows.push({
        id,
        ...stamp(n),
        agencyId: plan.agencyId,
        planId: plan.id,
        parentId,
        position,
        depth,
        label: null,
        text: '',
        units: [],
        checkMonths: [],
        cadence: [],
        remarks: '',
        unitIds: [],
        carriedFrom: null,
        skeletonKey: null,
        unresolvedUnits: [],
        ...content,
      });
      return id;
    };
    let item = '';
    let keyPoint = '';
    for (let step = 0; step < stepsPerPlan; step++) {
      const subject = subjects[Math.floor(step / 4) % subjects.length]!;
      if (step % 4 === 0) item = add(null, 0, step / 4, { label: marks[(step / 4) % 10]!, text: `精進${subject}` });
      if (step % 2 === 0) {
        const position = (step / 2) % 2;
        keyPoint = add(item, 1, position, {
          label: `(${marks[position]})`,
          text: `${subject}的第${position + 1}項重點`,
        });
      }
      const unit = own[step % own.length]!;
      add(keyPoint, 2, step % 2, {
        label: String((step % 2) + 1),
        text: `${subject}：${tasks[step % tasks.length]}`,
        units: [unit.name],
        unitIds: [unit.id],
        checkMonths: step % 3 === 0 ? [] : [6, 12],
        cadence: step % 4 === 0 ? ['每月'] : [],
        remarks: step % 5 === 0 ? 'See "FAQ" 50%_done' : '',
      });
    }
  }
  return rows;
}
