import type { FormField } from '../../model/index.ts';
import type { Content } from './content.ts';
import type { Candidate, LayoutWishes, Months, Place } from './layout.ts';
import { monthsIn, roundOf } from './rounds.ts';

/** The columns of a table while their fields are settled: which of them are taken, and by what. */
export class TakenColumns {
  readonly all: readonly Candidate[];
  readonly fields = new Map<FormField, Place>();
  readonly period: Months | null;
  readonly #wishes: LayoutWishes['fields'];
  readonly #used = new Set<Candidate>();
  /** Where a column comes among others that may hold the same: the least first. */
  readonly #lateness: ReadonlyMap<Candidate, number>;

  constructor(all: readonly Candidate[], wishes: LayoutWishes['fields'], period: Months | null) {
    this.all = all;
    this.period = period;
    this.#wishes = wishes;
    this.#lateness = new Map(all.map(column => [column, this.#latenessOf(column)]));
    this.#takeWished();
  }

  /** Hidden columns come last, and those for other months or for earlier rounds after those that are for now. */
  #latenessOf(column: Candidate): number {
    return (column.hidden ? 1000 : 0) + (this.isNow(column) ? 0 : 200) - roundOf(column);
  }

  #takeWished(): void {
    for (const [field, wish] of this.#wishes) {
      const column = this.all.find(({ left, right }) => wish !== null && wish >= left && wish <= right);
      if (!column) continue;
      this.fields.set(field, { ...column, confidence: 1 });
      this.use(column);
    }
  }

  /** The title over it, together with others, names the months that the form is for. */
  isNow({ group }: Candidate): boolean {
    return this.period !== null && group !== null && `${monthsIn(group.cell.text)}` === `${this.period}`;
  }

  isWished(field: FormField): boolean {
    return this.#wishes.has(field);
  }

  /** Columns that nothing took yet, from left to right. */
  get untaken(): readonly Candidate[] {
    return this.all.filter(column => !this.#used.has(column));
  }

  /** Those of them that a test finds, the likeliest first. */
  free(test: (column: Candidate) => boolean): readonly Candidate[] {
    return this.untaken.filter(test).sort((a, b) => this.#lateness.get(a)! - this.#lateness.get(b)!);
  }

  /** Keeps a column from being taken for a field. */
  use(column: Candidate): void {
    this.#used.add(column);
  }

  /** Gives a column its field, unless another has it or a person chose. */
  take(field: FormField, column: Candidate | undefined): void {
    if (!column || this.fields.has(field) || this.isWished(field)) return;
    this.fields.set(field, column);
    this.use(column);
  }

  /** The best of several columns: a title known as a whole first, then from left to right. */
  takeBest(field: FormField, columns: readonly Candidate[]): void {
    this.take(field, columns.find(({ confidence }) => confidence === 1) ?? columns[0]);
  }

  /** Takes a column for what its cells show, whatever its title. */
  takeByContent(field: FormField, column: Candidate): void {
    this.take(field, { ...column, confidence: 0.4 });
    this.use(column);
  }

  contentAt(place: Place | undefined): Content | undefined {
    return this.all.find(({ left }) => left === place?.left)?.content;
  }
}
