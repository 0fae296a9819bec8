import { type Emphasis, plainEmphasis } from '../../emphasis.ts';
import { type NumberFormat, parseNumberFormat } from '../../xlsx/number-format.ts';
import type { Tag } from '../../xml.ts';
import { points } from '../lengths.ts';
import { formatting, style, table } from '../namespaces.ts';
import { DataStyle, isDataStyle } from './data-styles.ts';
import { type Context, leaf } from './walk.ts';

/** What a cell's style means for reading it. */
export interface CellFormat {
  readonly index: number;
  readonly code: string;
  readonly number: NumberFormat;
  readonly locked: boolean;
  readonly wraps: boolean;
  /** In points. */
  readonly fontSize: number;
  readonly emphasis: Emphasis;
}

interface NamedStyle {
  readonly parent: string | undefined;
  readonly dataStyle: string | undefined;
  protection?: string | undefined;
  wrap?: string | undefined;
  fontSize?: number | undefined;
  /** Undefined where the style says nothing of it. */
  bold?: boolean | undefined;
  underline?: boolean | undefined;
  strike?: boolean | undefined;
  color?: string | undefined;
  width?: number | null;
  height?: number | null;
  optimal?: boolean;
  shown?: boolean;
}

const deepest = 32;
const usualSize = 10;
/** What cells have that name no style, and the index 0 for it, so that it must be asked for first. */
const defaultName = 'Default';

/** All styles of a document, automatic ones over common ones, by family and name. */
export class Styles implements Context {
  readonly #styles = new Map<string, NamedStyle>();
  readonly #data = new Map<string, DataStyle>();
  readonly #formats = new Map<string, CellFormat>();

  /** Takes what stands in `office:styles` and `office:automatic-styles`. */
  readonly child = (tag: Tag): Context | null => {
    if (isDataStyle(tag)) {
      const found = new DataStyle(tag);
      this.#data.set(found.name, found);
      return found;
    }
    if (!style.has(tag.uri) || (tag.local !== 'style' && tag.local !== 'default-style')) return null;
    const named: NamedStyle = {
      parent: tag.attributeOf(style, 'parent-style-name'),
      dataStyle: tag.attributeOf(style, 'data-style-name'),
    };
    this.#styles.set(`${tag.attributeOf(style, 'family')} ${tag.attributeOf(style, 'name') ?? ''}`, named);
    return { child: inner => properties(named, inner) };
  };

  /** The format of a cell style; one that the document lacks is as the default. */
  format(name: string | null): CellFormat {
    const key = name ?? defaultName;
    const known = this.#formats.get(key);
    if (known) return known;
    const code = this.#code(this.#inherited(key, named => named.dataStyle));
    const protection = this.#inherited(key, named => named.protection) ?? 'protected';
    const format = {
      index: this.#formats.size,
      code,
      number: parseNumberFormat(code),
      locked: /protected/.test(protection),
      wraps: this.#inherited(key, named => named.wrap) === 'wrap',
      fontSize: this.#inherited(key, named => named.fontSize) ?? usualSize,
      emphasis: this.#emphasis('table-cell', key),
    };
    this.#formats.set(key, format);
    return format;
  }

  /** How the letters of a span look, inside a text that looks as `around`. */
  emphasisOfSpan(name: string, around: Emphasis): Emphasis {
    return this.#emphasis('text', name, around);
  }

  #emphasis(family: 'table-cell' | 'text', name: string, around: Emphasis = plainEmphasis): Emphasis {
    const color = this.#inherited(name, named => named.color, family);
    return {
      bold: this.#inherited(name, named => named.bold, family) ?? around.bold,
      underline: this.#inherited(name, named => named.underline, family) ?? around.underline,
      strike: this.#inherited(name, named => named.strike, family) ?? around.strike,
      color: color === undefined ? around.color : black.test(color) ? null : color,
    };
  }

  width(name: string | undefined): number | null {
    return this.#styles.get(`table-column ${name}`)?.width ?? null;
  }
  row(name: string | undefined): { readonly height: number | null; readonly custom: boolean } {
    const found = this.#styles.get(`table-row ${name}`);
    return { height: found?.height ?? null, custom: found?.height != null && found.optimal === false };
  }
  isSheetShown(name: string | undefined): boolean {
    return this.#styles.get(`table ${name}`)?.shown ?? true;
  }

  /** From the style itself, else from its parents, else from the default of the family. */
  #inherited<T>(
    name: string,
    pick: (named: NamedStyle) => T | undefined,
    family: 'table-cell' | 'text' = 'table-cell',
  ): T | undefined {
    let next: string | undefined = name;
    for (let depth = 0; next !== undefined && depth < deepest; depth++) {
      const named = this.#styles.get(`${family} ${next}`);
      const value = named && pick(named);
      if (value !== undefined) return value;
      next = named?.parent;
    }
    const base = this.#styles.get(`${family} `);
    return base && pick(base);
  }

  #code(name: string | undefined): string {
    const found = name === undefined ? undefined : this.#data.get(name);
    if (!found) return 'General';
    const positive = found.positive === null ? undefined : this.#data.get(found.positive);
    return positive ? `${positive.code};${found.code}` : found.code;
  }
}

function properties(named: NamedStyle, tag: Tag): Context | null {
  if (!style.has(tag.uri)) return null;
  const read = Object.hasOwn(readers, tag.local) ? readers[tag.local] : undefined;
  read?.(named, tag);
  return read ? leaf : null;
}

const black = /^#0{3,6}$/;
const isLine = (line: string): boolean => line !== 'none';
const said = (value: string | undefined, means: (value: string) => boolean): boolean | undefined =>
  value === undefined ? undefined : means(value);

const readers: Readonly<Record<string, (named: NamedStyle, tag: Tag) => void>> = {
  'table-cell-properties': (named, tag) => {
    named.protection = tag.attributeOf(style, 'cell-protect');
    named.wrap = tag.attributeOf(formatting, 'wrap-option');
  },
  'text-properties': (named, tag) => {
    named.fontSize = points(tag.attributeOf(formatting, 'font-size')) ?? undefined;
    named.bold = said(tag.attributeOf(formatting, 'font-weight'), weight => /^(?:bold|[6-9]00)$/.test(weight));
    named.underline = said(tag.attributeOf(style, 'text-underline-style'), isLine);
    named.strike = said(
      tag.attributeOf(style, 'text-line-through-style') ?? tag.attributeOf(style, 'text-line-through-type'),
      isLine,
    );
    named.color = tag.attributeOf(formatting, 'color');
  },
  'table-column-properties': (named, tag) => {
    named.width = points(tag.attributeOf(style, 'column-width'));
  },
  'table-row-properties': (named, tag) => {
    named.height = points(tag.attributeOf(style, 'row-height'));
    named.optimal = tag.attributeOf(style, 'use-optimal-row-height') !== 'false';
  },
  'table-properties': (named, tag) => {
    named.shown = tag.attributeOf(table, 'display') !== 'false';
  },
};
