import { answerWith } from '../thread/answer.ts';
import type { PlanOrder } from './index.ts';

await answerWith<PlanOrder>(async () => {
  const { readPlan } = await import('../read-plan.ts');
  return ({ bytes, fileName }) => readPlan(bytes, fileName);
});
