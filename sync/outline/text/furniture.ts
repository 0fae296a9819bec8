import type { TextLine } from './lines.ts';
import { solid } from './width.ts';

const pageWord =
  /^[-–—~\s]*第?\s*\d{1,4}\s*頁\s*(?:[,，/／、-]?\s*(?:共|總計)\s*\d{1,4}\s*頁)?[-–—~\s]*$|^(?:page|p\.)\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?$/i;
const dashed = /^[-–—~]\s*\d{1,4}\s*[-–—~]$|^\d{1,4}\s*\/\s*\d{1,4}$/;
const bare = /^\d{1,4}$/;
const rule = /^[-–—_=─━＿*.·…│|+┌┐└┘├┤┬┴┼\s]{3,}$/;

/** Splits what is printed on every page, numbers and running titles, from what the document says. */
export function withoutFurniture(lines: readonly TextLine[]): {
  lines: readonly TextLine[];
  left: readonly TextLine[];
} {
  const repeated = runningTitles(lines);
  const numbers = pageNumbers(lines);
  const left: TextLine[] = [];
  const kept: TextLine[] = [];
  let opens = { odd: false, pageTop: false };
  for (const line of lines) {
    if (rule.test(line.text) || numbers.has(line) || repeated.has(line)) {
      if (!rule.test(line.text)) left.push(line);
      opens = { odd: true, pageTop: opens.pageTop || line.pageTop };
    } else {
      kept.push(opens.odd ? { ...line, odd: true, pageTop: line.pageTop || opens.pageTop } : line);
      opens = { odd: false, pageTop: false };
    }
  }
  return { lines: kept, left };
}

/** Bare numbers count pages only where they rise by one from page to page. */
function pageNumbers(lines: readonly TextLine[]): ReadonlySet<TextLine> {
  const told = lines.filter(({ text }) => pageWord.test(text) || dashed.test(text));
  const candidates = lines.filter(({ text }) => bare.test(text));
  const rising = candidates.filter(
    (line, i) =>
      Number(line.text) === Number(candidates[i - 1]?.text) + 1 ||
      Number(line.text) === Number(candidates[i + 1]?.text) - 1,
  );
  return new Set([...told, ...rising, ...lastOnPages(lines)]);
}

/** A bare number at the end of a page that is the number of that page. */
function lastOnPages(lines: readonly TextLine[]): readonly TextLine[] {
  let page = 0;
  return lines.filter((line, i) => {
    if (line.pageTop) page++;
    const isLast = lines[i + 1]?.pageTop ?? true;
    return isLast && line.gap > 0 && bare.test(line.text) && Number(line.text) === page;
  });
}

/** Lines at the top of a page that stood at the top of another: only the first of them belongs to the document. */
function runningTitles(lines: readonly TextLine[]): ReadonlySet<TextLine> {
  const tops = lines.filter(({ pageTop, text, mark }) => pageTop && mark === null && !text.includes('\t'));
  const seen = new Set<string>();
  const repeated = new Set<TextLine>();
  for (const line of tops) {
    const text = solid(line.text);
    if (/計[畫劃]|公所|事務所|[局處]$/.test(text) && seen.has(text)) repeated.add(line);
    seen.add(text);
  }
  return repeated;
}
