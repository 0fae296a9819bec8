import type { Tag } from '../../xml.ts';
import { link, text } from '../namespaces.ts';
import type { Context } from './walk.ts';

/** Longer than any cell may hold; a run of blanks that claims more is a trap. */
const mostBlanks = 32_767;
const blanks = /[ \t\r\n]+/g;
/** Control characters but tab and line feed: no person sees them, and neither JSON readers nor databases agree on them. */
const unseen = /[^\P{Cc}\t\n]/gu;

/**
 * Gathers the paragraphs of a cell or note (OpenDocument 1.3 part 3, 6.1): blanks of the file collapse, those that are meant come as
 * elements, and each paragraph is a line. A blank that ends a paragraph stays, since LibreOffice writes one as it is.
 */
export class Paragraphs implements Context {
  /** Where the first link in the text leads. */
  target: string | null = null;
  #done = '';
  #count = 0;
  #line = '';

  readonly child = (tag: Tag): Context | null => {
    if (!text.has(tag.uri)) return null;
    const handler = Object.hasOwn(this.#inside, tag.local) ? this.#inside[tag.local]! : this.#inside.span!;
    return handler(tag);
  };

  readonly #inline: Context = { child: tag => this.child(tag), text: content => this.text(content) };
  readonly #ruby: Context = { child: tag => (tag.local === 'ruby-base' ? this.#inline : null) };
  readonly #inside: Readonly<Record<string, (tag: Tag) => Context | null>> = {
    span: () => this.#inline,
    s: tag => this.#put(' '.repeat(Math.min(mostBlanks, count(tag.attributeOf(text, 'c'))))),
    tab: () => this.#put('\t'),
    'line-break': () => this.#put('\n'),
    a: tag => {
      this.target ??= tag.attributeOf(link, 'href') ?? null;
      return this.#inline;
    },
    ruby: () => this.#ruby,
    note: () => null,
    script: () => null,
  };

  #put(content: string): null {
    if (this.#line.length < 2 * mostBlanks) this.#line += content;
    return null;
  }

  readonly text = (content: string): void => {
    if (!/[\t\r\n]| {2}|^ /.test(content)) {
      this.#line += content;
      return;
    }
    const collapsed = content.replace(blanks, ' ');
    const again = collapsed.startsWith(' ') && (this.#line === '' || this.#line.endsWith(' '));
    this.#line += again ? collapsed.slice(1) : collapsed;
  };

  readonly end = (): void => {
    this.#done = this.#count++ === 0 ? this.#line : `${this.#done}\n${this.#line}`;
    this.#line = '';
  };

  /** The lines gathered so far; starts anew. */
  take(): string {
    const clean = this.#done.replace(unseen, '');
    this.#done = '';
    this.#count = 0;
    this.#line = '';
    this.target = null;
    return clean.isWellFormed() ? clean : clean.toWellFormed();
  }
}

const count = (value: string | undefined): number => {
  const number = Number(value ?? 1);
  return Number.isInteger(number) && number > 0 ? number : 1;
};
