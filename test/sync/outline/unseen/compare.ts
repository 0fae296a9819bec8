import type { PlanDocument, PlanNode } from '../../../../sync/model/index.ts';
import type { Truth } from './paper.ts';

const blank = /\s/g;
const said = (nodes: readonly PlanNode[], above = ''): readonly string[] =>
  nodes.flatMap(({ label, text, units, checkMonths, cadence, remarks, children }) => {
    const own = `${above}${label ?? '-'}`;
    const line = `${own} ${text.replace(blank, '')} [${units.join(' ').normalize('NFKC')}] {${checkMonths.join(' ')}|${cadence.join(' ')}} (${remarks.replace(blank, '')})`;
    return [line, ...said(children, `${own} `)];
  });

/** Everything that a plan says, a line each, so that two that differ tell where. */
export function tellPlan(plan: PlanDocument | Truth | null): readonly string[] {
  if (!plan) return ['nothing'];
  const { title, agency, year, document, basis, goals, scope, items, reviews, taskForce, closing } = plan;
  const titles = (taskForce ?? []).map(member => (typeof member === 'string' ? member : member.title));
  const around = [
    `basis ${basis.join(' | ').replace(blank, '')}`,
    `goals ${goals.join(' | ').replace(blank, '')}`,
    `scope ${(scope ?? '').replace(blank, '')}`,
    ...reviews.map(({ kind, months, nextYear }) => `review ${kind} ${months.join(' ')} ${nextYear ? 'next year' : ''}`),
    `group ${titles.join(' ')}`,
    `closing ${closing.replace(blank, '')}`,
  ];
  return [
    `title ${title.replace(blank, '')}`,
    `agency ${agency}`,
    `year ${year}`,
    `letter ${document?.date ?? ''} ${document?.number ?? ''}`,
    ...said(items),
    ...around,
  ];
}
