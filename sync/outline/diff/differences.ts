import type { PlanChange, PlanDifference, PlanNode } from '../../model/index.ts';
import type { Compared, Spot } from './spot.ts';

/** Width and blanks are how a file happens to be written; every other sign was meant. */
const written = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
const list = (values: readonly (string | number)[]): string => values.map(value => written(String(value))).join('\n');

type Field = Exclude<PlanDifference, 'place'>;
type Said = Omit<PlanNode, 'label' | 'children'>;

const saidOf: Readonly<Record<Field, (node: Said) => string>> = {
  text: node => written(node.text),
  // The first unit leads, so their order tells.
  units: node => list(node.units),
  checkMonths: node => list(node.checkMonths),
  cadence: node => list([...node.cadence].sort()),
  remarks: node => written(node.remarks),
};

/** What two nodes say differently, wherever they stand; what is below them is not looked at. */
export const saidDifferently = (before: Said, after: Said): readonly Field[] =>
  (Object.keys(saidOf) as Field[]).filter(field => saidOf[field](before) !== saidOf[field](after));

export function differencesOf<T extends Compared<T>>(
  { node: before }: Spot<T>,
  { node: after }: Spot<T>,
  stays: boolean,
): readonly PlanDifference[] {
  const fields = saidDifferently(before, after);
  return stays ? fields : ['place', ...fields];
}

/** The one word for a node that is in both plans. */
export function kindOf(differs: readonly PlanDifference[]): PlanChange {
  if (differs.includes('place')) return 'moved';
  if (differs.includes('text')) return 'reworded';
  return differs.length > 0 ? 'adjusted' : 'same';
}
