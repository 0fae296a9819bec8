/**
 * Steps over the rows of a document without comments and sections of characters, where whatever looks like a row is one. It
 * looks for the rarest letter of `row`, and reads no more of a row than its number: a large sheet has a few wanted rows.
 */
export class PlainRows {
  /** Where the row stands that stepping over ended at, or the end of all rows. */
  at: number;
  readonly #xml: string;
  readonly #opening: string;
  readonly #end: number;

  /** @param name of `sheetData` as written */
  constructor(xml: string, from: number, name: string, prefix: string) {
    this.#xml = xml;
    this.#opening = `<${prefix}row`;
    this.#end = xml.lastIndexOf(`</${name}`);
    this.at = from;
  }

  /**
   * Steps on to the first row that is wanted, or that does not say its number first of all.
   * @param last the number of the row before, and `from` where it ended
   * @param isWanted is told of every row that is stepped over
   * @returns the number of the last row that was stepped over
   */
  pass(last: number, from: number, isWanted: (number: number, at: number) => boolean): number {
    const xml = this.#xml;
    const opening = this.#opening;
    let before = last;
    for (let w = xml.indexOf('w', from); w >= 0 && w < this.#end; w = xml.indexOf('w', w + 1)) {
      const at = w + 1 - opening.length;
      if (xml.charCodeAt(at) !== 60 || !xml.startsWith(opening, at)) continue;
      this.at = at;
      const number = numberAfter(xml, w + 1);
      if (number === 0 || isWanted(number, at)) return before;
      before = number;
    }
    this.at = this.#end;
    return before;
  }
}

/** The number in ` r="7"`; 0 when there is something else. */
function numberAfter(xml: string, from: number): number {
  if (!xml.startsWith(' r="', from)) return 0;
  let number = 0;
  let at = from + 4;
  for (let code = xml.charCodeAt(at); code >= 48 && code <= 57 && at < from + 12; code = xml.charCodeAt(++at)) {
    number = number * 10 + code - 48;
  }
  return xml.charCodeAt(at) === 34 ? number : 0;
}
