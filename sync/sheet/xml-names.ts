/** A name as written, with where it belongs for as long as the declarations in force stay the same. */
export interface Name {
  readonly raw: string;
  readonly prefix: string;
  readonly local: string;
  /** The prefix that it declares, when it is a namespace declaration; empty for the default one. */
  readonly declares: string | null;
  scope: Scope | null;
  uri: string;
}

/** Namespaces that are declared at a place of the document. */
export interface Scope {
  readonly parent: Scope | null;
  readonly uris: ReadonlyMap<string, string>;
}

const name = /^(?:([A-Za-z_\x80-\uffff][\w.\-\x80-\uffff]*):)?([A-Za-z_\x80-\uffff][\w.\-\x80-\uffff]*)$/;

/** What every document knows without declaring it. */
export const outermost: Scope = { parent: null, uris: new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]) };

/** The names of one document, each made once, so that a name is known again by being the same object. */
export class Names {
  readonly #xml: string;
  readonly #long = new Map<string, Name>();
  readonly #short = new Map<number, Name>();

  constructor(xml: string) {
    this.#xml = xml;
  }

  /**
   * Names of up to three letters, which nearly all tags of a sheet have, are told apart without making a string, and so are
   * longer ones that repeat what stood there before.
   * @returns undefined when what stands there is no name
   */
  at(from: number, to: number, guess: Name | undefined): Name | undefined {
    const xml = this.#xml;
    if (guess !== undefined && guess.raw.length === to - from && xml.startsWith(guess.raw, from)) return guess;
    if (to - from > 3 || to === from) return this.#made(xml.slice(from, to));
    let key = 0;
    for (let p = from; p < to; p++) {
      const code = xml.charCodeAt(p);
      if (code > 127) return this.#made(xml.slice(from, to));
      key = key * 128 + code;
    }
    const known = this.#short.get(key);
    if (known) return known;
    const made = this.#made(xml.slice(from, to));
    if (made) this.#short.set(key, made);
    return made;
  }

  #made(raw: string): Name | undefined {
    const known = this.#long.get(raw);
    if (known) return known;
    const match = name.exec(raw);
    if (!match) return undefined;
    const [, prefix = '', local = ''] = match;
    const declares = prefix === 'xmlns' ? local : raw === 'xmlns' ? '' : null;
    const made: Name = { raw, prefix, local, declares, scope: null, uri: '' };
    this.#long.set(raw, made);
    return made;
  }
}

/** The namespace of a name at a place; undefined when nobody declared its prefix. */
export function namespaceOf(name: Name, scope: Scope): string | undefined {
  if (name.scope === scope) return name.uri;
  let uri: string | undefined;
  for (let at: Scope | null = scope; at && uri === undefined; at = at.parent) uri = at.uris.get(name.prefix);
  if (uri === undefined && name.prefix !== '') return undefined;
  name.scope = scope;
  name.uri = uri ?? '';
  return name.uri;
}
