import { type Tag, walkXml } from '../../sheet/index.ts';
import { from, style, text } from './namespaces.ts';

/** One level of a list. */
export interface Level {
  /** As `style:num-format` writes it: 1, a, A, i, I, or the first few numbers of the system; empty for none. */
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  /** How many levels the mark shows. */
  readonly shown: number;
  readonly bullet: string | null;
  /** The mark with %1% for its numbers, where the program writes it so. */
  readonly pattern: string | null;
}

export interface ParagraphStyle {
  readonly parent: string | null;
  readonly list: string | null;
  readonly hidden: boolean | null;
  /** In millimetres. */
  readonly left: number | null;
}

/** What the styles of a document say about paragraphs and lists. */
export class Styles {
  readonly lists = new Map<string, Map<number, Level>>();
  /** Numbers of headings, by level. */
  readonly outline = new Map<number, Level>();
  readonly #styles = new Map<string, ParagraphStyle>();

  read(xml: string, part: string): void {
    let levels: Map<number, Level> | null = null;
    let open: { -readonly [Key in keyof ParagraphStyle]: ParagraphStyle[Key] } | null = null;
    walkXml(xml, part, {
      open: tag => {
        if (tag.uri === text) {
          if (tag.local === 'list-style') {
            levels = new Map();
            this.lists.set(tag.attributeOf(from.style, 'name') ?? '', levels);
          } else if (tag.local === 'outline-style') levels = this.outline;
          else if (levels && /^(?:list-level-style-|outline-level-style)/.test(tag.local)) {
            levels.set(Number(tag.attributeOf(from.text, 'level')) || 1, levelOf(tag));
          }
        } else if (tag.uri === style) {
          if (tag.local === 'style') {
            open = {
              parent: tag.attributeOf(from.style, 'parent-style-name') ?? null,
              list: tag.attributeOf(from.style, 'list-style-name') ?? null,
              hidden: null,
              left: null,
            };
            const family = tag.attributeOf(from.style, 'family') ?? '';
            this.#styles.set(`${family} ${tag.attributeOf(from.style, 'name') ?? ''}`, open);
          } else if (tag.local === 'text-properties' && open) {
            const display = tag.attributeOf(from.text, 'display');
            if (display !== undefined) open.hidden = display === 'none';
          } else if (tag.local === 'paragraph-properties' && open) {
            open.left = millimetres(tag.attributeOf(from.fo, 'margin-left')) ?? open.left;
          }
        }
      },
      close: (local, uri) => {
        if (uri === text && (local === 'list-style' || local === 'outline-style')) levels = null;
        else if (uri === style && local === 'style') open = null;
      },
      text: () => {},
    });
  }

  /** What a style says or inherits; null when neither says it. */
  #find<Key extends 'list' | 'hidden' | 'left'>(family: string, name: string | null, key: Key): ParagraphStyle[Key] {
    let at = name;
    for (let depth = 0; at !== null && depth < 20; depth++) {
      const found = this.#styles.get(`${family} ${at}`);
      if (!found) return null as ParagraphStyle[Key];
      if (found[key] !== null) return found[key];
      at = found.parent;
    }
    return null as ParagraphStyle[Key];
  }

  isHidden(family: 'paragraph' | 'text', name: string | null): boolean {
    return this.#find(family, name, 'hidden') ?? false;
  }

  /** In characters of common size. */
  indentOf(name: string | null): number {
    return Math.max(0, (this.#find('paragraph', name, 'left') ?? 0) / 4.23);
  }

  listOf(name: string | null): string | null {
    return this.#find('paragraph', name, 'list') || null;
  }
}

function levelOf(tag: Tag): Level {
  const bullet = tag.local.endsWith('bullet') ? (tag.attributeOf(from.text, 'bullet-char') ?? '•') : null;
  return {
    format: tag.attributeOf(from.style, 'num-format') ?? '',
    prefix: tag.attributeOf(from.style, 'num-prefix') ?? '',
    suffix: tag.attributeOf(from.style, 'num-suffix') ?? '',
    start: Number(tag.attributeOf(from.text, 'start-value') ?? 1),
    shown: Math.min(10, Number(tag.attributeOf(from.text, 'display-levels') ?? 1) || 1),
    bullet,
    pattern: tag.attributeOf(from.loext, 'num-list-format') ?? null,
  };
}

const units: Readonly<Record<string, number>> = { mm: 1, cm: 10, in: 25.4, pt: 0.3528, pc: 4.233, px: 0.2646 };

function millimetres(length: string | undefined): number | null {
  const match = /^(-?[\d.]+)(mm|cm|in|pt|pc|px)$/.exec(length ?? '');
  const value = match ? Number(match[1]) * units[match[2]!]! : Number.NaN;
  return Number.isFinite(value) ? value : null;
}
