import { type Attributes, element } from '../../../form/write/ods/element.ts';
import { fontsAfter, latinFont, officialFont } from '../look.ts';

const families = (...names: readonly string[]): string => names.map(name => `'${name}'`).join(', ');

export const fontFaces = element(
  'office:font-face-decls',
  {},
  element('style:font-face', {
    'style:name': officialFont,
    'svg:font-family': families(officialFont, ...fontsAfter),
    'style:font-family-generic': 'script',
  }) +
    element('style:font-face', {
      'style:name': latinFont,
      'svg:font-family': families(latinFont),
      'style:font-family-generic': 'roman',
    }),
);

/** The attributes of letters, for every script alike. @param size in points */
export const letters = (size: number, bold = false): Attributes => {
  const weight = bold ? 'bold' : null;
  return {
    'style:font-name': latinFont,
    'style:font-name-asian': officialFont,
    'style:font-name-complex': latinFont,
    'fo:font-size': `${size}pt`,
    'style:font-size-asian': `${size}pt`,
    'style:font-size-complex': `${size}pt`,
    'fo:font-weight': weight,
    'style:font-weight-asian': weight,
  };
};

type Family = 'paragraph' | 'table' | 'table-column' | 'table-row' | 'table-cell';

/** Names the automatic styles that a document uses, each once, in the order of their first use. */
export class Styles {
  readonly #names = new Map<string, string>();
  readonly #xml: string[] = [];

  /** The name of a style with these properties. */
  of(family: Family, properties: string, attributes: Attributes = {}): string {
    const key = `${family} ${properties} ${JSON.stringify(attributes)}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const name = `S${this.#names.size + 1}`;
    this.#names.set(key, name);
    const own = { 'style:name': name, 'style:family': family, ...attributes };
    this.#xml.push(element('style:style', own, properties));
    return name;
  }

  get xml(): string {
    return element('office:automatic-styles', {}, this.#xml.join(''));
  }
}
