import { parseMark } from '../model/index.ts';
import { bandOf, type RowView } from './row-view.ts';

const footnote = /^(?:備註|附註|註\d*|註記|備考|說明|依據|填表說明|注意事項|填寫說明)\s*(?:[:：.、]|$)|^※/;
const signOff =
  /^(?:承辦人員?|承辦單位|填表人員?|製表人?|會辦單位|(?:單位|課室|業務)?主管|課長|組長|股長|科長|主任秘書|秘書|副首長|機關首長|首長|區長|主任|研考人員|複?核人員|覆核|審核|核定|批示|核章|蓋章|簽章)+$/;
const sum = /^(?:小計|合計|總計|共計)/;

/** Words in a row to sign are often spread out, with room to write on: 主 任：＿＿＿. */
const solid = (text: string): string => text.replace(/[\s:：()（）_＿/]/g, '');

export interface Around {
  readonly previousRow: number;
  readonly next: RowView | null;
  /** Items before this row carry numbering marks. */
  readonly itemsAreMarked: boolean;
  /** A footnote or the like stands above, and no row of the table since. */
  readonly closed: boolean;
}

/** Whether a row is no part of the plan though it stands among its rows: footnotes, sign-off, sums, text below the table. */
export function isOutside(view: RowView, around: Around): boolean {
  const { cells, texts } = view;
  const [first] = cells;
  if (!first) return false;
  const marked = cells.some(cell => parseMark(cell.text) !== null);
  if (!marked && (sum.test(solid(first.text)) || cells.every(cell => signOff.test(solid(cell.text))))) return true;
  if (around.closed && texts.every(text => text.own === null)) return true;
  if (cells.length > 1) return false;
  if (footnote.test(first.text) || around.closed) return true;
  if (texts.length < 2 || hangsBelow(around.next)) return false;
  const band = bandOf(view);
  const inFirst = band !== null || first.left <= (texts[0]?.column.column ?? 0);
  const unmarked = parseMark(first.text) === null;
  return inFirst && ((unmarked && (around.itemsAreMarked || band !== null)) || around.previousRow < view.row - 1);
}

/** The next row has text further right and none in the first text column, so that it belongs to the row above. */
const hangsBelow = (next: RowView | null): boolean =>
  next !== null && next.texts[0]?.own === null && next.texts.some(text => text.own !== null);
