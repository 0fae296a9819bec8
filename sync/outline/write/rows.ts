import { cadencesIn, type PlanNode } from '../../model/index.ts';
import { type MarkedText, marked, withTitleLine } from './marked.ts';

/** A node of the plan on lines of its own. */
export interface NodeText extends MarkedText {
  /** How far below the node that the cell begins with, which is 0. */
  readonly depth: number;
}

/** A heading that goes on over so many rows; null where there is none beside what is said of the one before. */
export interface HeadingCell {
  readonly text: NodeText | null;
  readonly rows: number;
}

/** A row as it is printed. What began further up and goes on, merged, is null. */
export interface PlanRow {
  readonly item: HeadingCell | null;
  readonly keyPoint: HeadingCell | null;
  /** A step with everything below it. */
  readonly step: readonly NodeText[];
  readonly units: string;
  readonly deadline: string;
  readonly remarks: string;
}

type Beside = Pick<PlanRow, 'units' | 'deadline' | 'remarks'>;
type Head = Pick<PlanRow, 'step'> & Beside;

/** The months, and how often where the text itself does not say it. */
function deadlineOf({ checkMonths, cadence, text }: PlanNode): string {
  const said = cadencesIn(text);
  const words = cadence.filter(word => !said.includes(word));
  return [checkMonths.map(month => `${month}月`).join('、'), ...words].filter(line => line !== '').join('\n');
}

const beside = (node: PlanNode): Beside => ({
  units: node.units.join('\n'),
  deadline: deadlineOf(node),
  remarks: node.remarks,
});
const saysBeside = (node: PlanNode): boolean => Object.values(beside(node)).some(text => text !== '');

const textOf = ({ label, text }: PlanNode, depth = 0): NodeText => ({ ...withTitleLine(marked(label, text)), depth });

/** A cell of Excel holds 32,767 letters; marks and line ends take the rest. */
const mostInCell = 30_000;

/**
 * The rows of a step: one, unless its text is too much for a cell or units, months or remarks stand beside something below it. What stands beside a row is said of the
 * mark that the row begins with, so such a node begins one, and so does whatever comes after it on its level or further out.
 */
function rowsOfStep(step: PlanNode): readonly Head[] {
  const rows: { texts: NodeText[]; node: PlanNode; depth: number; length: number }[] = [];
  const visit = (node: PlanNode, depth: number): void => {
    const row = rows.at(-1);
    const { length } = node.text;
    if (row && depth > row.depth && !saysBeside(node) && row.length + length <= mostInCell) {
      row.texts.push(textOf(node, depth - row.depth));
      row.length += length;
    } else rows.push({ texts: [textOf(node)], node, depth, length });
    for (const child of node.children) visit(child, depth + 1);
  };
  visit(step, 0);
  return rows.map(({ texts, node }) => ({ step: texts, ...beside(node) }));
}

/** Rows under a heading. The heading has one of its own where something is said of it alone or nothing stands under it. */
function under<Row>(node: PlanNode, rows: readonly Row[], alone: (node: PlanNode) => Row): readonly Row[] {
  return saysBeside(node) || rows.length === 0 ? [alone(node), ...rows] : rows;
}

function rowsOfKeyPoint(keyPoint: PlanNode): readonly Omit<PlanRow, 'item'>[] {
  const heads = under(keyPoint, keyPoint.children.flatMap(rowsOfStep), node => ({ step: [], ...beside(node) }));
  return heads.map((head, i) => ({
    ...head,
    keyPoint: i === 0 ? { text: textOf(keyPoint), rows: heads.length } : null,
  }));
}

function rowsOfItem(item: PlanNode): readonly PlanRow[] {
  const rows = under(item, item.children.flatMap(rowsOfKeyPoint), node => ({
    step: [],
    keyPoint: { text: null, rows: 1 },
    ...beside(node),
  }));
  return rows.map((row, i) => ({ ...row, item: i === 0 ? { text: textOf(item), rows: rows.length } : null }));
}

/** The table of a plan, row by row. */
export const rowsOf = (items: readonly PlanNode[]): readonly PlanRow[] => items.flatMap(rowsOfItem);
