import type { PlanDocument } from '../../../../sync/model/index.ts';
import { nodeOf } from '../../../support/plan-node.ts';

/** Two items; the first with two key points, one of them with a deep step. */
export const samplePlan: PlanDocument = {
  title: '清川市青田區公所115年度提升服務實施計畫',
  agency: '清川市青田區公所',
  year: 115,
  document: { date: '2026-01-15', number: '青區秘字第1150000123號' },
  basis: ['清川市政府115年度提升服務實施計畫。'],
  goals: ['提供便捷服務。', '傾聽民眾意見。'],
  scope: '本所各課室。',
  items: [
    nodeOf('一', '便捷洽公', {
      children: [
        nodeOf('(一)', '單一窗口', {
          children: [
            nodeOf('1', '設置綜合受理櫃檯', {
              units: ['民政課', '社會課'],
              children: [
                nodeOf('(1)', '公告服務項目', { children: [nodeOf('○1', '張貼於入口')] }),
                nodeOf('(2)', '備妥書表範例'),
              ],
            }),
            nodeOf('2', '檢討作業時限', { units: ['各課室'] }),
          ],
        }),
        nodeOf('(二)', '電話禮貌', { children: [nodeOf(null, '抽測各單位電話禮貌', { units: ['秘書室'] })] }),
      ],
    }),
    nodeOf('二', '公開資訊', {
      children: [nodeOf('(一)', '網站維護', { children: [nodeOf('1', '檢視網站內容', { units: ['秘書室'] })] })],
    }),
  ],
  reviews: [
    { kind: 'routine', text: '平時查核：於主管會報檢討。', months: [], nextYear: false, submitTo: [], forms: [] },
  ],
  taskForce: [{ title: '組長', member: '區長', duty: '綜理推動事宜', remarks: '' }],
  closing: '本計畫奉核定後實施。',
};
