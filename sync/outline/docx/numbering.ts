import { type Tag, walkXml } from '../../sheet/index.ts';
import { word } from './namespaces.ts';
import { value } from './values.ts';

/** One level of a numbered list. */
export interface Level {
  readonly start: number;
  readonly format: string;
  /** Such as 第%1章; %n stands for the number of the n-th level. Null where the level does not say. */
  readonly text: string | null;
  /** What stands between mark and text. */
  readonly suffix: 'tab' | 'space' | 'nothing';
  /** The style whose paragraphs stand on this level. */
  readonly style: string | null;
  /** The level (from 1) after which it begins anew; 0 for never. Null for any level above it. */
  readonly restart: number | null;
  /** All numbers of the mark in decimals. */
  readonly legal: boolean;
}

export interface List {
  /** Lists of one kind count on together. */
  readonly kind: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels that begin anew with this list, and at which number. */
  readonly starts: ReadonlyMap<number, number>;
}

/** Lists by the id that paragraphs name. */
export type Numbering = ReadonlyMap<string, List>;

type Draft = { -readonly [Key in keyof Level]: Level[Key] };

interface Kind {
  readonly levels: Map<number, Level>;
  /** The style that defines its levels in its stead. */
  styleLink: string | null;
  /** The style that it is the definition of. */
  defines: string | null;
}

const number = (text: string | undefined, otherwise: number): number => {
  const value = Number(text);
  return text !== undefined && Number.isInteger(value) ? value : otherwise;
};
const isOn = (value: string | undefined): boolean => value === undefined || !/^(?:0|false|off)$/.test(value);

/** Reads numbering.xml. */
export function readNumbering(xml: string, part: string): Numbering {
  const kinds = new Map<string, Kind>();
  const lists = new Map<
    string,
    { kind: string; readonly levels: Map<number, Level>; readonly starts: Map<number, number> }
  >();
  let kind: Kind | null = null;
  let list: { kind: string; readonly levels: Map<number, Level>; readonly starts: Map<number, number> } | null = null;
  let override = 0;
  let at = 0;
  let level: Draft | null = null;

  const openers: Readonly<Record<string, (tag: Tag) => void>> = {
    abstractNum: tag => {
      kind = { levels: new Map(), styleLink: null, defines: null };
      kinds.set(value(tag, 'abstractNumId') ?? '', kind);
    },
    numStyleLink: tag => {
      if (kind) kind.styleLink = value(tag) ?? null;
    },
    styleLink: tag => {
      if (kind) kind.defines = value(tag) ?? null;
    },
    num: tag => {
      list = { kind: '', levels: new Map(), starts: new Map() };
      lists.set(value(tag, 'numId') ?? '', list);
    },
    abstractNumId: tag => {
      if (list) list.kind = value(tag) ?? '';
    },
    lvlOverride: tag => {
      override = number(value(tag, 'ilvl'), 0);
    },
    startOverride: tag => {
      list?.starts.set(override, number(value(tag), 1));
    },
    lvl: tag => {
      at = number(value(tag, 'ilvl'), 0);
      level = {
        start: 0,
        format: 'decimal',
        text: null,
        suffix: 'tab',
        style: null,
        restart: null,
        legal: false,
      };
    },
    start: tag => {
      if (level) level.start = number(value(tag), 0);
    },
    numFmt: tag => {
      if (level) level.format = value(tag) ?? 'decimal';
    },
    lvlText: tag => {
      if (level) level.text = value(tag) ?? '';
    },
    suff: tag => {
      const given = value(tag);
      if (level) level.suffix = given === 'space' || given === 'nothing' ? given : 'tab';
    },
    pStyle: tag => {
      if (level) level.style = value(tag) ?? null;
    },
    lvlRestart: tag => {
      if (level) level.restart = number(value(tag), 0);
    },
    isLgl: tag => {
      if (level) level.legal = isOn(value(tag));
    },
  };
  walkXml(xml, part, {
    open: tag => {
      if (word.has(tag.uri)) openers[tag.local]?.(tag);
    },
    close: (local, uri) => {
      if (!word.has(uri)) return;
      if (local === 'lvl') {
        if (level) (list ?? kind)?.levels.set(at, level);
        level = null;
      } else if (local === 'num') list = null;
      else if (local === 'abstractNum') kind = null;
    },
    text: () => {},
  });
  return new Map([...lists].map(([id, found]) => [id, { ...found, levels: levelsOf(found, kinds) }]));
}

/** A kind may leave its levels to a style, whose own kind has them. */
function levelsOf(
  list: { readonly kind: string; readonly levels: ReadonlyMap<number, Level> },
  kinds: ReadonlyMap<string, Kind>,
): ReadonlyMap<number, Level> {
  const own = kinds.get(list.kind);
  const linked = own?.styleLink ? [...kinds.values()].find(({ defines }) => defines === own.styleLink) : undefined;
  return new Map([...(linked?.levels ?? []), ...(own?.levels ?? []), ...list.levels]);
}
