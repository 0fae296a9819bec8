import type { Limits } from '../../limits.ts';
import type { DefinedName } from '../../workbook.ts';
import { meta, office, table } from '../namespaces.ts';
import { databaseRanges, type NamedTable, namesIn, type PlacedRange, pivotRanges } from './names.ts';
import { type Observer, SheetReader } from './sheet-reader.ts';
import { Styles } from './styles.ts';
import { Rules } from './validations.ts';
import { type Context, children, leaf, walkContexts, wrapper } from './walk.ts';

/** Most sheets that a workbook may have. */
const mostSheets = 10_000;

/**
 * What the parts of a document say, gathered part by part: `styles.xml`, `meta.xml` and `content.xml` have the same elements at
 * the same places as a flat file has in one.
 */
export class DocumentReader {
  readonly styles = new Styles();
  readonly rules = new Rules();
  readonly customProperties = new Map<string, string>();
  readonly definedNames: DefinedName[] = [];
  readonly tables: NamedTable[] = [];
  readonly pivots: PlacedRange[] = [];
  readonly sheets: SheetReader[] = [];
  date1904 = false;
  /** A body with sheets was there. */
  isSpreadsheet = false;
  readonly #limits: Limits;
  readonly #observe: Observer | null;
  readonly #budget = { rows: 0, cells: 0, elements: 0 };

  constructor(limits: Limits, observe: Observer | null) {
    this.#limits = limits;
    this.#observe = observe;
  }

  read(xml: string, part: string): void {
    walkContexts(
      xml,
      part,
      wrapper(tag => (office.has(tag.uri) ? this.#sections : null)),
    );
  }

  readonly #sections = wrapper(
    children(office, {
      meta: () => this.#meta,
      styles: () => this.styles,
      'automatic-styles': () => this.styles,
      body: () => this.#body,
    }),
  );

  readonly #meta = wrapper(
    children(meta, {
      'user-defined': tag => {
        const name = tag.attributeOf(meta, 'name') ?? '';
        let value = '';
        return {
          child: () => null,
          text: text => {
            value += text;
          },
          end: () => {
            this.customProperties.set(name, value.trim());
          },
        };
      },
    }),
  );

  readonly #body = wrapper(
    children(office, {
      spreadsheet: () => {
        this.isSpreadsheet = true;
        return this.#spreadsheet;
      },
    }),
  );

  readonly #spreadsheet: Context = wrapper(
    children(table, {
      'calculation-settings': () => this.#settings,
      'content-validations': () => this.rules,
      table: tag => {
        const { styles } = this;
        if (this.sheets.length >= mostSheets) return null;
        const sheet = new SheetReader(tag, {
          styles,
          limits: this.#limits,
          budget: this.#budget,
          observe: this.#observe,
        });
        this.sheets.push(sheet);
        return sheet;
      },
      'named-expressions': () => namesIn(null, this.definedNames),
      'database-ranges': () => databaseRanges(this.tables),
      'data-pilot-tables': () => pivotRanges(this.pivots),
    }),
  );

  readonly #settings = wrapper(
    children(table, {
      'null-date': tag => {
        this.date1904 = tag.attributeOf(table, 'date-value') === '1904-01-01';
        return leaf;
      },
    }),
  );
}
