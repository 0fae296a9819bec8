/** One attribute as it is written. */
interface Written {
  readonly name: string;
  /** With the blank before it. */
  readonly source: string;
}

/** A start tag that is known to be well-formed, for changing some of its attributes and keeping the others as they are written. */
export interface StartTag {
  /** With its prefix. */
  readonly name: string;
  readonly attributes: readonly Written[];
  readonly selfClosing: boolean;
  /** Where the character after its `>` stands. */
  readonly end: number;
}

const nameAt = /<([^\s/>]+)/y;
const attributeAt = /\s+([^\s=/>]+)\s*=\s*(?:"[^"]*"|'[^']*')/y;
const closeAt = /\s*(\/?)>/y;

/** @param at where its `<` stands */
export function startTag(xml: string, at: number): StartTag {
  const match = (pattern: RegExp, from: number): RegExpExecArray | null => {
    pattern.lastIndex = from;
    return pattern.exec(xml);
  };
  const name = match(nameAt, at)!;
  const attributes: Written[] = [];
  let next = at + name[0].length;
  for (let found = match(attributeAt, next); found; found = match(attributeAt, next)) {
    attributes.push({ name: found[1]!, source: found[0] });
    next += found[0].length;
  }
  const close = match(closeAt, next)!;
  return { name: name[1]!, attributes, selfClosing: close[1] === '/', end: next + close[0].length };
}

/** The tag without some attributes and with others at its end. */
export const rewritten = (
  { name, attributes }: StartTag,
  drops: (name: string) => boolean,
  adds: readonly (readonly [name: string, value: string])[],
  selfClosing: boolean,
): string => {
  const kept = attributes.filter(attribute => !drops(attribute.name)).map(attribute => attribute.source);
  const added = adds.map(([attribute, value]) => ` ${attribute}="${value}"`);
  return `<${name}${kept.join('')}${added.join('')}${selfClosing ? '/' : ''}>`;
};
