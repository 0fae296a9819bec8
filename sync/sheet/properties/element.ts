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
  /** The edit that puts XML in as the parent's last content. */
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
  return { found, edited: text.splice, appended: xml => appendedTo(text.xml, parentStart, parentEnd, xml) };
}

function appendedTo(whole: string, start: number, end: number, xml: string): Edit {
  if (whole[end - 2] !== '/') {
    const at = whole.lastIndexOf('</', end);
    return { start: at, end: at, text: xml };
  }
  const name = /^<([^\s/>]+)/.exec(whole.slice(start, end))![1]!;
  return { start: end - 2, end, text: `>${xml}</${name}>` };
}
