import type { Tag } from '../../xml.ts';
import type { CellElement } from '../cell.ts';
import { office, table, text } from '../namespaces.ts';
import { excelFormula } from '../open-formula.ts';
import { countOf } from './attributes.ts';
import { Paragraphs } from './paragraphs.ts';
import type { Styles } from './styles.ts';
import { type RawValue, rawValue, understand } from './value.ts';
import type { Context } from './walk.ts';

/** Reads `table-cell` and `covered-table-cell`; one object serves all cells of a document. */
export class CellReader implements Context {
  readonly #styles: Styles;
  readonly #take: (cell: CellElement) => void;
  readonly #shown = new Paragraphs();
  readonly #noted = new Paragraphs();
  #open: Omit<CellElement, 'text' | 'value' | 'note' | 'link' | 'end'> | null = null;
  #raw: RawValue = { type: '', raw: undefined, error: false };
  #note: string | null = null;
  #link: string | null = null;

  constructor(styles: Styles, take: (cell: CellElement) => void) {
    this.#styles = styles;
    this.#take = take;
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
    return office.has(tag.uri) && tag.local === 'annotation' ? this.#annotation : null;
  };

  readonly #annotation: Context = {
    child: tag => (text.has(tag.uri) && (tag.local === 'p' || tag.local === 'h') ? this.#noted : null),
    end: () => {
      this.#note = this.#noted.take();
    },
  };

  readonly end = (end: number): void => {
    const open = this.#open!;
    this.#link = this.#shown.target;
    const { text, value } = understand(this.#raw, this.#shown.take(), open.formula !== null, open.format);
    this.#take({ ...open, text, value, note: this.#note, link: this.#link, end });
  };
}
