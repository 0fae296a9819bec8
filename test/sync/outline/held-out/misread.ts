import type { PlanNode, PlanReading } from '../../../../sync/model/index.ts';

interface At {
  /** Places from the top, as issues name nodes. */
  readonly at: string;
  readonly said: string;
}

/** Every node in one line: where it stands by its labels, and what is said of it. Blanks tell nothing. */
function saidIn(nodes: readonly PlanNode[], at = '', labels = ''): readonly At[] {
  return nodes.flatMap((node, i) => {
    const own = `${at}${i}`;
    const label = `${labels}${node.label ?? '-'}`;
    const text = node.text.replace(/\s/g, '');
    const said = `${label} ${text} [${node.units.join(' ')}] {${node.checkMonths.join(' ')}} (${node.remarks})`;
    return [{ at: own, said }, ...saidIn(node.children, `${own}.`, `${label} `)];
  });
}

/** Nodes that were read otherwise than they are, and those of them that no issue points at, at it or above. */
export function misread(
  truth: readonly PlanNode[],
  read: readonly PlanNode[],
  issues: readonly PlanReading['issues'][number][],
): { readonly wrong: readonly string[]; readonly silent: readonly string[]; readonly lost: readonly string[] } {
  const there = saidIn(truth);
  const here = saidIn(read);
  const right = new Set(there.map(({ said }) => said));
  const found = new Set(here.map(({ said }) => said));
  const told = issues.flatMap(({ at }) => (at === undefined ? [] : [at]));
  const wrong = here.filter(({ said }) => !right.has(said));
  return {
    wrong: wrong.map(({ said }) => said),
    silent: wrong
      .filter(({ at }) => !told.some(place => place === at || at.startsWith(`${place}.`) || place.startsWith(`${at}.`)))
      .map(({ said }) => said),
    lost: there.filter(({ said }) => !found.has(said)).map(({ said }) => said),
  };
}
