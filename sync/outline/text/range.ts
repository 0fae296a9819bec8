import { type MarkKind, markRank } from '../../model/index.ts';
import type { TextLine } from './lines.ts';
import { solid } from './width.ts';

const section =
  /推動.{0,3}管考|管考|考核|管制考核|查核及?獎|獎勵|獎懲|督導|編組|(?:工作|推動)小組|其他|其它|附則|附件|附表|經費|預期(?:成效|效益|成果)|未盡事宜|實施期程|奉.{0,8}核定後|核定後實施/;
const annex = /^(?:附件|附表|附錄|附註|備註)\s*[0-9０-９一二三四五六七八九十]{0,3}(?:[\s:：.、]|$)/;

/**
 * Where the table ends that begins at `start`: at the heading of the next section, told by a mark of the kind that
 * headed the sections before the table, or by its words; or at an annex.
 */
export function endOfTable(lines: readonly TextLine[], start: number): number {
  const marked = lines.slice(0, start).filter(line => line.mark && line.width <= 40);
  const before = (marked.findLast(({ mark }) => headsSections(mark!.kind)) ?? marked.at(-1))?.mark ?? null;
  for (let i = start; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.raw.includes('\t')) continue;
    if (annex.test(line.text)) return i;
    if (line.mark && isSection(line, before?.kind ?? null, before?.ordinal ?? 0)) return i;
  }
  return lines.length;
}

/** 壹, 甲 and 一 head the sections of a plan. */
const headsSections = (kind: MarkKind): boolean => kind === 'stem' || markRank(kind) <= markRank('han');

function isSection(line: TextLine, kind: MarkKind | null, last: number): boolean {
  const { mark } = line;
  if (!mark || !headsSections(mark.kind)) return false;
  const words = section.test(solid(mark.rest).slice(0, 24));
  const isChapter = mark.kind !== 'han';
  if (mark.kind === kind) return mark.ordinal === last + 1 && (isChapter || words);
  return isChapter && words;
}
