/** Pairs of neighbouring characters; a text of one character is its own pair. */
export function pairsOf(text: string): readonly string[] {
  const characters = [...text];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, i) => characters[i]! + character);
}

/** How much two texts share, 0–1: Dice's coefficient over their pairs of characters, each counted as often as it comes. */
export const alike = (a: readonly string[], b: readonly string[]): number => alikeTo(a)(b);

/** `alike` of one text with any number of others: its own pairs are counted once for all of them. */
export function alikeTo(a: readonly string[]): (b: readonly string[]) => number {
  const counts = new Map<string, number>();
  for (const pair of a) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return b => {
    if (a.length === 0 || b.length === 0) return 0;
    const found = new Map<string, number>();
    let shared = 0;
    for (const pair of b) {
      const count = counts.get(pair);
      if (count === undefined) continue;
      const before = found.get(pair) ?? 0;
      if (before === count) continue;
      found.set(pair, before + 1);
      shared++;
    }
    return (2 * shared) / (a.length + b.length);
  };
}

/** Slips of the keyboard that a text of some length may hold and still be the same; short ones may hold none. */
const slipsAllowed = (length: number): number =>
  length < 8 ? 0 : length < 16 ? 1 : length < 40 ? 2 : Math.min(5, Math.floor(length / 14));

/**
 * Whether one text is the other with a few single characters changed, left out or put in, never two of them side by side:
 * that would be another word.
 */
export function isSlip(a: string, b: string): boolean {
  if (a === b) return true;
  const allowed = slipsAllowed(Math.min(a.length, b.length));
  return allowed > 0 && Math.abs(a.length - b.length) <= allowed && slipsLeft(a, b, 0, 0, allowed);
}

/** Walks both texts at once; after a slip the next characters must agree again. */
function slipsLeft(a: string, b: string, i: number, j: number, left: number): boolean {
  let [x, y] = [i, j];
  while (x < a.length && y < b.length && a[x] === b[y]) {
    x++;
    y++;
  }
  if (x === a.length && y === b.length) return true;
  if (left === 0) return false;
  return [
    [1, 1],
    [1, 0],
    [0, 1],
  ].some(([dx, dy]) => {
    const [nextX, nextY] = [x + dx!, y + dy!];
    if (nextX > a.length || nextY > b.length) return false;
    const atEnd = nextX === a.length && nextY === b.length;
    return (atEnd || (nextX < a.length && a[nextX] === b[nextY])) && slipsLeft(a, b, nextX, nextY, left - 1);
  });
}
