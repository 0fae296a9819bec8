/** A formula as far as rules for cells use them, in the notation of Excel. */
export type Formula =
  | { readonly kind: 'value'; readonly value: number | string | boolean }
  /** An address, a range or a name, as written. */
  | { readonly kind: 'reference'; readonly sheet: string | null; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly inputs: readonly Formula[] }
  | { readonly kind: 'operation'; readonly sign: string; readonly left: Formula; readonly right: Formula };

/** A rule longer or deeper than these is no simple one. */
const longest = 2000;
const deepest = 40;

const token =
  /\s*(?:("(?:[^"]|"")*")|(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[\p{L}_][\p{L}\p{N}_.$]*(?::\$?[A-Za-z]{0,3}\$?\d{0,7})?|\$?\d+:\$?\d+)|(<=|>=|<>|[-+*/^&=<>(),%]))/uy;

/** From the loosest to the tightest. */
const levels: readonly (readonly string[])[] = [['=', '<>', '<', '<=', '>', '>='], ['&'], ['+', '-'], ['*', '/']];

class Unreadable extends Error {}

interface Token {
  readonly kind: 'text' | 'number' | 'name' | 'sign';
  readonly text: string;
  readonly sheet: string | null;
}

function tokensOf(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  const text = formula.trim().replace(/^=/, '');
  let at = 0;
  while (at < text.length && /\S/.test(text.slice(at))) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match) throw new Unreadable();
    at = token.lastIndex;
    const [, quoted, number, sheet, name, sign] = match;
    if (quoted !== undefined)
      tokens.push({ kind: 'text', text: quoted.slice(1, -1).replaceAll('""', '"'), sheet: null });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, sheet: null });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, sheet: sheet ? sheetOf(sheet) : null });
    else tokens.push({ kind: 'sign', text: sign!, sheet: null });
  }
  return tokens;
}

const sheetOf = (prefix: string): string =>
  prefix
    .slice(0, -1)
    .replace(/^'(.*)'$/s, '$1')
    .replaceAll("''", "'");

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Formula {
    const formula = this.#operation(0);
    if (this.#at < this.#tokens.length) throw new Unreadable();
    return formula;
  }

  #take(...signs: readonly string[]): string | null {
    const next = this.#tokens[this.#at];
    if (next?.kind !== 'sign' || !signs.includes(next.text)) return null;
    this.#at++;
    return next.text;
  }

  #operation(level: number): Formula {
    const signs = levels[level];
    if (!signs) return this.#percent();
    let left = this.#operation(level + 1);
    for (let sign = this.#take(...signs); sign !== null; sign = this.#take(...signs))
      left = { kind: 'operation', sign, left, right: this.#operation(level + 1) };
    return left;
  }

  #percent(): Formula {
    const value = this.#single();
    if (this.#take('%') === null) return value;
    return { kind: 'operation', sign: '/', left: value, right: { kind: 'value', value: 100 } };
  }

  #single(): Formula {
    if (++this.#depth > deepest) throw new Unreadable();
    try {
      const sign = this.#take('-', '+', '(');
      if (sign === '(') {
        const inside = this.#operation(0);
        if (this.#take(')') === null) throw new Unreadable();
        return inside;
      }
      if (sign !== null) return { kind: 'operation', sign, left: { kind: 'value', value: 0 }, right: this.#single() };
      return this.#leaf(this.#tokens[this.#at++]);
    } finally {
      this.#depth--;
    }
  }

  #leaf(next: Token | undefined): Formula {
    if (!next || next.kind === 'sign') throw new Unreadable();
    if (next.kind === 'text') return { kind: 'value', value: next.text };
    if (next.kind === 'number') return { kind: 'value', value: Number(next.text) };
    if (next.sheet === null && this.#take('(') !== null)
      return { kind: 'call', name: next.text.toUpperCase(), inputs: this.#inputs() };
    if (/^(?:TRUE|FALSE)$/i.test(next.text)) return { kind: 'value', value: /^t/i.test(next.text) };
    return { kind: 'reference', sheet: next.sheet, name: next.text };
  }

  #inputs(): readonly Formula[] {
    const inputs: Formula[] = [];
    if (this.#take(')') !== null) return inputs;
    for (;;) {
      inputs.push(this.#operation(0));
      if (this.#take(')') !== null) return inputs;
      if (this.#take(',') === null) throw new Unreadable();
    }
  }
}

/** Reads a formula; null when it holds anything but values, addresses, names, signs and calls. */
export function parseFormula(formula: string): Formula | null {
  if (formula.length > longest) return null;
  try {
    return new Parser(tokensOf(formula)).whole();
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}
