import { type Tag, walkXml } from '../../sheet/index.ts';
import { Flow } from '../flow/flow.ts';
import { Lists } from './lists.ts';
import { draw, from, office, table, text } from './namespaces.ts';
import type { Styles } from './styles.ts';

/** Content that is none: what was deleted, notes and comments, readings above a word, and lists of the headings. */
const skippedText = new Set([
  ...['tracked-changes', 'note', 'ruby-text', 'table-of-content', 'alphabetical-index', 'illustration-index'],
  ...['table-index', 'object-index', 'user-index', 'bibliography', 'hidden-text', 'hidden-paragraph'],
  ...['variable-decls', 'sequence-decls', 'user-field-decls', 'placeholder'],
]);
const skippedOffice = new Set(['annotation', 'forms', 'change-info']);

interface Paragraph {
  readonly style: string | null;
  readonly mark: string;
  readonly hidden: boolean;
}

const mostRepeats = 1000;

/** Reads the text of an OpenDocument, element by element as it comes. */
export class Body {
  readonly flow = new Flow();
  readonly #styles: Styles;
  readonly #lists: Lists;
  #inText = false;
  /** How deep inside content that is left out. */
  #skip = 0;
  #floating = 0;
  #floatingText = '';
  #floatingParagraphs = 0;
  readonly #paragraphs: Paragraph[] = [];
  #text = '';
  /** Spans that are open, by whether they are hidden. */
  readonly #spans: boolean[] = [];
  readonly #sections: boolean[] = [];

  constructor(styles: Styles) {
    this.#styles = styles;
    this.#lists = new Lists(styles);
  }

  read(xml: string, part: string): void {
    walkXml(xml, part, {
      open: tag => this.#open(tag),
      close: (local, uri) => this.#close(local, uri),
      text: piece => this.#take(piece),
    });
  }

