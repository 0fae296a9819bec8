import { type Locale, type PlanNode, type PlanSectionRow, say as sayCode } from '../../model/index.ts';
import { type DiffRow, type DiffSide, diffPlans, diffSections } from '../../outline/diff/index.ts';
import type { Command } from '../command.ts';
import { fitted } from '../table.ts';
import { say, words } from '../words.ts';
import { hasError } from './issues.ts';
import { loadPlan } from './load.ts';
import { anyPlan } from './operands.ts';

type Side = DiffSide<PlanNode>;

const labels = {
  none: words('兩份計畫的內容相同。', 'The plans say the same.'),
  blank: words('（空白）', '(blank)'),
};

const fields = {
  text: node => node.text,
  units: node => node.units.join('、'),
  checkMonths: node => node.checkMonths.join('、'),
  cadence: node => node.cadence.join('、'),
  remarks: node => node.remarks,
} as const satisfies Readonly<Record<string, (node: PlanNode) => string>>;

const pathOf = (side: Side | null): string => side?.path.map(label => label ?? '—').join(' ') ?? '–';

function linesOf(
  { kind, differs, before, after }: DiffRow<PlanNode>,
  locale: Locale,
  width: number,
): readonly string[] {
  const shown = (after ?? before)!.node;
  const places =
    before && after && pathOf(before) !== pathOf(after)
      ? `${pathOf(before)} → ${pathOf(after)}`
      : pathOf(after ?? before);
  const value = (side: Side | null, field: keyof typeof fields): string =>
    (side && fields[field](side.node)) || say(labels.blank, locale);
  const changed = (Object.keys(fields) as (keyof typeof fields)[]).filter(field => differs.includes(field));
  return [
    fitted(`${sayCode(`plan_diff_${kind}`, locale)}  ${places}  ${shown.text}`, width),
    ...changed.flatMap(field => [
      `    ${sayCode(`plan_diff_in_${field}`, locale)}`,
      fitted(`    - ${value(before, field)}`, width),
      fitted(`    + ${value(after, field)}`, width),
    ]),
  ];
}

function sectionLines(
  { section, kind, before, after }: PlanSectionRow,
  locale: Locale,
  width: number,
): readonly string[] {
  const name = sayCode(`plan_diff_section_${section}`, locale);
  return [
    fitted(`${sayCode(`plan_diff_${kind}`, locale)}  ${name}  ${kind === 'reworded' ? '' : (after ?? before)}`, width),
    ...(kind === 'reworded' ? [fitted(`    - ${before}`, width), fitted(`    + ${after}`, width)] : []),
  ];
}

const sideJson = (side: Side | null): unknown => {
  if (!side) return null;
  const { children: _, ...said } = side.node;
  return { path: side.path, ...said };
};

export const planDiff: Command = {
  name: 'plan diff',
  about: words('比較兩份計畫：新增、刪除、移動、改寫', 'tell how two plans differ: added, removed, moved, reworded'),
  operands: [anyPlan('A', '較早的計畫', 'the earlier plan'), anyPlan('B', '較晚的計畫', 'the later plan')],
  options: {},
  async run({ operands: [pathA = '', pathB = ''], locale, width }) {
    const [a, b] = [await loadPlan(pathA), await loadPlan(pathB)];
    const { rows, counts } = diffPlans(a.plan.items, b.plan.items);
    const changes = rows.filter(({ kind }) => kind !== 'same');
    const sections = diffSections(a.plan, b.plan).filter(({ kind }) => kind !== 'same');
    const issues = [...a.issues, ...b.issues];
    return {
      json: {
        counts,
        rows: changes.map(({ before, after, kind, differs, words: changed, likeness, certain }) => ({
          kind,
          differs,
          before: sideJson(before),
          after: sideJson(after),
          words: changed,
          likeness,
          certain,
        })),
        sections,
        issues,
      },
      text:
        changes.length + sections.length === 0
          ? [say(labels.none, locale)]
          : [
              ...changes.flatMap(row => linesOf(row, locale, width)),
              ...sections.flatMap(row => sectionLines(row, locale, width)),
            ],
      issues,
      failed: hasError(issues),
    };
  },
};
