import { parseBareMark, parseMark } from '../../model/index.ts';
import type { GridCell } from '../../outline/grid.ts';

/** Rows among and below those of a table that ask nothing. */

const sum =
  /^(?:小計|合計|總計|共計|累計|總分|總和|加總|subtotal|total)(?:分數|得分|配分|件數|次數|項數|場次|人次|[-\d].*)?$|^平均(?:分數|得分|值)?$|(?:小計|合計|總計|總分|加總)$/i;
const longestSum = 16;

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s:：_＿/]/g, '');
const withoutNotes = (text: string): string => plain(text).replace(/\([^()]*\)/g, '');

/** Sums: the first text of the row says so, and no other text of the row is a sentence. */
export function isTotal(cells: readonly GridCell[]): boolean {
  const words = cells.filter(({ text }) => !/^[-+\d.,%/\s]+$/.test(text));
  const first = words[0];
  if (!first) return false;
  const text = withoutNotes(first.text);
  return text.length <= longestSum && sum.test(text) && parseMark(first.text) === null;
}

const signer =
  '(?:承辦人員?|承辦單位|承辦|填表人員?|填報人員?|填表單位|製表人?員?|製表|會辦單位|經辦人?|覆核人員?|複核人員?|審核人員?|核定人員?|稽核人員?|檢核人員?|查核人員?|(?:檢查|巡查|巡檢|訪視|訪查|抽查|受檢|受查|會同|陪同)人員?|' +
  '(?:業務|單位|課室|科室|部門|機關|人事|主計|會計|政風|研考|秘書室|主辦|承辦|一級|直屬|權責)?主管(?:人員)?|(?:業務|分)?(?:課|組|股|科|處|局|所|室|隊|站|區|鄉|鎮|市|縣|校|院|館|部|司)長|副?首長|機關首長|副區長|主任秘書|(?:工地|行政|教務|學務|總務|輔導|護理)?主任|秘書|專員|幹事|' +
  '研考人員|研考|管考人員|管考單位|審核|覆核|複核|核定|批示|決行|簽章|核章|蓋章|簽名|職章)(?:單位|人員)?';
const signs = new RegExp(`^(?:${signer}(?:\\((?:簽名|簽章|核章|蓋章)(?:或(?:簽名|簽章|核章|蓋章))?\\))?)+$`);
const signsAs = new RegExp(`^${signer}(?:\\([^)]*\\))?[:：]`);
const signsInside = new RegExp(`${signer}\\s*(?:[（(][^()（）]*[)）]\\s*)?[:：]`, 'g');
/** Whoever it is, with room behind the colon to sign in: 檢查人員：, 防火管理人（簽章）：. */
const signsBehind =
  /^[^:：()（）]{0,8}(?:人|人員|委員|員|長|主管|簽名|簽章|核章)(?:[（(](?:簽名|簽章|核章|蓋章)[)）])?[:：][\s_＿]*$/;
/** 檢查人員簽章 */
const signsHere = /^[^:：()（），,。\s]{0,10}(?:簽名|簽章|核章|蓋章)(?:處|欄)?[:：]?$/;
const longestSigner = 40;
const longestSignOff = 200;

const isSigner = ({ text }: GridCell): boolean =>
  text.length <= longestSigner &&
  (signs.test(withoutNotes(text)) ||
    signs.test(plain(text)) ||
    signsBehind.test(text.trim()) ||
    signsHere.test(plain(text)) ||
    signsAs.test(text.normalize('NFKC').replace(/\s/g, '')));

/** One signer, and nothing else in the row. */
export const namesSigner = (cells: readonly GridCell[]): boolean => cells.length === 1 && isSigner(cells[0]!);

/** The row in which people sign: every cell names a signer, or one line names several with room behind each. */
export function isSignOff(cells: readonly GridCell[]): boolean {
  const [first] = cells;
  if (!first) return false;
  if (cells.length === 1 && first.text.length <= longestSignOff) {
    const named = first.text.match(signsInside)?.length ?? 0;
    if (named >= 2 && parseMark(first.text) === null) return true;
  }
  return (
    isSigner(first) &&
    cells.filter(isSigner).length * 2 >= cells.length &&
    (cells.length > 1 || /[:：]|章|簽/.test(first.text))
  );
}

const footnote =
  /^[（(【[]?(?:備註|附註|註\s*\d*|註記|備考|說明|附記|依據|填表說明|填報說明|注意事項|填寫說明|填表須知|填報須知|填表注意事項|評分說明|評分方式|檢核說明|備註說明|note|remark)s?[】\]）)]?\s*(?:[:：.、]|$|\d|\n)|^[※＊*◎]|^\(?(?:註|附註)\s*[一二三四五\d]/i;

/** A footnote stands alone in its row, apart from the number of the note. */
export const isFootnote = (cells: readonly GridCell[]): boolean => {
  const [first, second] = cells;
  if (!first || cells.length > 2) return false;
  const starts = footnote.test(first.text);
  return cells.length === 1 ? starts : starts && second!.right > second!.left;
};

const filler = /^[（(]?(?:以下空白|以下空白無內容|續下頁|接下頁|轉下頁|接續下頁|下頁續|空白)[)）]?$/;

/** Says only that nothing follows, or that it follows overleaf. */
export const isFiller = (cells: readonly GridCell[]): boolean =>
  cells.length === 1 && filler.test(cells[0]!.text.replace(/[\s-]/g, ''));

/** A remark in parentheses for whoever fills the form in, over several columns: （以下由各單位填寫）. */
export const isInstruction = (cells: readonly GridCell[]): boolean => {
  const [cell] = cells;
  return (
    cells.length === 1 &&
    cell!.right > cell!.left &&
    /^[（(【][^（）()]{3,60}[)）】]$/.test(cell!.text.trim()) &&
    /[填寫請附說明勾選]/.test(cell!.text)
  );
};

const example = /^[(（【]?(?:填寫|填表|填報|參考)?(?:範例|示例|舉例|例示|例)[\d一二三]?[)）】]?[:：]?$/;

/** Shows how a row is to be filled in. */
export const isExample = (cells: readonly GridCell[]): boolean =>
  cells.length > 1 && example.test(cells[0]!.text.replace(/\s/g, ''));

/** Numbers or letters of the columns, as laws and statistics print them below a header. */
export function countsColumns(cells: readonly GridCell[]): boolean {
  if (cells.length < 3) return false;
  const marks = cells.map(({ text }) => (text.length <= 6 ? parseBareMark(text) : null));
  return marks.every(
    (mark, i) =>
      mark !== null && (i === 0 || (mark.kind === marks[0]?.kind && mark.ordinal === marks[i - 1]!.ordinal + 1)),
  );
}
