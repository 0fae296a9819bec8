import type { AskedRow } from './asked-row.ts';
import type { Pair } from './evidence.ts';

/** Where rows stand between the pairs that are certain. */
export interface Order {
  /**
   * Whether both rows stand between the same certain rows, in sheets whose certain rows kept their order. Without any certain
   * row the sheets are one gap.
   */
  readonly sameGap: (returned: AskedRow, template: AskedRow) => boolean;
}

interface SheetOrder {
  readonly kept: boolean;
  readonly returnedRows: readonly number[];
  readonly templateRows: readonly number[];
}

const rises = (pairs: readonly Pair[]): boolean =>
  pairs.every(({ template }, i) => i === 0 || pairs[i - 1]!.template.row < template.row);

/** How many of ascending numbers are smaller. */
function smaller(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @param pairs certain ones, in the order of the returned file */
export function orderOf(pairs: readonly Pair[]): Order {
  const sheets = new Map<string, SheetOrder & { readonly template: string }>();
  const bySheet = Map.groupBy(pairs, ({ returned }) => returned.sheet);
  const sources = new Map([...bySheet].map(([sheet, list]) => [sheet, new Set(list.map(each => each.template.sheet))]));
  for (const [sheet, list] of bySheet) {
    const [template] = [...sources.get(sheet)!];
    const alone = [...sources].every(([other, from]) => other === sheet || !from.has(template!));
    sheets.set(sheet, {
      template: template!,
      kept: sources.get(sheet)!.size === 1 && alone && rises(list),
      returnedRows: list.map(({ returned }) => returned.row),
      templateRows: list.map(({ template: { row } }) => row),
    });
  }
  const known = new Set([...sheets.values()].map(({ template }) => template));
  return {
    sameGap: (returned, template) => {
      const order = sheets.get(returned.sheet);
      if (!order) return returned.sheet === template.sheet && !known.has(template.sheet);
      return (
        order.kept &&
        order.template === template.sheet &&
        smaller(order.returnedRows, returned.row) === smaller(order.templateRows, template.row)
      );
    },
  };
}
