/** A stretch of text: in both, only in the older (`out`), or only in the newer (`in`). */
export interface TextPart {
  readonly kind: 'same' | 'out' | 'in';
  readonly text: string;
}

/** Latin words and numbers are read whole, Chinese by the character, as people edit them. */
const token = /\p{Script=Latin}[\p{Script=Latin}\p{M}'’-]*|\d+(?:[.,:/]\d+)*%?|[^\S\n]+|[\s\S]/gu;
const tokensOf = (text: string): readonly string[] => text.match(token) ?? [];

/** Beyond this many edits two texts have nothing in common that would help a reader. */
const mostEdits = 600;

type Kind = TextPart['kind'];
type Run = { readonly kind: Kind; readonly tokens: readonly string[] };

/**
 * Myers' greedy algorithm: the shortest way from `a` to `b`, as one kind for each token walked over. The frontier is an array
 * that is written in place, because it is walked for every keystroke's worth of difference.
 * @returns null when the way is longer than `mostEdits`
 */
function shortestWay(a: readonly string[], b: readonly string[]): readonly Kind[] | null {
  const most = Math.min(a.length + b.length, mostEdits);
  const frontier = new Int32Array(2 * most + 3);
  const origin = most + 1;
  const trail: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits++) {
    trail.push(frontier.slice(origin - edits - 1, origin + edits + 2));
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && frontier[origin + k - 1]! < frontier[origin + k + 1]!);
      let x = down ? frontier[origin + k + 1]! : frontier[origin + k - 1]! + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      frontier[origin + k] = x;
      if (x >= a.length && x - k >= b.length) return walkedBack(a.length, b.length, trail);
    }
  }
  return null;
}

function walkedBack(toX: number, toY: number, trail: readonly Int32Array[]): readonly Kind[] {
  const way: Kind[] = [];
  let [x, y] = [toX, toY];
  for (let edits = trail.length - 1; edits > 0; edits--) {
    const before = trail[edits]!;
    const at = (k: number) => before[k + edits + 1]!;
    const k = x - y;
    const down = k === -edits || (k !== edits && at(k - 1) < at(k + 1));
    const fromX = down ? at(k + 1) : at(k - 1);
    const fromY = fromX - (down ? k + 1 : k - 1);
    while (x > fromX && y > fromY) {
      way.push('same');
      x--;
      y--;
    }
    way.push(down ? 'in' : 'out');
    [x, y] = [fromX, fromY];
  }
  for (; x > 0; x--) way.push('same');
  return way.reverse();
}

function runsOf(a: readonly string[], b: readonly string[]): readonly Run[] {
  const way = shortestWay(a, b);
  if (!way)
    return [
      { kind: 'out', tokens: a },
      { kind: 'in', tokens: b },
    ];
  const runs: { kind: Kind; tokens: string[] }[] = [];
  let [x, y] = [0, 0];
  for (const kind of way) {
    const word = kind === 'in' ? b[y]! : a[x]!;
    if (kind !== 'in') x++;
    if (kind !== 'out') y++;
    const last = runs.at(-1);
    if (last?.kind === kind) last.tokens.push(word);
    else runs.push({ kind, tokens: [word] });
  }
  return runs;
}

/** What is left standing alone between two edits is an accident of letters: the reader sees one edit. */
const isAccident = (run: Run, before: Run | undefined, after: Run | undefined): boolean =>
  run.kind === 'same' &&
  before !== undefined &&
  after !== undefined &&
  run.tokens.length <= 2 &&
  !run.tokens.includes('\n');

function smoothed(runs: readonly Run[]): readonly TextPart[] {
  const parts: { kind: Kind; text: string }[] = [];
  let [gone, come] = ['', ''];
  const settle = () => {
    if (gone !== '') parts.push({ kind: 'out', text: gone });
    if (come !== '') parts.push({ kind: 'in', text: come });
    [gone, come] = ['', ''];
  };
  runs.forEach((run, i) => {
    const text = run.tokens.join('');
    const same = run.kind === 'same';
    if (same && !isAccident(run, runs[i - 1], runs[i + 1])) {
      settle();
      parts.push({ kind: 'same', text });
      return;
    }
    if (run.kind !== 'in') gone += text;
    if (run.kind !== 'out') come += text;
  });
  settle();
  return parts;
}

const lengthOf = (parts: readonly TextPart[], kind: Kind): number =>
  parts.reduce((sum, part) => sum + (part.kind === kind ? part.text.length : 0), 0);

/** Below this share in common, a text was written anew, and mixing old and new would only be hard to read. */
const worthMixing = 0.3;

const commonLength = (a: readonly string[], b: readonly string[], fromEnd: boolean): number => {
  const most = Math.min(a.length, b.length);
  let n = 0;
  while (n < most && (fromEnd ? a[a.length - 1 - n] === b[b.length - 1 - n] : a[n] === b[n])) n++;
  return n;
};

/**
 * What became of a text. The `same` and `out` parts together are the older text, the `same` and `in` parts the newer one;
 * an `out` stands before the `in` that replaced it.
 */
export function diffText(before: string, after: string): readonly TextPart[] {
  const [a, b] = [tokensOf(before), tokensOf(after)];
  const head = commonLength(a, b, false);
  const tail = commonLength(a.slice(head), b.slice(head), true);
  const parts = smoothed([
    ...(head > 0 ? [{ kind: 'same', tokens: a.slice(0, head) } as const] : []),
    ...runsOf(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...(tail > 0 ? [{ kind: 'same', tokens: a.slice(a.length - tail) } as const] : []),
  ]);
  const shorter = Math.min(before.length, after.length);
  if (shorter === 0 || lengthOf(parts, 'same') >= worthMixing * shorter) return parts;
  return [
    { kind: 'out', text: before },
    { kind: 'in', text: after },
  ];
}
