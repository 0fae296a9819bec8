/**
 * Marks that people tick with, in the fonts that forms use; ¨ þ ý ü and the private ones are boxes and ticks of Wingdings,
 * which a workbook keeps as the letters behind them.
 */

/** What is to be marked → what it becomes when it is. */
const pairs: Readonly<Record<string, string>> = {
  '□': '■',
  '☐': '☑',
  '▢': '■',
  '◻': '◼',
  '⬜': '⬛',
  '❏': '■',
  '❑': '■',
  '❒': '■',
  '○': '●',
  '◯': '●',
  '⚪': '⚫',
  '◇': '◆',
  '☆': '★',
  '¨': 'þ',
  '\uf0a8': '\uf0fe',
  '\uf06f': '\uf0fe',
};

/** Marked ones that are no box's default, and the open one they come from; ticks stand for whatever box they were put in. */
const filledOnly: Readonly<Record<string, string | null>> = {
  '▣': '□',
  '▓': '□',
  '█': '□',
  '◉': '○',
  '⦿': '○',
  '✔': null,
  '✓': null,
  '√': null,
  '✅': null,
  ü: null,
  '\uf0fc': null,
  '\uf06e': '\uf06f',
  '\uf052': '\uf0a8',
};

/** Crossed ones: chosen where nothing else is, refused where another is ticked. */
const crossedOnly: Readonly<Record<string, string | null>> = {
  '☒': '☐',
  '⊠': '□',
  '✗': null,
  '✘': null,
  '×': null,
  '❌': null,
  ý: '¨',
  '\uf0fd': '\uf0a8',
};

const openOfFilled = new Map<string, string | null>([
  ...Object.entries(pairs)
    .reverse()
    .map(([open, filled]) => [filled, open] as const),
  ...Object.entries(filledOnly),
  ...Object.entries(crossedOnly),
]);
const crossed = new Set(Object.keys(crossedOnly));
const circles = new Set(['○', '◯', '◎', '⚪']);

/** Blocks, shapes, dingbats and pictures of ticks that nobody lists: whatever is put in the place of a box marks it. Not ❶. */
const symbols =
  '\\u2580-\\u2775\\u2794-\\u27bf\\u2b00-\\u2bff\\uf020-\\uf0ff\\u{1f5f5}-\\u{1f5fb}\\u{1f518}\\u{1f532}\\u{1f533}';
const symbol = new RegExp(`^[${symbols}]$`, 'u');

export type GlyphState = 'open' | 'filled' | 'crossed' | 'circle' | 'symbol';

/** A circle is open among circles and a mark among boxes, so that it takes its neighbours to tell. */
export const stateOfGlyph = (glyph: string): GlyphState | null =>
  circles.has(glyph)
    ? 'circle'
    : glyph in pairs
      ? 'open'
      : crossed.has(glyph)
        ? 'crossed'
        : openOfFilled.has(glyph)
          ? 'filled'
          : symbol.test(glyph)
            ? 'symbol'
            : null;

/** □ → ■; null for a glyph that is not there to be marked. */
export const filledGlyph = (open: string): string | null => pairs[open] ?? null;

/** ■ → □; null where the mark does not tell in which box it was put. */
export const openGlyph = (filled: string): string | null => openOfFilled.get(filled) ?? null;

/** Ticks that people put into brackets, beside a box, or alone. */
export const tickSigns = '✔✓√✅\uf0fcVvＶｖˇ∨';

/** Every glyph that can stand before a choice by itself, as the inside of a character class. */
export const glyphClass = `${[...Object.keys(pairs), ...openOfFilled.keys(), '◎'].join('')}${symbols}`;

/** A sign without blanks and without the selectors that choose between its plain and its coloured picture. */
export const bareSign = (text: string): string => text.replace(/\s|\ufe0e|\ufe0f/g, '');
