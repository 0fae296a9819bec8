import { formatOf } from './formats.ts';
import type { Level, List, Numbering } from './numbering.ts';

/** Word counts up to nine levels. */
const mostLevels = 9;

/** Counts the numbered paragraphs of a document in their order, and prints the mark of each. */
export class Marks {
  readonly #numbering: Numbering;
  readonly #counts = new Map<string, (number | null)[]>();
  /** Levels of lists that have begun at a number of their own. */
  readonly #begun = new Set<string>();

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  /** The level that a style stands on in a list; null when the list names no level for it. */
  levelOfStyle(id: string, style: string): number | null {
    const levels = this.#numbering.get(id)?.levels ?? new Map<number, Level>();
    return [...levels].find(([, level]) => level.style === style)?.[0] ?? null;
  }

  /** The mark of the next paragraph of a list, with the blank behind it; empty when it prints none. */
  next(id: string, at: number): string {
    const list = this.#numbering.get(id);
    const level = list?.levels.get(at);
    if (!list || !level || at < 0 || at >= mostLevels) return '';
    const counts = this.#count(id, list, at);
    if (level.format === 'bullet') return `${bulletOf(level.text ?? '')} `;
    const printed = (level.text ?? '').replace(/%(\d)/g, (_, digit: string) => {
      const n = Number(digit) - 1;
      const of = list.levels.get(n);
      const count = counts[n] ?? startOf(list, n);
      return of && of.format !== 'bullet' ? formatOf(level.legal ? 'decimal' : of.format)(count) : '';
    });
    return printed === '' || level.suffix === 'nothing' ? printed : `${printed} `;
  }

  #count(id: string, list: List, at: number): readonly (number | null)[] {
    const counts = this.#counts.get(list.kind) ?? [];
    this.#counts.set(list.kind, counts);
    const key = `${id} ${at}`;
    const own = list.starts.get(at);
    const before = counts[at] ?? null;
    counts[at] =
      (own !== undefined && !this.#begun.has(key) ? own : null) ?? (before === null ? startOf(list, at) : before + 1);
    this.#begun.add(key);
    for (let deeper = at + 1; deeper < mostLevels; deeper++) {
      const restart = list.levels.get(deeper)?.restart ?? null;
      if (restart === null || (restart > 0 && at < restart)) counts[deeper] = null;
    }
    return counts;
  }
}

const startOf = (list: List, at: number): number => list.starts.get(at) ?? list.levels.get(at)?.start ?? 1;

/** Bullets of symbol fonts have no character of their own. */
const bulletOf = (text: string): string => (/^[\p{Co}\s]*$/u.test(text) ? '•' : text);
