import type { Range } from '../../address.ts';

/** Gathers the places of cells by what they name, joining those that go on from one row to the next into one range. */
export class Places {
  size = 0;
  readonly #done = new Map<string, Range[]>();
  /** By name and columns, the range that may go on in the next row. */
  readonly #open = new Map<string, { range: Range; name: string }>();

  add(name: string, range: Range): void {
    const key = `${range.left},${range.right} ${name}`;
    const above = this.#open.get(key);
    if (above && above.range.bottom + 1 === range.top) {
      above.range = { ...above.range, bottom: range.bottom };
      return;
    }
    if (above) this.#close(name, above.range);
    this.#open.set(key, { name, range });
    this.size++;
  }

  #close(name: string, range: Range): void {
    const list = this.#done.get(name);
    if (list) list.push(range);
    else this.#done.set(name, [range]);
  }

  ranges(): ReadonlyMap<string, readonly Range[]> {
    for (const { name, range } of this.#open.values()) this.#close(name, range);
    this.#open.clear();
    return this.#done;
  }
}
