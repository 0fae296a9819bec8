import type { Stretch } from '../../emphasis.ts';
import type { Tag } from '../../xml.ts';
import type { CellElement } from '../cell.ts';
import { drawing, office, table, text } from '../namespaces.ts';
import { excelFormula } from '../open-formula.ts';
import { countOf } from './attributes.ts';
import { Paragraphs, type TextSpan } from './paragraphs.ts';
import type { CellFormat, Styles } from './styles.ts';
import { type RawValue, rawValue, understand } from './value.ts';
import type { Context } from './walk.ts';

/** More spans than these emphasise nothing that a person could tell. */
const mostSpans = 200;

/** Reads `table-cell` and `covered-table-cell`; one object serves all cells of a document. */
export class CellReader implements Context {
  readonly #styles: Styles;
  readonly #take: (cell: CellElement) => void;
  readonly #draw: (control: string, column: number) => void;
  readonly #shown = new Paragraphs();
  readonly #noted = new Paragraphs();
  #open: Omit<CellElement, 'text' | 'value' | 'stretches' | 'note' | 'link' | 'end'> | null = null;
  #raw: RawValue = { type: '', raw: undefined, error: false };
  #note: string | null = null;
  #link: string | null = null;

  /** @param draw is told of every control that hangs on a cell */
  constructor(styles: Styles, take: (cell: CellElement) => void, draw: (control: string, column: number) => void) {
    this.#styles = styles;
    this.#take = take;
    this.#draw = draw;
  }

  /** @param inherited the style of a cell that names none */
  begin(tag: Tag, column: number, inherited: string | null, inMatrix: boolean): void {
    const formula = tag.attributeOf(table, 'formula');
    const styleName = tag.attributeOf(table, 'style-name');
    const covered = tag.local === 'covered-table-cell';
    this.#raw = rawValue(tag);
    this.#note = null;
    this.#link = null;
    this.#open = {
      column,
      repeated: countOf(tag.attributeOf(table, 'number-columns-repeated')),
      covered,
      formula: formula === undefined ? null : excelFormula(formula),
      matrix: inMatrix || tag.attributeOf(table, 'number-matrix-columns-spanned') !== undefined,
      format: this.#styles.format(styleName ?? inherited),
      ownStyle: styleName !== undefined,
      validation: tag.attributeOf(table, 'content-validation-name') ?? null,
      columnsSpanned: covered ? 1 : countOf(tag.attributeOf(table, 'number-columns-spanned')),
      rowsSpanned: covered ? 1 : countOf(tag.attributeOf(table, 'number-rows-spanned')),
      start: tag.start,
    };
  }

  readonly child = (tag: Tag): Context | null => {
    if (text.has(tag.uri) && (tag.local === 'p' || tag.local === 'h')) return this.#shown;
    if (drawing.has(tag.uri) && tag.local === 'control')
      this.#draw(tag.attributeOf(drawing, 'control') ?? '', this.#open!.column);
    return office.has(tag.uri) && tag.local === 'annotation' ? this.#annotation : null;
  };

  readonly #annotation: Context = {
    child: tag => (text.has(tag.uri) && (tag.local === 'p' || tag.local === 'h') ? this.#noted : null),
    end: () => {
      this.#note = this.#noted.take().text;
    },
  };

  readonly end = (end: number): void => {
    const open = this.#open!;
    this.#link = this.#shown.target;
    const shown = this.#shown.take();
    const { text, value } = understand(this.#raw, shown.text, open.formula !== null, open.format);
    const stretches =
      shown.spans.length > 0 && shown.spans.length <= mostSpans && shown.text === text
        ? this.#stretches(text, shown.spans, open.format)
        : null;
    this.#take({ ...open, text, value, stretches, note: this.#note, link: this.#link, end });
  };

  /** Cuts the text at the ends of its spans; of spans inside each other the outer one counts first. */
  #stretches(text: string, spans: readonly TextSpan[], { emphasis }: CellFormat): readonly Stretch[] {
    const cuts = [...new Set([0, ...spans.flatMap(({ start, end }) => [start, end]), text.length])].sort(
      (a, b) => a - b,
    );
    return cuts.slice(1).map((end, i) => {
      const start = cuts[i]!;
      const over = spans.filter(span => span.start <= start && span.end >= end).reverse();
      const look = over.reduce((around, { style }) => this.#styles.emphasisOfSpan(style, around), emphasis);
      return { text: text.slice(start, end), emphasis: look };
    });
  }
}
