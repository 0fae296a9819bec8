import type { TextPart as Part } from '../../sync/model/index.ts';

export { diffText as diff, type TextPart as Part } from '../../sync/model/index.ts';

/** A part as it is shown: `cut` tells that unchanged text was left out in the middle of it. */
export interface Shown extends Part {
  readonly cut?: readonly [head: string, tail: string];
}

/** Leaves out the middle of long unchanged stretches, `context` characters from the next difference. */
export function folded(parts: readonly Part[], context = 28): readonly Shown[] {
  return parts.map((part, i) => {
    const first = i === 0;
    const last = i === parts.length - 1;
    if (part.kind !== 'same' || part.text.length <= 2 * context + 24 || (first && last)) return part;
    const letters = [...part.text];
    const head = first ? '' : letters.slice(0, context).join('');
    const tail = last ? '' : letters.slice(-context).join('');
    return { ...part, cut: [head, tail] };
  });
}
