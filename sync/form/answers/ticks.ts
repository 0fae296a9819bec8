import { bareSign, stateOfGlyph, tickSigns } from './glyphs.ts';

/** What stands in a column that is to be ticked. `cross` is a tick only where no other column has one. */
export type Tick = 'ticked' | 'cross' | 'open' | 'unusual';

const yes = new Set([
  'true',
  'yes',
  'y',
  '1',
  '是',
  '有',
  '勾',
  'v',
  '*',
  'o',
  '●',
  '○',
  '◯',
  '◎',
  '〇',
  '★',
  '☆',
  '+',
]);
const no = new Set(['', 'false', 'no', 'n', '0', '否', '無', '-', '--', '—', '－', '–', '/', '\\', '.', '⚪']);
const cross = new Set(['x', '×', '✗', '✘', '❌', '╳', '✕']);

const plain = (text: string): string => {
  const half = text.normalize('NFKC').trim().toLowerCase();
  return /^[([〔【](.*)[)\]〕】]$/s.exec(half)?.[1]?.trim() ?? bareSign(half);
};

/** Reads one cell of a tick column. A box stands open or marked, everything else is judged by what people use to tick. */
export function tickOf(text: string): Tick {
  const sign = plain(text);
  if (no.has(sign)) return 'open';
  if (yes.has(sign)) return 'ticked';
  if (cross.has(sign)) return 'cross';
  const signs = [...sign];
  if (signs.length <= 2 && signs.some(each => tickSigns.includes(each) || each === 'v')) return 'ticked';
  const state = signs.length === 1 ? stateOfGlyph(sign) : null;
  if (state === 'open') return 'open';
  if (state !== null) return 'ticked';
  return 'unusual';
}
