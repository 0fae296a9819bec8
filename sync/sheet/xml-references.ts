/** The five entities of XML (1.0, 4.6); a document type that could declare others is refused. */
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const reference = /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9A-Fa-f]{1,6}));/g;
const sticky = new RegExp(reference.source, 'y');

/** Where the `;` of the reference at a `&` stands; -1 when it is none that XML knows, or of a character that it forbids. */
export function endOfReference(xml: string, at: number): number {
  sticky.lastIndex = at;
  const match = sticky.exec(xml);
  if (!match || (match[1] === undefined && !isAllowed(codeOf(match[2], match[3])))) return -1;
  return at + match[0].length - 1;
}

export const decodeReferences = (text: string): string =>
  text.includes('&')
    ? text.replace(reference, (_, entity?: string, decimal?: string, hexadecimal?: string) =>
        entity ? entities[entity]! : String.fromCodePoint(codeOf(decimal, hexadecimal)),
      )
    : text;

const codeOf = (decimal: string | undefined, hexadecimal: string | undefined): number =>
  decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number(decimal);

/** XML 1.0, production 2. */
const isAllowed = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 32 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);
