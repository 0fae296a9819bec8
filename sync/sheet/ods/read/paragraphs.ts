import type { Tag } from '../../xml.ts';
import { link, text } from '../namespaces.ts';
import type { Context } from './walk.ts';

/** Longer than any cell may hold; a run of blanks that claims more is a trap. */
const mostBlanks = 32_767;
/** Blanks around a line end only lay out the file. */
const layout = /[\t\r\n]/;
const runs = /[ \t\r\n]+|[^ \t\r\n]+/g;
/** Control characters but tab and line feed: no person sees them, and neither JSON readers nor databases agree on them. */
const unseen = /[^\P{Cc}\t\n]/gu;

/** Letters with a style of their own. */
export interface TextSpan {
  readonly style: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Gathers the paragraphs of a cell or note (OpenDocument 1.3 part 3, 6.1): blanks that are meant come as elements, line ends
 * of the file are blanks, and each paragraph is a line. Spaces in a row should collapse too, but LibreOffice writes those of cells with
 * several lines as they are, and shows them.
 */
export class Paragraphs implements Context {
  /** Where the first link in the text leads. */
  target: string | null = null;
  #done = '';
  #count = 0;
  #line = '';
  /** A blank that counts only between other things. */
  #pending = false;
  #spans: TextSpan[] = [];

  readonly child = (tag: Tag): Context | null => {
    if (!text.has(tag.uri)) return null;
    const handler = Object.hasOwn(this.#inside, tag.local) ? this.#inside[tag.local]! : this.#inside.span!;
    return handler(tag);
  };

  readonly #inline: Context = { child: tag => this.child(tag), text: content => this.text(content) };
  readonly #ruby: Context = { child: tag => (tag.local === 'ruby-base' ? this.#inline : null) };
  readonly #inside: Readonly<Record<string, (tag: Tag) => Context | null>> = {
    span: tag => this.#span(tag.attributeOf(text, 'style-name')),
    s: tag => this.#blanks(count(tag.attributeOf(text, 'c'))),
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

  #span(style: string | undefined): Context {
    if (style === undefined) return this.#inline;
    const start = this.#length;
    return { ...this.#inline, end: () => void this.#spans.push({ style, start, end: this.#length }) };
  }

  get #length(): number {
    return this.#line.length + (this.#count === 0 ? 0 : this.#done.length + 1);
  }

  #put(content: string): null {
    if (this.#pending && this.#line !== '') this.#line += ' ';
    this.#pending = false;
    this.#line += content;
    return null;
  }

  /** Blanks that one element stands for; a few of them are a long text, and no cell has longer ones. */
  #blanks(count: number): null {
    return this.#line.length > mostBlanks ? null : this.#put(' '.repeat(Math.min(mostBlanks, count)));
  }

  readonly text = (content: string): void => {
    if (!layout.test(content)) {
      this.#put(content);
      return;
    }
    for (const [run] of content.matchAll(runs)) {
      if (layout.test(run)) this.#pending = true;
      else this.#put(run);
    }
  };

  readonly end = (): void => {
    this.#done = this.#count++ === 0 ? this.#line : `${this.#done}\n${this.#line}`;
    this.#line = '';
    this.#pending = false;
  };

  /** The lines gathered so far, and which of their letters have a style of their own, inner ones first; starts anew. */
  take(): { readonly text: string; readonly spans: readonly TextSpan[] } {
    const clean = this.#done.replace(unseen, '');
    const spans = clean === this.#done ? this.#spans : [];
    if (this.#spans.length > 0) this.#spans = [];
    this.#done = '';
    this.#count = 0;
    this.#line = '';
    this.#pending = false;
    this.target = null;
    return { text: clean.isWellFormed() ? clean : clean.toWellFormed(), spans };
  }
}

const count = (value: string | undefined): number => {
  const number = Number(value ?? 1);
  return Number.isInteger(number) && number > 0 ? number : 1;
};
