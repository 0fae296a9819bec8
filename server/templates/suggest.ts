import { askedRows, matchPlan } from '../../sync/form/identify/index.ts';
import { type FormProfile, type Marked, type PlanItem, rowKey, type TemplateRowMatch } from '../../sync/model/index.ts';

/** An item of a plan, as rows of a form are compared with it. */
export type PlanStep = Pick<
  PlanItem,
  'id' | 'parentId' | 'position' | 'depth' | 'label' | 'text' | 'units' | 'checkMonths'
>;

/** Headings ask nothing: what stands below the first two levels does, and whatever has nothing below it. */
const headings = 2;

/**
 * Suggests which steps of a plan, in printed order, the rows of a template stand for. What a person confirmed is settled: its
 * rows and steps are out of the question for the others.
 */
export function suggestRows(
  profile: FormProfile,
  steps: readonly PlanStep[],
  confirmed: ReadonlyMap<string, string | null>,
): readonly Omit<TemplateRowMatch, 'confirmed'>[] {
  const taken = new Set(confirmed.values());
  const byId = new Map(steps.map(step => [step.id, step]));
  const below = Map.groupBy(steps, step => step.parentId);
  const pathTo = (step: PlanStep): readonly Marked[] => {
    const parent = step.parentId === null ? undefined : byId.get(step.parentId);
    return [...(parent ? pathTo(parent) : []), marked(step)];
  };
  const open = steps
    .filter(step => !taken.has(step.id) && (step.depth >= headings || !below.has(step.id)))
    .map(step => ({ ...step, path: pathTo(step), subSteps: (below.get(step.id) ?? []).map(marked) }));
  const asked = askedRows(profile).filter(row => !confirmed.has(rowKey(row.sheet, row.row)));
  return matchPlan(asked, open).map(({ sheet, row, id, score, candidates }) => ({
    sheet,
    row,
    planItemId: id,
    score: score ?? 0,
    candidates:
      id === null
        ? candidates.map(each => ({ planItemId: each.id, score: each.score }))
        : [{ planItemId: id, score: score ?? 0 }],
  }));
}

const marked = ({ label, text }: PlanStep): Marked => ({ label, text });
