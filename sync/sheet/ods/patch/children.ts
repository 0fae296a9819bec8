import { startTag } from './start-tag.ts';

/** A child element of a cell: its name with prefix, and where it stands. */
export interface Child {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const passed: readonly (readonly [opening: string, closing: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

/** The child elements between two places of a document that is known to be well-formed. */
export function childrenBetween(xml: string, from: number, to: number): readonly Child[] {
  const children: Child[] = [];
  let depth = 0;
  let open = { name: '', start: 0 };
  for (let at = xml.indexOf('<', from); at >= 0 && at < to; at = xml.indexOf('<', at)) {
    const skip = passed.find(([opening]) => xml.startsWith(opening, at));
    if (skip) {
      at = xml.indexOf(skip[1], at) + skip[1].length;
    } else if (xml[at + 1] === '/') {
      at = xml.indexOf('>', at) + 1;
      if (--depth === 0) children.push({ ...open, end: at });
    } else {
      const tag = startTag(xml, at);
      if (depth === 0) open = { name: tag.name, start: at };
      if (!tag.selfClosing) depth++;
      else if (depth === 0) children.push({ ...open, end: tag.end });
      at = tag.end;
    }
  }
  return children;
}
