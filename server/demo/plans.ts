import type { PlanNode } from '../../sync/model/index.ts';
import type { Calendar } from './calendar.ts';
import type { Chance } from './chance.ts';
import { type SampleStep, skeleton } from './skeleton.ts';

const numerals = '一二三四五六';

/** The sample's check months stand for the two rounds of the demo, whatever month it is started in. */
function monthsOf({ checkMonths }: SampleStep, { past, present }: Calendar): readonly number[] {
  if (!checkMonths) return [];
  const months = checkMonths.map(month => (month === 6 ? past.month : present.month));
  return [...new Set(months)].toSorted((a, b) => a - b);
}

const node = (label: string, text: string, children: readonly PlanNode[], step?: Partial<PlanNode>): PlanNode => ({
  label,
  text,
  units: [],
  checkMonths: [],
  cadence: [],
  remarks: '',
  ...step,
  children,
});

/** One office's plan: the shared skeleton, with a few steps left out, as offices do. */
export function samplePlan(calendar: Calendar, chance: Chance): readonly PlanNode[] {
  return skeleton.map((item, i) =>
    node(
      numerals[i]!,
      item.text,
      item.keyPoints.map((keyPoint, k) => {
        const steps = keyPoint.steps.filter((_, s) => s === 0 || !chance.happens(0.12));
        return node(
          `(${numerals[k]})`,
          keyPoint.text,
          steps.map((step, s) =>
            node(String(s + 1), step.text, [], { units: step.units, checkMonths: monthsOf(step, calendar) }),
          ),
        );
      }),
    ),
  );
}
