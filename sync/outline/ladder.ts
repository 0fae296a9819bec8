import { type MarkKind, markRank } from '../model/index.ts';
import type { Segment } from './cell-outline.ts';
import type { Draft, Source } from './draft.ts';

interface Rung {
  readonly kind: MarkKind;
  /** Whose child the node is; null at the top of the plan. */
  readonly parent: Draft | null;
  readonly node: Draft;
}

export interface Placed {
  readonly draft: Draft;
  readonly parent: Draft | null;
  /** Stands no deeper than the cell itself, so that what the row says of the cell is said of it. */
  readonly top: boolean;
  /** Its mark stands further out than any before it in the column, which is odd. */
  readonly outOfPlace: boolean;
}

/**
 * Puts the segments of one text column into the tree. Which kind of mark stands above which is what the column itself
 * shows: the first kind is the outermost, a new kind of a deeper rank opens a level, a known kind returns to its own.
 */
export class Ladder {
  readonly #root: Draft[];
  #rungs: Rung[] = [];
  #last: Draft | null = null;

  constructor(root: Draft[]) {
    this.#root = root;
  }

  /** The node that was placed last, which what stands further right belongs to. */
  get tip(): Draft | null {
    return this.#last;
  }

  /** A column further left went on: nothing here continues. */
  reset(): void {
    this.#rungs = [];
    this.#last = null;
  }

  /** Whether a bare number is the next one of some level that is open. */
  expects(ordinal: number): boolean {
    return this.#rungs.some(({ kind, node }) => kind === 'digit' && node.ordinal + 1 === ordinal);
  }

  /**
   * @param base the node that the cell belongs to; null at the top of the plan
   * @param paragraphs whether an unnumbered text belongs to the heading above it, as in a table of one column
   */
  place(segments: readonly Segment[], base: Draft | null, source: Source, paragraphs: boolean): readonly Placed[] {
    const before = this.#rungs.slice(0, 1);
    const placed: { draft: Draft; parent: Draft | null; outOfPlace: boolean }[] = [];
    let lead: Draft | null = null;
    for (const [i, segment] of segments.entries()) {
      const draft = draftOf(segment, source);
      if (segment.mark === null) {
        const parent = paragraphs ? (this.#rungs.at(-1)?.node ?? base) : base;
        this.#attach(draft, parent);
        placed.push({ draft, parent, outOfPlace: false });
        if (!paragraphs) this.#rungs = [];
        lead = i === 0 ? draft : lead;
      } else {
        const { parent, outOfPlace } = this.#step(segment.mark.kind, draft, paragraphs ? base : (lead ?? base));
        placed.push({ draft, parent, outOfPlace });
      }
    }
    if (lead && !paragraphs) this.#rungs = before;
    const here = new Set<Draft | null>(placed.map(({ draft }) => draft));
    return placed.map(each => ({ ...each, top: !here.has(each.parent) }));
  }

  #step(kind: MarkKind, draft: Draft, base: Draft | null): { parent: Draft | null; outOfPlace: boolean } {
    const known = this.#rungs.findIndex(rung => rung.kind === kind);
    const ranks = ranksOf(this.#rungs);
    const outer = ranks.findLastIndex(rank => rank < markRank(kind));
    const outOfPlace = known < 0 && outer < 0 && this.#rungs.length > 0;
    const level = known >= 0 ? known : outer + 1;
    const parent =
      known >= 0
        ? this.#rungs[known]!.parent
        : level > 0
          ? this.#rungs[level - 1]!.node
          : (this.#rungs[0]?.parent ?? base);
    this.#rungs = [...this.#rungs.slice(0, level), { kind, parent, node: draft }];
    this.#attach(draft, parent);
    return { parent, outOfPlace };
  }

  #attach(draft: Draft, parent: Draft | null): void {
    (parent?.children ?? this.#root).push(draft);
    this.#last = draft;
  }
}

const isStem = (kind: MarkKind): boolean => kind === 'stem' || kind === 'stemParen';

/** 甲 counts now the chapters, now what stands below (1): it is as deep as it was found. */
const ranksOf = (rungs: readonly Rung[]): readonly number[] =>
  rungs.map(({ kind }, i) => (!isStem(kind) ? markRank(kind) : i === 0 ? -1 : markRank(rungs[i - 1]!.kind) + 0.5));

function draftOf({ mark, text }: Segment, source: Source): Draft {
  return {
    label: mark?.label ?? null,
    kind: mark?.kind ?? null,
    ordinal: mark?.ordinal ?? 0,
    text,
    units: [],
    checkMonths: [],
    cadence: [],
    remarks: [],
    children: [],
    source,
  };
}
