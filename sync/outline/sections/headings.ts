import type { Piece, Text } from './piece.ts';

export type SectionKind = 'basis' | 'goals' | 'scope' | 'content' | 'reviews' | 'taskForce' | 'closing' | 'other';

export interface Heading {
  /** Index among the pieces. */
  readonly at: number;
  readonly kind: SectionKind;
  /** Without its mark. */
  readonly title: string;
  /** What follows on the same line. */
  readonly body: string;
}

/** Words of headings. Of two kinds in one heading the one that is named first counts: 實施方式及考核 is about the content. */
const words: readonly (readonly [SectionKind, RegExp])[] = [
  ['reviews', /管考|考核|查核|管制|考評|評核|稽核|督考|獎勵|獎懲|成效評估|績效評估|追蹤/],
  ['basis', /依據|緣起|法源|緣由|法令/],
  ['goals', /目標|目的|宗旨|願景/],
  ['taskForce', /編組|組織|推動小組|工作小組|任務分工|^分工/],
  ['scope', /對象|範圍|適用機關|適用單位|實施單位|實施機關|參與人員/],
  ['closing', /^其[他它]|附則|附記|未盡事宜|其餘事項|修正程序|^施行|^實施$/],
  [
    'content',
    /內容|方式|方法|步驟|要項|要領|策略|作法|做法|措施|(?:工作|執行|實施|推動)(?:項目|重點)|重點(?:工作|項目)|具體行動|辦理事項/,
  ],
];
const otherwise = /經費|預算|期程|期間|時程|預期|效益|日程/;

const closingWords =
  /未盡事宜|核(?:定|可|准)?後(?:發布|公布)?(?:實施|施行)|得(?:隨時|適時)?(?:依實際需要)?修正|修正時亦同|自(?:發布|公布|核定)(?:日|之日)/;

function kindOf(title: string): SectionKind {
  const plain = title.replace(/\s/g, '');
  if (otherwise.test(plain)) return 'other';
  const found = words.map(([kind, pattern]) => ({ kind, at: plain.search(pattern) })).filter(({ at }) => at >= 0);
  return found.sort((a, b) => a.at - b.at)[0]?.kind ?? 'other';
}

const mostTitle = 18;

/** The title of a heading and what follows it on its line. A sentence is no title but says what it is about. */
function titled(rest: string): Pick<Heading, 'kind' | 'title' | 'body'> {
  const colon = /^([^:：\n]{1,24}?)\s*[:：]\s*([\s\S]*)$/.exec(rest);
  if (colon && !/[。；]/.test(colon[1]!))
    return { kind: kindOf(colon[1]!), title: colon[1]!.trim(), body: colon[2]!.trim() };
  const [first = '', ...others] = rest.split('\n');
  if (first.trim().length <= mostTitle && !/[。；，]/.test(first)) {
    return { kind: kindOf(first), title: first.trim(), body: others.join('\n').trim() };
  }
  const kind = closingWords.test(rest)
    ? 'closing'
    : /^(?:依據?|遵照|奉)/.test(rest)
      ? 'basis'
      : kindOf(rest.slice(0, 8));
  return { kind, title: '', body: rest.trim() };
}

/** What a section with this heading is about. */
export const titleKind = (heading: string): SectionKind => titled(heading).kind;

type Way = (text: Text) => string | null;

/** The ways in which a document marks its sections: 壹、計畫依據; 甲、依據; 一、依據; the bare words on a line of their own. */
const ways: Readonly<Record<'formal' | 'stem' | 'han' | 'bare', Way>> = {
  formal: ({ mark }) => (mark?.kind === 'formal' ? mark.rest : null),
  stem: ({ mark }) => (mark?.kind === 'stem' ? mark.rest : null),
  han: ({ mark }) => (mark?.kind === 'han' ? mark.rest : null),
  bare: ({ mark, text }) => (mark === null && isBareTitle(text) ? text : null),
};
const bareTitle =
  /^(?:計畫|實施|執行|推動)?(?:依據|目標|目的|宗旨|對象|內容|方式|步驟|要項|管考|考核|緣起|範圍)(?:及.{2,4})?$|^(?:其他|附則|推動及管考|考核與獎勵|考核及獎勵)$/;

/** Whether a line is the heading of a section, though it has no number. */
export function isBareTitle(text: string): boolean {
  const title = text.replace(/\s/g, '').replace(/[:：]$/, '');
  return title.length <= 8 && kindOf(title) !== 'other' && bareTitle.test(title);
}

type WayName = keyof typeof ways;

export interface Headings {
  readonly list: readonly Heading[];
  /** Where the annexes begin, among the pieces. */
  readonly end: number;
}

const annexTitle = /^[(（【]?附(?:件|表|錄|圖)\s*[一二三四五六七八九十\d０-９]*(?:[\s:：、.)）】-]|$)/;
export const isAnnexTitle = (text: string): boolean => text.length <= 40 && annexTitle.test(text.trim());

function headingsBy(pieces: readonly Piece[], way: WayName): Headings {
  const list: Heading[] = [];
  let last = 0;
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind !== 'text') continue;
    const rest = ways[way](piece);
    if (rest === null) continue;
    const ordinal = piece.mark?.ordinal ?? last + 1;
    if (ordinal === 1 && list.length > 1 && isContents(list)) {
      list.length = 0;
      last = 0;
    }
    if (ordinal <= last) {
      // 壹 once more begins another document behind this one, such as the pattern of a plan; 一 merely counts entries.
      if ((way === 'formal' || way === 'stem') && ordinal === 1)
        return { list, end: startOfAnnex(pieces, list.at(-1)!.at, at) };
      continue;
    }
    if (way === 'han' && ordinal !== last + 1) continue;
    list.push({ at, ...titled(rest) });
    last = ordinal;
  }
  return { list, end: startOfAnnex(pieces, list.at(-1)?.at ?? 0, pieces.length) };
}

/** Headings right after each other, with nothing below any, merely list what comes. */
const isContents = (list: readonly Heading[]): boolean =>
  list.every(({ at, body }, i) => body === '' && (i === 0 || at === list[i - 1]!.at + 1));

/** The title lines above a document that begins anew belong to it. */
function startOfAnnex(pieces: readonly Piece[], from: number, until: number): number {
  const titled = pieces.findIndex(
    (piece, i) => i > from && i < until && piece.kind === 'text' && isAnnexTitle(piece.text),
  );
  if (titled >= 0) return titled;
  if (until === pieces.length) return until;
  let start = until;
  for (let i = until - 1; i > from; i--) {
    const piece = pieces[i]!;
    if (piece.kind !== 'text' || piece.mark !== null || /[。；]$/.test(piece.text)) break;
    start = i;
  }
  return start;
}

const known = ({ list }: Headings): number =>
  new Set(list.map(({ kind }) => kind).filter(kind => kind !== 'other')).size;

/** The headings of a document's sections, by the way that names most of them; none in a document without sections. */
export function findHeadings(pieces: readonly Piece[]): Headings {
  const found = (Object.keys(ways) as WayName[]).map(way => headingsBy(pieces, way));
  return (
    found.find(headings => known(headings) >= 2) ??
    found.slice(0, 1).find(headings => known(headings) >= 1) ?? {
      list: [],
      end: pieces.length,
    }
  );
}
