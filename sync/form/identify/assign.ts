/** What it is worth to give a row (by index) a column (by index); greater is better, and only what is worth more than nothing counts. */
export interface Worth {
  readonly row: number;
  readonly column: number;
  readonly worth: number;
}

/** Smallest first; entries that a better one overtook are left in and skipped by whoever takes them. */
class Queue {
  readonly #entries: { readonly cost: number; readonly column: number }[] = [];

  push(cost: number, column: number): void {
    const entries = this.#entries;
    let at = entries.push({ cost, column }) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (entries[above]!.cost <= cost) break;
      entries[at] = entries[above]!;
      at = above;
    }
    entries[at] = { cost, column };
  }

  pop(): { readonly cost: number; readonly column: number } | undefined {
    const entries = this.#entries;
    const [first] = entries;
    const last = entries.pop();
    if (!first || !last || entries.length === 0) return first;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= entries.length) break;
      if (below + 1 < entries.length && entries[below + 1]!.cost < entries[below]!.cost) below++;
      if (entries[below]!.cost >= last.cost) break;
      entries[at] = entries[below]!;
      at = below;
    }
    entries[at] = last;
    return first;
  }
}

/**
 * The one-to-one assignment whose worth is greatest in all; a row may stay without a column. Shortest augmenting paths with
 * prices (Jonker and Volgenant, 1987) over the edges given: rows that share no column with others cost nothing to place.
 * @returns the column of each row, or null
 */
export function assign(rowCount: number, edges: readonly Worth[]): readonly (number | null)[] {
  const edgesOf: { readonly column: number; readonly cost: number }[][] = Array.from({ length: rowCount }, () => []);
  for (const { row, column, worth } of edges) if (worth > 0) edgesOf[row]!.push({ column, cost: -worth });
  // A column of its own, for nothing, is what a row takes when it stays alone.
  const alone = edges.reduce((most, { column }) => Math.max(most, column), -1) + 1;
  for (const [row, list] of edgesOf.entries()) list.push({ column: alone + row, cost: 0 });

  const columnOf = new Map<number, number>();
  const rowOf = new Map<number, number>();
  const price = new Map<number, number>();
  const priceOf = (column: number): number => price.get(column) ?? 0;
  for (let row = 0; row < rowCount; row++) augment(row);
  return Array.from({ length: rowCount }, (_, row) => {
    const column = columnOf.get(row);
    return column === undefined || column >= alone ? null : column;
  });

  function augment(start: number): void {
    const distance = new Map<number, number>();
    const cameFrom = new Map<number, number>();
    const done = new Map<number, number>();
    const queue = new Queue();
    let [row, base] = [start, 0];
    for (;;) {
      // What the row pays now is the least it could: prices keep every reduced cost at or above it.
      const own = columnOf.get(row);
      const paid = own === undefined ? 0 : edgesOf[row]!.find(edge => edge.column === own)!.cost - priceOf(own);
      for (const { column, cost } of edgesOf[row]!) {
        if (done.has(column)) continue;
        const reach = base + cost - priceOf(column) - paid;
        if (reach >= (distance.get(column) ?? Number.POSITIVE_INFINITY)) continue;
        distance.set(column, reach);
        cameFrom.set(column, row);
        queue.push(reach, column);
      }
      let nearest = queue.pop();
      while (nearest && done.has(nearest.column)) nearest = queue.pop();
      if (!nearest) return;
      done.set(nearest.column, nearest.cost);
      const owner = rowOf.get(nearest.column);
      if (owner === undefined) {
        settle(nearest.column, nearest.cost);
        return;
      }
      [row, base] = [owner, nearest.cost];
    }

    function settle(end: number, total: number): void {
      for (const [column, reach] of done) price.set(column, priceOf(column) + reach - total);
      let column = end;
      for (;;) {
        const taker = cameFrom.get(column)!;
        const freed = columnOf.get(taker);
        columnOf.set(taker, column);
        rowOf.set(column, taker);
        if (taker === start || freed === undefined) return;
        column = freed;
      }
    }
  }
}
