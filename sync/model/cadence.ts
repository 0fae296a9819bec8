import type { cadences } from './plan-item.ts';

export type Cadence = (typeof cadences)[number];

/** Spellings of one cadence; of two that begin at the same place the longer one counts, so that 不定期 is not 定期. */
const spellings: readonly (readonly [RegExp, Cadence])[] = [
  [/每(?:日|天)|逐日|按日/g, '每日'],
  [/每(?:一)?(?:週|周|星期)|按週|按周/g, '每週'],
  [/每(?:四|4|４)個月/g, '每四個月'],
  [/每(?:六|6|６)個月|(?<![上下])每?半年/g, '每半年'],
  [/每(?:三|3|３)個月|每(?:一)?季|按季|逐季/g, '每季'],
  [/每(?:一|1)?(?:個)?月|按月|逐月/g, '每月'],
  [/每(?:一)?年(?!度計畫)|按年|逐年/g, '每年'],
  [/不定期/g, '不定期'],
  [/(?<!不)定期/g, '定期'],
  [/適時/g, '適時'],
  [/隨時/g, '隨時'],
];

/** The words of a text that say how often, in order of appearance, each once. */
export function cadencesIn(text: string): readonly Cadence[] {
  const found = spellings.flatMap(([spelling, cadence]) =>
    [...text.matchAll(spelling)].map(({ index }) => ({ index, cadence })),
  );
  return [...new Set(found.sort((a, b) => a.index - b.index).map(({ cadence }) => cadence))];
}
