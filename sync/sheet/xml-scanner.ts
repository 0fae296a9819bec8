import { corrupt, type Refusal } from './refusal.ts';
import { type Name, Names, namespaceOf, outermost, type Scope } from './xml-names.ts';
import { decodeReferences, endOfReference } from './xml-references.ts';

/*
 * A scanner of our own, because the parsers of the registry build strings and objects for every tag of a worksheet that has
 * millions of them, while nearly all are looked at once and dropped. This one moves over the text and says where things
 * stand; strings are made when asked for. It is no less strict for it: whatever is not well-formed is refused, and so are
 * document types, entities beyond the five of XML, and prefixes that nobody declared. Positions are those of the text.
 */

/** What the scanner stands on. */
export const token = { end: 0, open: 1, close: 2, text: 3 } as const;
export type Token = (typeof token)[keyof typeof token];

/** Deeper than any document needs. */
const deepest = 256;
const mostAttributes = 1024;

const byteOrderMark = /^(?:\uFEFF|\xEF\xBB\xBF)/;
/** A document in which `<` opens or closes an element wherever it stands, past the head. */
export const isPlain = (xml: string): boolean => !follows(xml, '!', '<', 0) && !follows(xml, '?', '<', 1);

/** Whether a character follows another somewhere; the rarer of the two is looked for, which is many times faster. */
export function follows(xml: string, rare: string, common: string, from: number): boolean {
  for (let at = xml.indexOf(rare, from + 1); at >= 0; at = xml.indexOf(rare, at + 1)) {
    if (xml[at - 1] === common && at - 1 >= from) return true;
  }
  return false;
}

/** `>` or a blank. */
const endsName = (code: number): boolean => code === 62 || code === 32 || (code >= 9 && code <= 13);

export class XmlScanner {
  readonly xml: string;
  readonly part: string;
  /** The token: where it starts, and where the character after it stands. */
  start = 0;
  end = 0;
  local = '';
  uri = '';
  /** The element has no content of its own; its end follows as a token without length. */
  selfClosing = false;
  /** How many elements are open around the token, itself included. */
  depth = 0;

  #lastOpened: Name | undefined;
  #text = { references: false, returns: false, cdata: false };
  readonly #names: Names;
  readonly #open: Name[] = [];
  readonly #scopes: Scope[] = [];
  #scope = outermost;
  #attributes = 0;
  readonly #attributeNames: Name[] = [];
  /** Start and end of the value, and whether it holds references or blanks other than spaces. */
  #values = new Int32Array(3 * 16);
  #pendingClose = false;
  #rootSeen = false;

  readonly #decode: (raw: string) => string;

  /**
   * @param part names the document in the refusal
   * @param decode makes text of a piece, for a document that is given as its bytes, one character each
   */
  constructor(xml: string, part: string, decode: (raw: string) => string = raw => raw) {
    this.xml = xml;
    this.part = part;
    this.#decode = decode;
    this.#names = new Names(xml);
    this.end = byteOrderMark.exec(xml)?.[0].length ?? 0;
  }

