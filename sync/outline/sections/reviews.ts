import type { PlanReview, ReviewKind } from '../../model/index.ts';
import { joinLines } from '../cell-outline.ts';
import type { Where } from '../draft.ts';
import { excerpt, type Note, warn } from '../note.ts';
import { entriesOf } from './entries.ts';
import { isTable, type Piece, type TablePiece } from './piece.ts';

/** Words of each kind; where the title names none, the first in the text decides. */
const words: readonly (readonly [ReviewKind, RegExp])[] = [
  ['award', /績優|獎勵|獎懲|敘獎|評獎/],
  ['adhoc', /不定期|不定時|抽查|專案查核/],
  ['routine', /平時|平日|經常|日常|(?<!不)定期|每[月季週]|[按逐][月季週]|每半年|隨時/],
  ['annual', /年度|年終|每年|全年|期末/],
];
const titleOf = (text: string): string => /^([^:：。，,；]{2,14})(?:[:：。]|\s)/.exec(text)?.[1] ?? '';

function kindOf(text: string): ReviewKind | null {
  const title = titleOf(text);
  const titled = words.find(([, pattern]) => pattern.test(title))?.[0];
  if (titled) return titled;
  const found = words.flatMap(([kind, pattern]) => {
    const index = text.search(pattern);
    return index < 0 ? [] : [{ kind, index }];
  });
  return found.sort((a, b) => a.index - b.index)[0]?.kind ?? null;
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/** A letter that is cited, and a period: their months are not for handing anything in. */
const cited = /(?:\d{2,4}年)?\d{1,2}月\d{1,2}日[^，,。；;]{0,14}?字第[^，,。；;]*?號/g;
const period = /(?:\d{2,4}年)?\d{1,2}月(?:\d{1,2}日)?起?(?:至|到|~|-)(?:\d{2,4}年)?\d{1,2}月(?:\d{1,2}日)?/g;
/** 6月份, 6月及12月, 6、12月底, 次年1月15日前; not the month in which a period merely ends. */
const months =
  /(次年|翌年|隔年|下年)?度?((?:(?<!\d)\d{1,2}月?[、,及與和])*(?<!\d)\d{1,2})月(?!(?:份|底)?\)?(?:結束|終了|屆滿))/g;

function monthsOf(printed: string): Pick<PlanReview, 'months' | 'nextYear'> {
  const text = plain(printed).replace(cited, '').replace(period, '');
  let nextYear = false;
  const found = [...text.matchAll(months)].flatMap(([, next, list]) => {
    const numbers = list!
      .split(/\D+/)
      .map(Number)
      .filter(month => month >= 1 && month <= 12);
    if (next && numbers.length > 0) nextYear = true;
    return numbers;
  });
  return { months: [...new Set(found)], nextYear };
}

/** The name of a body has none of the words that stand around it. */
const letter = '(?![予送至給報成果及並後由])[\\u4e00-\\u9fff]';
const body = `(?:${letter}){1,10}?(?:委員會|府|局|處|室|課|科|署|院|部|所|會|組|機關)(?:(?:${letter}){1,4}?(?:室|處|課|科|組|會))?`;
const sentTo = new RegExp(
  `(?:提送|函送|報送|送交|檢送|彙送|併送|陳送|提報|函報|陳報|彙報|呈報|送|予|交|報)(?:至|予|給)?(${body})(?=[\\s,，。;；、)）]|彙|辦|備|審|核|查|列|參|評|存|$)`,
  'g',
);

function submitToOf(text: string): readonly string[] {
  const found = [...text.replace(/\s/g, '').matchAll(sentTo)].map(([, name]) => name!);
  return [...new Set(found)];
}

const form = /「([^「」]{2,40}(?:表|書|格式|清冊|名冊))」|(附(?:件|表)\s*[一二三四五六七八九十\d]+)/g;

const formsOf = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(form)].map(([, quoted, annex]) => quoted ?? annex!.replace(/\s/g, ''))),
];

export interface ReviewsRead {
  readonly reviews: readonly PlanReview[];
  readonly notes: readonly Note[];
}

interface Entry {
  readonly text: string;
  readonly where: Where;
}

/** 平時考核 | 各組組長督導 | 隨時: a kind of review in each row of a table. */
function rowsOf(table: TablePiece): readonly Entry[] {
  const rows = table.grid.rows.map(({ row, cells }): Entry => {
    const [title = '', ...said] = cells.map(({ text }) => joinLines(text.split('\n')));
    return { text: said.length === 0 ? title : `${title}：${said.join(' ')}`, where: table.whereOf(row) };
  });
  return rows.filter(({ text }) => words.some(([, pattern]) => pattern.test(titleOf(text))));
}

/** Whether a table below 考核 tells the kinds of reviews. */
export const isReviewTable = (table: TablePiece): boolean => rowsOf(table).length > 0;

/** Reads the entries of 推動及管考 or 考核與獎勵. */
export function readReviews(pieces: readonly Piece[]): ReviewsRead {
  const notes: Note[] = [];
  const entries: readonly Entry[] = [
    ...entriesOf(pieces).map(({ text, of }) => ({ text, where: of.where })),
    ...pieces.filter(isTable).flatMap(rowsOf),
  ];
  const reviews = entries.map(({ text, where }): PlanReview => {
    const kind = kindOf(text);
    if (kind === null) notes.push(warn('review_kind_guessed', { text: excerpt(text) }, { at: { where } }));
    return {
      kind: kind ?? 'routine',
      text,
      ...monthsOf(text),
      submitTo: [...submitToOf(text)],
      forms: [...formsOf(text)],
    };
  });
  return { reviews, notes };
}
