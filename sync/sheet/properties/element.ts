import { corrupt } from '../refusal.ts';
import { type Edit, partTextOf } from '../xlsx/patch/part-text.ts';
import { walkXml } from '../xml.ts';

/** An element of a part: where it stands, and what is in it. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly attribute: (name: string) => string | undefined;
  readonly text: string;
}

/** Which elements are looked for, and inside which element they stand. */
export interface Wanted {
  readonly parent: (local: string, uri: string) => boolean;
  readonly child: (local: string, uri: string) => boolean;
  readonly attributes: readonly { readonly name: string; readonly uris?: ReadonlySet<string> }[];
}

/** A part opened to have elements replaced, or others put at the end of their parent. */
export interface Elements {
  readonly found: readonly Found[];
  readonly edited: (edits: readonly Edit[]) => Uint8Array;
  /** With its colon: the prefix of the parent's own name; empty without one. */
  readonly prefix: string;
  /** The edits that put XML in as the parent's first and last content. */
  readonly prepended: (xml: string) => Edit;
  readonly appended: (xml: string) => Edit;
}

/** @throws Refusal when the part has no such parent */
export function elementsOf(bytes: Uint8Array, part: string, wanted: Wanted): Elements {
  const text = partTextOf(bytes, part);
  const found: Found[] = [];
  let open: { start: number; attributes: ReadonlyMap<string, string>; depth: number } | null = null;
  let content = '';
  let depth = 0;
  let parentStart = -1;
  let parentEnd = -1;
  walkXml(text.xml, part, {
    open: tag => {
      depth++;
      if (parentStart < 0 && wanted.parent(tag.local, tag.uri)) parentStart = tag.start;
      if (open || !wanted.child(tag.local, tag.uri)) return;
      const attributes = new Map(
        wanted.attributes.flatMap(({ name, uris }) => {
          const value = uris ? tag.attributeOf(uris, name) : tag.attribute(name);
          return value === undefined ? [] : [[name, text.decode(value)] as const];
        }),
      );
      open = { start: tag.start, attributes, depth };
      content = '';
    },
    text: piece => {
      content += piece;
    },
    close: (local, uri, end) => {
      if (open?.depth === depth) {
        const { start, attributes } = open;
        found.push({ start, end, attribute: name => attributes.get(name), text: text.decode(content) });
        open = null;
      }
      depth--;
      if (wanted.parent(local, uri)) parentEnd = end;
    },
  });
  if (parentStart < 0 || parentEnd < 0) throw corrupt(part);
  const tag = startTag(text.xml, parentStart);
  const isEmpty = tag.endsWith('/>');
  const name = /^<([^\s/>]+)/.exec(tag)![1]!;
  const inside = (at: number, xml: string): Edit => ({ start: at, end: at, text: xml });
  const opened = (xml: string): Edit => ({ start: parentEnd - 2, end: parentEnd, text: `>${xml}</${name}>` });
  return {
    found,
    edited: text.splice,
    prefix: name.slice(0, name.indexOf(':') + 1),
    prepended: xml => (isEmpty ? opened(xml) : inside(parentStart + tag.length, xml)),
    appended: xml => (isEmpty ? opened(xml) : inside(text.xml.lastIndexOf('</', parentEnd - 1), xml)),
  };
}

const wholeTag = /<(?:[^>"']|"[^"]*"|'[^']*')*>/y;

function startTag(xml: string, at: number): string {
  wholeTag.lastIndex = at;
  return wholeTag.exec(xml)![0];
}