  /** Moves to the next token; comments and processing instructions are passed over. @throws Refusal when damaged */
  next(): Token {
    if (this.#pendingClose) return this.#closeSelf();
    if (this.#justClosed) this.#leave();
    const { xml } = this;
    for (;;) {
      const at = this.end;
      this.start = at;
      if (at >= xml.length) return this.#finish();
      if (xml.charCodeAt(at) !== 60) return this.#readText(at);
      const code = xml.charCodeAt(at + 1);
      if (code === 47) return this.#readClose(at);
      if (code === 33) {
        if (this.#readDeclaration(at)) return token.text;
      } else if (code === 63) this.#passInstruction(at);
      else return this.#readOpen(at);
    }
  }

  /** The content of a text token. */
  get text(): string {
    const { cdata, references, returns } = this.#text;
    const raw = cdata ? this.xml.slice(this.start + 9, this.end - 3) : this.xml.slice(this.start, this.end);
    const lines = this.#decode(returns ? raw.replace(/\r\n?/g, '\n') : raw);
    return references ? decodeReferences(lines) : lines;
  }

  /** The value of an attribute without namespace of the element that just opened. */
  attribute(local: string): string | undefined {
    for (let i = 0; i < this.#attributes; i++) {
      if (this.#attributeNames[i]!.raw === local) return this.#value(i);
    }
    return undefined;
  }

  /** An attribute of one of several namespaces. */
  attributeOf(uris: ReadonlySet<string>, local: string): string | undefined {
    for (let i = 0; i < this.#attributes; i++) {
      const known = this.#attributeNames[i]!;
      if (known.local === local && known.prefix !== '' && uris.has(this.#resolve(known))) return this.#value(i);
    }
    return undefined;
  }

  /** Where the value of an attribute without namespace starts, after its quote; -1 when there is none. */
  attributeStart(local: string): number {
    for (let i = 0; i < this.#attributes; i++) {
      if (this.#attributeNames[i]!.raw === local) return this.#values[3 * i]!;
    }
    return -1;
  }

  /** Where the value of an attribute without namespace stands, without its quotes; null when there is none. */
  attributeSpan(local: string): { readonly start: number; readonly end: number } | null {
    for (let i = 0; i < this.#attributes; i++) {
      if (this.#attributeNames[i]!.raw !== local) continue;
      return { start: this.#values[3 * i]!, end: this.#values[3 * i + 1]! };
    }
    return null;
  }

  /** The name of the open or close token as written, with its prefix. */
  get rawName(): string {
    return this.#open[this.#open.length - 1]?.raw ?? '';
  }

  /** The content of the element that just opened when it is a whole number of up to nine digits; moves on to its end then. */
  shortNumber(): number | null {
    if (this.selfClosing) return null;
    const { xml, end } = this;
    let value = 0;
    for (let at = end; at < end + 10; at++) {
      const code = xml.charCodeAt(at);
      if (code >= 48 && code <= 57) value = value * 10 + code - 48;
      else {
        if (code !== 60 || at === end || xml.charCodeAt(at + 1) !== 47) return null;
        this.start = at;
        this.end = at;
        return this.#readClose(at) === token.close ? value : null;
      }
    }
    return null;
  }

  /**
   * From an open token on to just before the end of its element, without a look at what is between. Only for an element
   * that holds none of its own name, in a document without comments and sections of characters; see `isPlain`.
   */
  passContent(): void {
    if (this.selfClosing) return;
    const ending = `</${this.rawName}`;
    let at = this.end - 1;
    do {
      at = this.xml.indexOf(ending, at + 1);
      if (at < 0) this.#damaged();
    } while (!endsName(this.xml.charCodeAt(at + ending.length)));
    this.end = at;
  }

  /** Goes on behind elements that somebody else read and found whole. Not within an element that has no content. */
  goTo(position: number): void {
    if (this.#justClosed) this.#leave();
    this.end = position;
  }

  /** Whether the element that just opened may hold content, and its name is written without prefix. */
  get isPlainlyNamed(): boolean {
    return !this.selfClosing && this.rawName === this.local;
  }

  #justClosed = false;

  #value(i: number): string {
    const raw = this.#decode(this.xml.slice(this.#values[3 * i]!, this.#values[3 * i + 1]!));
    if (this.#values[3 * i + 2] === 0) return raw;
    return decodeReferences(raw.replace(/\r\n|[\t\r\n]/g, ' '));
  }

  /** The document is not what it should be. */
  refusal(): Refusal {
    return corrupt(this.part);
  }

  #damaged(): never {
    throw this.refusal();
  }

  #finish(): Token {
    if (this.depth > 0 || !this.#rootSeen) this.#damaged();
    return token.end;
  }

  #readText(from: number): Token {
    const { xml } = this;
    let references = false;
    let returns = false;
    let at = from;
    for (; at < xml.length; at++) {
      const code = xml.charCodeAt(at);
      if (code > 93) {
        if (code >= 0xfffe) this.#damaged();
      } else if (code === 60) break;
      else if (code === 38) {
        references = true;
        at = this.#reference(at);
      } else if (code < 32) {
        if (code === 13) returns = true;
        else if (code !== 10 && code !== 9) this.#damaged();
      } else if (code === 93 && xml.charCodeAt(at + 1) === 93 && xml.charCodeAt(at + 2) === 62) this.#damaged();
    }
    this.end = at;
    this.#text.references = references;
    this.#text.returns = returns;
    this.#text.cdata = false;
    if (this.depth === 0) {
      if (!/^[ \t\r\n]*$/.test(xml.slice(from, at))) this.#damaged();
      return this.next();
    }
    return token.text;
  }

  #reference(at: number): number {
    const end = endOfReference(this.xml, at);
    if (end < 0) this.#damaged();
    return end;
  }

  /** Comments are passed over; a section of characters is text; a document type is refused. */
  #readDeclaration(at: number): boolean {
    const { xml } = this;
    if (xml.startsWith('<!--', at)) {
      this.end = this.#after('-->', at + 4);
      return false;
    }
    if (!xml.startsWith('<![CDATA[', at) || this.depth === 0) this.#damaged();
    this.end = this.#after(']]>', at + 9);
    this.#text.references = false;
    this.#text.returns = xml.slice(at, this.end).includes('\r');
    this.#text.cdata = true;
    return true;
  }

  #passInstruction(at: number): void {
    const declaration = /^<\?xml[\s?]/.test(this.xml.slice(at, at + 6));
    const isFirst = at === (byteOrderMark.exec(this.xml)?.[0].length ?? 0);
    if ((declaration && !isFirst) || !/^<\?[A-Za-z_\x80-\uffff]/.test(this.xml.slice(at, at + 3))) this.#damaged();
    this.end = this.#after('?>', at + 2);
  }

  #after(ending: string, from: number): number {
    const at = this.xml.indexOf(ending, from);
    if (at < 0) this.#damaged();
    return at + ending.length;
  }

  #readOpen(at: number): Token {
    const { xml } = this;
    if (this.depth === 0 && this.#rootSeen) this.#damaged();
    this.#rootSeen = true;
    let p = this.#endOfName(at + 1);
    const name = this.#names.at(at + 1, p, this.#lastOpened) ?? this.#damaged();
    this.#lastOpened = name;
    let count = 0;
    let declares = false;
    for (;;) {
      const from = p;
      p = this.#pastBlanks(p);
      const code = xml.charCodeAt(p);
      if (code === 62 || code === 47) break;
      if (p === from || count === mostAttributes) this.#damaged();
      const nameEnd = this.#endOfName(p);
      const attribute = this.#names.at(p, nameEnd, this.#attributeNames[count]) ?? this.#damaged();
      p = this.#readValue(nameEnd, count);
      if (attribute.declares !== null) declares = true;
      this.#attributeNames[count++] = attribute;
    }
    this.#attributes = count;
    if (count > 1) this.#refuseRepeated(count);
    this.selfClosing = xml.charCodeAt(p) === 47;
    if (this.selfClosing && xml.charCodeAt(++p) !== 62) this.#damaged();
    this.end = p + 1;
    if (++this.depth > deepest) this.#damaged();
    this.#scopes.push(this.#scope);
    if (declares) this.#scope = this.#declared();
    this.#open.push(name);
    this.#pendingClose = this.selfClosing;
    this.local = name.local;
    this.uri = name.scope === this.#scope ? name.uri : this.#resolve(name);
    return token.open;
  }

  /** Where the next character that is no blank stands; refuses a document that ends before it. */
  #pastBlanks(from: number): number {
    const { xml } = this;
    for (let p = from; p < xml.length; p++) {
      const code = xml.charCodeAt(p);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return p;
    }
    this.#damaged();
  }

  /** Reads `="value"` from after an attribute's name; gives where the next one may stand. */
  #readValue(from: number, index: number): number {
    const { xml } = this;
    const { length } = xml;
    let p = this.#pastBlanks(from);
    if (xml.charCodeAt(p) !== 61) this.#damaged();
    p = this.#pastBlanks(p + 1);
    const quote = xml.charCodeAt(p);
    if (quote !== 34 && quote !== 39) this.#damaged();
    const start = ++p;
    let special = 0;
    for (; p < length; p++) {
      const code = xml.charCodeAt(p);
      if (code === quote) break;
      if (code >= 0x40) {
        if (code >= 0xfffe) this.#damaged();
      } else if (code === 38) {
        special = 1;
        p = this.#reference(p);
      } else if (code === 60) this.#damaged();
      else if (code < 32) {
        special = 1;
        if (code !== 10 && code !== 9 && code !== 13) this.#damaged();
      }
    }
    if (p === length) this.#damaged();
    if (3 * index + 3 > this.#values.length) {
      const wider = new Int32Array(this.#values.length * 2);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[3 * index] = start;
    this.#values[3 * index + 1] = p;
    this.#values[3 * index + 2] = special;
    return p + 1;
  }

  #readClose(at: number): Token {
    const { xml } = this;
    const open = this.#open[this.#open.length - 1];
    if (!open || !xml.startsWith(open.raw, at + 2)) this.#damaged();
    const p = this.#pastBlanks(at + 2 + open.raw.length);
    if (xml.charCodeAt(p) !== 62) this.#damaged();
    this.end = p + 1;
    this.#attributes = 0;
    this.local = open.local;
    this.uri = open.scope === this.#scope ? open.uri : this.#resolve(open);
    this.#justClosed = true;
    return token.close;
  }

  #closeSelf(): Token {
    this.#pendingClose = false;
    this.#attributes = 0;
    this.start = this.end;
    this.#justClosed = true;
    return token.close;
  }

  #leave(): void {
    this.#justClosed = false;
    this.depth--;
    this.#open.pop();
    this.#scope = this.#scopes.pop()!;
  }

  #endOfName(from: number): number {
    const { xml } = this;
    const { length } = xml;
    for (let p = from; p < length; p++) {
      const code = xml.charCodeAt(p);
      if (code <= 32 || (code <= 62 && (code === 61 || code === 62 || code === 47))) return p;
    }
    this.#damaged();
  }

  #declared(): Scope {
    const uris = new Map<string, string>();
    for (let i = 0; i < this.#attributes; i++) {
      const { declares } = this.#attributeNames[i]!;
      if (declares !== null) uris.set(declares, this.#value(i));
    }
    return { parent: this.#scope, uris };
  }

  #resolve(name: Name): string {
    return namespaceOf(name, this.#scope) ?? this.#damaged();
  }

  #refuseRepeated(count: number): void {
    if (count > 24) {
      if (new Set(this.#attributeNames.slice(0, count)).size < count) this.#damaged();
      return;
    }
    for (let i = 1; i < count; i++) {
      const attribute = this.#attributeNames[i];
      for (let j = 0; j < i; j++) if (this.#attributeNames[j] === attribute) this.#damaged();
    }
  }
}
