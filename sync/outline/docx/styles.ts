import { type Tag, walkXml } from '../../sheet/index.ts';
import { word } from './namespaces.ts';
import { value } from './values.ts';

/** What the paragraphs or runs of a style inherit. */
export interface Style {
  readonly name: string;
  readonly basedOn: string | null;
  readonly list: string | null;
  readonly level: number | null;
  readonly hidden: boolean | null;
  /** In twentieths of a point. */
  readonly left: number | null;
}

export interface Styles {
  /** The style of paragraphs that name none. */
  readonly paragraph: string | null;
  readonly get: (id: string | null) => Style | null;
}

type Draft = { -readonly [Key in keyof Style]: Style[Key] };

const none: Styles = { paragraph: null, get: () => null };

/** A style inherits through this many others at most; a circle ends here too. */
const deepest = 20;

export const isOn = (value: string | undefined): boolean =>
  value === undefined || !/^(?:0|false|off|none)$/.test(value);

/** Reads styles.xml; what a style does not say is that of the one it is based on. */
export function readStyles(xml: string | null, part: string): Styles {
  if (xml === null) return none;
  const own = new Map<string, Draft>();
  let paragraph: string | null = null;
  let style: Draft | null = null;
  const openers: Readonly<Record<string, (tag: Tag, into: Draft) => void>> = {
    name: (tag, into) => {
      into.name = (value(tag) ?? '').toLowerCase();
    },
    basedOn: (tag, into) => {
      into.basedOn = value(tag) ?? null;
    },
    numId: (tag, into) => {
      into.list = value(tag) ?? null;
    },
    ilvl: (tag, into) => {
      into.level = Number(value(tag)) || 0;
    },
    vanish: (tag, into) => {
      into.hidden = isOn(value(tag));
    },
    ind: (tag, into) => {
      into.left = Number(value(tag, 'left') ?? value(tag, 'start')) || 0;
    },
  };
  walkXml(xml, part, {
    open: tag => {
      if (!word.has(tag.uri)) return;
      if (tag.local === 'style') {
        const id = value(tag, 'styleId') ?? '';
        style = { name: '', basedOn: null, list: null, level: null, hidden: null, left: null };
        own.set(id, style);
        if (value(tag, 'type') === 'paragraph' && isOn(value(tag, 'default') ?? 'false')) paragraph = id;
      } else if (style) openers[tag.local]?.(tag, style);
    },
    close: (local, uri) => {
      if (local === 'style' && word.has(uri)) style = null;
    },
    text: () => {},
  });
  const known = new Map<string, Style>();
  const resolve = (id: string, depth: number): Style | null => {
    const found = known.get(id);
    if (found) return found;
    const it = own.get(id);
    if (!it) return null;
    const base = it.basedOn !== null && depth < deepest ? resolve(it.basedOn, depth + 1) : null;
    const whole: Style = {
      name: it.name,
      basedOn: it.basedOn,
      list: it.list ?? base?.list ?? null,
      level: it.level ?? (it.list === null ? (base?.level ?? null) : null),
      hidden: it.hidden ?? base?.hidden ?? null,
      left: it.left ?? base?.left ?? null,
    };
    known.set(id, whole);
    return whole;
  };
  return { paragraph, get: id => (id === null ? null : resolve(id, 0)) };
}
