import type { Marks } from './marks.ts';
import type { Style, Styles } from './styles.ts';

/** What a paragraph says of itself. */
export interface ParagraphProperties {
  style: string | null;
  list: string | null;
  level: number | null;
  /** In twentieths of a point. */
  left: number | null;
  /** The mark at its end was deleted, so that the next paragraph goes on with it. */
  endDeleted: boolean;
}

export const plainParagraph = (): ParagraphProperties => ({
  style: null,
  list: null,
  level: null,
  left: null,
  endDeleted: false,
});

/** Twentieths of a point in a character of common size. */
const characterWidth = 240;

export const styleOf = (properties: ParagraphProperties, styles: Styles): Style | null =>
  styles.get(properties.style ?? styles.paragraph);

/** A list of headings with the pages they are on repeats what stands there. */
export const isContents = (style: Style | null): boolean => /^toc ?(?:\d|heading)|^目錄/.test(style?.name ?? '');

export const indentOf = ({ left }: ParagraphProperties, style: Style | null): number =>
  Math.max(0, (left ?? style?.left ?? 0) / characterWidth);

/** The automatic number of a paragraph as it is printed. */
export function markOf(properties: ParagraphProperties, styles: Styles, marks: Marks): string {
  const id = properties.style ?? styles.paragraph;
  const style = styles.get(id);
  const list = properties.list ?? style?.list ?? null;
  if (list === null || list === '0') return '';
  const linked = properties.list === null ? styleLevel(id, list, styles, marks) : null;
  return marks.next(list, properties.level ?? linked ?? style?.level ?? 0);
}

/** Which level a style stands on is said by the level; styles based on such a style stand there too. */
function styleLevel(id: string | null, list: string, styles: Styles, marks: Marks): number | null {
  let at = id;
  for (let depth = 0; at !== null && depth < 20; depth++) {
    const level = marks.levelOfStyle(list, at);
    if (level !== null) return level;
    at = styles.get(at)?.basedOn ?? null;
  }
  return null;
}
