import { diffText, type TextPart, type WordChange } from '../../model/index.ts';

const standsIn: Readonly<Record<TextPart['kind'], WordChange['in']>> = { same: 'both', out: 'before', in: 'after' };

/**
 * Two texts as one: what both have, what only the earlier has, what only the later has. Leaving out the one or the other gives
 * the texts back.
 */
export const wordChanges = (before: string, after: string): readonly WordChange[] =>
  diffText(before, after)
    .filter(({ text }) => text !== '')
    .map(({ kind, text }) => ({ in: standsIn[kind], text }));
