import { legible } from '../../../form/plain-text.ts';
import { element } from '../../../form/write/ods/element.ts';
import { paragraphXml } from '../../../sheet/ods/text-xml.ts';
import { letters, type Styles } from './styles.ts';

/** Lengths in points. */
export interface ParagraphLook {
  readonly size: number;
  readonly bold?: boolean;
  readonly align?: 'center' | 'end';
  readonly above?: number;
  readonly below?: number;
  /** Where the first line begins. */
  readonly left?: number;
  /** How much further in the other lines begin. */
  readonly hang?: number;
  readonly keepWithNext?: boolean;
  /** Begins on this page. */
  readonly master?: string;
  /** Level of a heading. */
  readonly outline?: number;
}

const points = (length: number): string => `${Number(length.toFixed(2))}pt`;

/** A paragraph, its lines apart by line breaks. */
export function paragraph(text: string, styles: Styles, look: ParagraphLook): string {
  const { size, bold, align, above = 0, below = 0, left = 0, hang = 0, keepWithNext, master, outline } = look;
  const properties =
    element('style:paragraph-properties', {
      'fo:text-align': align,
      'fo:margin-top': points(above),
      'fo:margin-bottom': points(below),
      'fo:margin-left': points(left + hang),
      'fo:text-indent': points(-hang),
      'fo:keep-with-next': keepWithNext ? 'always' : null,
    }) + element('style:text-properties', letters(size, bold));
  const name = styles.of('paragraph', properties, { 'style:master-page-name': master });
  const content = legible(text)
    .split('\n')
    .map(line => paragraphXml(line, 'text:'))
    .join('<text:line-break/>');
  return outline === undefined
    ? element('text:p', { 'text:style-name': name }, content)
    : element('text:h', { 'text:style-name': name, 'text:outline-level': outline }, content);
}
