const page =
  '(?:第\\s*[\\d一二三四五六七八九十]+\\s*頁|共\\s*\\d+\\s*頁|\\d+\\s*[/／]\\s*\\d+(?:\\s*頁)?|page\\s*\\d+|續\\s*\\d*)';
const pages = new RegExp(`(?:^|\\s|[(（【])\\s*${page}(?:[\\s,，、]*${page})*\\s*[)）】]?$`, 'i');

/** A line above the table without the number of its page; empty when it is nothing but that. */
export const withoutPage = (text: string): string =>
  text.length > 200 ? text : text.normalize('NFKC').replace(pages, '').replace(/\s+/g, '');

/** Texts above the table, which come again at page breaks. */
export class PageTitles {
  readonly #texts: ReadonlySet<string>;

  constructor(texts: Iterable<string>) {
    this.#texts = new Set([...texts].map(withoutPage));
  }

  /** The text stood above the table, or is the number of a page. */
  has(text: string): boolean {
    const plain = withoutPage(text);
    return plain === '' || this.#texts.has(plain);
  }
}
