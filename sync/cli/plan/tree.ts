import type { Locale, PlanDocument, PlanNode } from '../../model/index.ts';
import { fitted } from '../table.ts';
import { say, words } from '../words.ts';

const labels = {
  agency: words('機關', 'Agency'),
  year: words('年度', 'ROC year'),
  letter: words('函文', 'Letter'),
  basis: words('計畫依據', 'Basis'),
  goals: words('計畫目標', 'Goals'),
  scope: words('實施對象', 'Scope'),
  content: words('計畫內容（{count} 項）', 'Content ({count} nodes)'),
  reviews: words('推動及管考', 'Reviews'),
  taskForce: words('編組表', 'Task force'),
  closing: words('其他', 'Closing'),
  month: words('月', ''),
};

const count = (nodes: readonly PlanNode[]): number => nodes.reduce((sum, node) => sum + 1 + count(node.children), 0);

function besides({ units, checkMonths, remarks }: PlanNode, locale: Locale): string {
  const months = checkMonths.length > 0 ? `${checkMonths.join('、')}${say(labels.month, locale)}` : '';
  const said = [units.join('、'), months, remarks].filter(text => text !== '');
  return said.length > 0 ? `［${said.join('｜')}］` : '';
}

/** What stands beside a node must not be lost when its text is cut. */
function nodeLines(node: PlanNode, depth: number, locale: Locale, width: number): readonly string[] {
  const behind = besides(node, locale);
  const indent = '  '.repeat(depth);
  const text = `${indent}${node.label === null ? '' : `${node.label} `}${node.text}`;
  const own = behind === '' ? [fitted(text, width)] : [fitted(text, width), fitted(`${indent}    ${behind}`, width)];
  return [...own, ...node.children.flatMap(child => nodeLines(child, depth + 1, locale, width))];
}

/** A plan for people to read on a terminal. */
export function planLines(plan: PlanDocument, locale: Locale, width: number): readonly string[] {
  const letter = [plan.document?.date, plan.document?.number].filter(Boolean).join(' ');
  const facts = [
    [labels.agency, plan.agency],
    [labels.year, plan.year === null ? '' : `${plan.year}`],
    [labels.letter, letter],
  ] as const;
  const section = (label: (typeof labels)[keyof typeof labels], lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', say(label, locale), ...lines.map(line => fitted(`  ${line}`, width))];
  const single = (text: string): readonly string[] => (text === '' ? [] : [text]);
  return [
    fitted(plan.title, width),
    ...facts.flatMap(([label, value]) => (value === '' ? [] : [`${say(label, locale)} ${value}`])),
    ...section(labels.basis, plan.basis),
    ...section(labels.goals, plan.goals),
    ...section(labels.scope, single(plan.scope)),
    '',
    say(labels.content, locale, { count: count(plan.items) }),
    ...plan.items.flatMap(item => nodeLines(item, 1, locale, width)),
    ...section(
      labels.reviews,
      plan.reviews.map(review => review.text),
    ),
    ...section(
      labels.taskForce,
      plan.taskForce.map(({ title, member, duty }) => [title, member, duty].filter(Boolean).join('　')),
    ),
    ...section(labels.closing, single(plan.closing)),
  ];
}
