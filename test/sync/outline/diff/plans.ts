import fc from 'fast-check';
import type { PlanNode } from '../../../../sync/model/index.ts';

/** A node as people write one down: label, text, what stands below. */
export const node = (
  label: string | null,
  text: string,
  children: readonly PlanNode[] = [],
  more: Partial<PlanNode> = {},
): PlanNode => ({ label, text, units: [], checkMonths: [], cadence: [], remarks: '', ...more, children });

const words = [
  '服務',
  '訪視',
  '志工',
  '動線',
  '滿意度',
  '調查',
  '網站',
  '更新',
  '長者',
  '每季',
  '檢討',
  '公開',
  '114',
  '櫃台',
];

const text = fc.array(fc.constantFrom(...words), { minLength: 0, maxLength: 9 }).map(list => list.join(''));
const label = fc.option(fc.constantFrom('一', '(一)', '1', '2', '(1)', 'A'), { nil: null });

/** Trees as hostile as plans get: repeated texts, empty ones, the same label twice. */
export const anyPlan: fc.Arbitrary<readonly PlanNode[]> = fc.letrec<{ nodes: readonly PlanNode[] }>(tie => ({
  nodes: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc.constant([]),
    fc.array(
      fc.record({
        label,
        text,
        units: fc.subarray(['民政課', '社會課', '秘書室']),
        checkMonths: fc.subarray([6, 12]),
        cadence: fc.constant([]),
        remarks: fc.constantFrom('', '另訂之'),
        children: tie('nodes'),
      }),
      { maxLength: 5 },
    ),
  ),
})).nodes;

export const nodesOf = (nodes: readonly PlanNode[]): readonly PlanNode[] =>
  nodes.flatMap(each => [each, ...nodesOf(each.children)]);