  get #isHidden(): boolean {
    return this.#spans.includes(true) || this.#sections.includes(true) || (this.#paragraphs.at(-1)?.hidden ?? false);
  }

  /** Blanks count once, as ODF 1.3 part 3, 6.1.2 says. */
  #take(piece: string): void {
    if (this.#floating > 0) this.#floatingText += this.#floatingParagraphs > 0 ? piece : '';
    else if (this.#skip === 0 && this.#paragraphs.length > 0 && !this.#isHidden) {
      const plain = piece.replace(/[ \t\r\n]+/g, ' ');
      this.#text += /(?:^|\s)$/.test(this.#text) ? plain.replace(/^ /, '') : plain;
    }
  }

  #write(piece: string): void {
    if (this.#skip === 0 && this.#floating === 0 && this.#paragraphs.length > 0 && !this.#isHidden) this.#text += piece;
  }

  #open(tag: Tag): void {
    const { local, uri } = tag;
    if (uri === office && local === 'text') this.#inText = true;
    if (!this.#inText) return;
    if (this.#floating > 0) {
      this.#floating++;
      if (uri === text && local === 'p') this.#floatingParagraphs++;
      return;
    }
    if (this.#skip > 0) {
      this.#skip++;
      return;
    }
    if ((uri === text && skippedText.has(local)) || (uri === office && skippedOffice.has(local))) {
      this.#skip = 1;
      return;
    }
    if (uri === draw && local !== 'a') {
      this.#floating = 1;
      this.#floatingText = '';
      return;
    }
    (uri === text ? this.#texts : uri === table ? this.#tables : {})[local]?.(tag);
  }

  readonly #texts: Readonly<Record<string, (tag: Tag) => void>> = {
    p: tag => this.#startParagraph(tag, null),
    h: tag => this.#startParagraph(tag, Number(tag.attributeOf(from.text, 'outline-level')) || 1),
    span: tag => {
      this.#spans.push(this.#styles.isHidden('text', tag.attributeOf(from.text, 'style-name') ?? null));
    },
    section: tag => {
      this.#sections.push(tag.attributeOf(from.text, 'display') === 'none');
    },
    s: tag => this.#write(' '.repeat(Math.min(mostRepeats, Number(tag.attributeOf(from.text, 'c') ?? 1) || 1))),
    tab: () => this.#write(' '),
    'line-break': () => this.#write('\n'),
    list: tag => {
      const id = tag.attributeOf(new Set(['http://www.w3.org/XML/1998/namespace']), 'id') ?? null;
      const name = tag.attributeOf(from.text, 'style-name') ?? null;
      const goesOn = tag.attributeOf(from.text, 'continue-numbering') === 'true';
      this.#lists.start(name, id, goesOn, tag.attributeOf(from.text, 'continue-list') ?? null);
    },
    'list-item': tag => {
      const start = tag.attributeOf(from.text, 'start-value');
      this.#lists.startItem(start === undefined ? null : Number(start));
    },
    'list-header': () => this.#lists.endItem(),
  };

  #startParagraph(tag: Tag, level: number | null): void {
    const style = tag.attributeOf(from.text, 'style-name') ?? null;
    const unnumbered = tag.attributeOf(from.text, 'is-list-header') === 'true';
    const restart = tag.attributeOf(from.text, 'restart-numbering') === 'true';
    const start = tag.attributeOf(from.text, 'start-value');
    const mark =
      this.#lists.depth > 0
        ? this.#lists.mark()
        : level === null || unnumbered
          ? ''
          : this.#lists.headingMark(level, restart ? Number(start ?? 1) : null);
    this.#paragraphs.push({ style, mark, hidden: this.#styles.isHidden('paragraph', style) });
    this.#text = '';
  }

  readonly #tables: Readonly<Record<string, (tag: Tag) => void>> = {
    table: () => this.flow.startTable(),
    'table-row': tag => {
      const visibility = tag.attributeOf(from.table, 'visibility') ?? 'visible';
      this.flow.startRow(0, visibility !== 'visible');
    },
    'table-cell': tag => {
      this.#cells.push(count(tag.attributeOf(from.table, 'number-columns-repeated')));
      this.flow.startCell({
        across: count(tag.attributeOf(from.table, 'number-columns-spanned')),
        down: count(tag.attributeOf(from.table, 'number-rows-spanned')),
        goesOn: false,
        advance: 1,
      });
    },
    'covered-table-cell': tag => this.flow.passColumns(count(tag.attributeOf(from.table, 'number-columns-repeated'))),
  };
  readonly #cells: number[] = [];

  #close(local: string, uri: string): void {
    if (!this.#inText) return;
    if (this.#floating > 0) {
      if (uri === text && local === 'p') {
        this.#floatingParagraphs--;
        this.#floatingText += ' ';
      }
      if (--this.#floating === 0) this.flow.leaveOut(this.#floatingText.replace(/\s+/g, ' '));
      return;
    }
    if (this.#skip > 0) {
      this.#skip--;
      return;
    }
    if (uri === office && local === 'text') this.#inText = false;
    else if (uri === text) this.#textEnds[local]?.();
    else if (uri === table) this.#tableEnds[local]?.();
  }

  readonly #textEnds: Readonly<Record<string, () => void>> = {
    p: () => this.#endParagraph(),
    h: () => this.#endParagraph(),
    span: () => {
      this.#spans.pop();
    },
    section: () => {
      this.#sections.pop();
    },
    list: () => this.#lists.end(),
    'list-item': () => this.#lists.endItem(),
    'list-header': () => this.#lists.endItem(),
  };

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    const hidden = paragraph.hidden || this.#sections.includes(true);
    this.flow.paragraph(hidden ? '' : paragraph.mark + this.#text.trim(), this.#styles.indentOf(paragraph.style));
    this.#text = '';
  }

  readonly #tableEnds: Readonly<Record<string, () => void>> = {
    'table-cell': () => {
      this.flow.endCell();
      const repeated = this.#cells.pop() ?? 1;
      if (repeated > 1) this.flow.passColumns(repeated - 1);
    },
    table: () => this.flow.endTable(),
  };
}

function count(value: string | undefined): number {
  const many = Number(value);
  return Number.isInteger(many) && many > 1 ? Math.min(many, mostRepeats) : 1;
}
