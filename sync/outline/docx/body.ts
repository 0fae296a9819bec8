import { type Tag, walkXml } from '../../sheet/index.ts';
import { Flow } from '../flow/flow.ts';
import type { Marks } from './marks.ts';
import { math, word } from './namespaces.ts';
import { indentOf, isContents, markOf, type ParagraphProperties, plainParagraph, styleOf } from './paragraph.ts';
import { isOn, type Styles } from './styles.ts';
import { count, symbolOf, value } from './values.ts';

/** Content that is none: deleted, moved away, as it was before a change, prompts, and what readings are set above. */
const skipped = new Set([
  ...['del', 'moveFrom', 'delText', 'instrText', 'delInstrText', 'rt'],
  ...['pPrChange', 'rPrChange', 'tblPrChange', 'trPrChange', 'tcPrChange', 'tblGridChange', 'sectPrChange'],
  ...['sectPr', 'tblPr', 'tblGrid', 'numberingChange', 'sdtEndPr'],
]);
/** Marks of a change inside properties say something; everywhere else they enclose content. */
const changeMarks = new Set(['del', 'moveFrom']);
/** What floats: its text is not part of the running text. */
const floating = new Set(['drawing', 'pict', 'object']);

interface Row {
  opened: boolean;
  before: number;
  hidden: boolean;
  deleted: boolean;
}

interface Cell {
  across: number;
  goesOn: boolean;
  deleted: boolean;
  opened: boolean;
}

interface Open {
  readonly row: Row | null;
  readonly cell: Cell | null;
}

/** Reads the body of a Word document, part by part as it comes. */
export class Body {
  readonly flow = new Flow();
  readonly #styles: Styles;
  readonly #marks: Marks;
  /** How deep inside skipped content. */
  #skip = 0;
  #floating = 0;
  #floatingText = '';
  #properties: ParagraphProperties | null = null;
  #inParagraphProperties = false;
  #inRunProperties = false;
  #runHidden = false;
  #text = '';
  /** What the paragraph before left over, its end being deleted. */
  #carried = '';
  #takesText = false;
  /** Fields that are open, each by whether its instruction is still going on. */
  readonly #fields: boolean[] = [];
  readonly #tables: Open[] = [];
  #row: Row | null = null;
  #cell: Cell | null = null;
  /** Content controls that are open, by whether they show a prompt. */
  readonly #controls: boolean[] = [];

  constructor(styles: Styles, marks: Marks) {
    this.#styles = styles;
    this.#marks = marks;
  }

  read(xml: string, part: string): void {
    walkXml(xml, part, {
      open: tag => this.#open(tag),
      close: (local, uri) => this.#close(local, uri),
      text: text => this.#take(text),
    });
  }

  #take(text: string): void {
    if (!this.#takesText) return;
    if (this.#floating > 0) this.#floatingText += text;
    else if (this.#skip === 0 && this.#reads) this.#text += text;
  }

  /** Text counts here: it is not hidden, no instruction of a field and no prompt. */
  get #reads(): boolean {
    return !this.#runHidden && !this.#fields.some(instruction => instruction) && !this.#controls.includes(true);
  }

  #open(tag: Tag): void {
    const { local, uri } = tag;
    if (math.has(uri)) {
      if (local === 't') this.#takesText = true;
      return;
    }
    if (!word.has(uri)) return;
    if (this.#floating > 0) {
      if (floating.has(local)) this.#floating++;
      this.#takesText = local === 't';
      if (local === 'p') this.#floatingText += ' ';
      return;
    }
    if (this.#skip > 0) {
      if (skipped.has(local)) this.#skip++;
      return;
    }
    if (skipped.has(local) && !(changeMarks.has(local) && this.#changed())) {
      this.#skip = 1;
      return;
    }
    if (floating.has(local)) {
      this.#floating = 1;
      this.#floatingText = '';
      return;
    }
    this.#openers[local]?.(tag);
  }

  /** A mark of change within properties is of the paragraph's end or of the row; it holds nothing. */
  #changed(): boolean {
    if (this.#inParagraphProperties && this.#properties) {
      if (this.#inRunProperties) this.#properties.endDeleted = true;
      return true;
    }
    if (this.#row && !this.#row.opened) {
      this.#row.deleted = true;
      return true;
    }
    return this.#inRunProperties;
  }

  readonly #openers: Readonly<Record<string, (tag: Tag) => void>> = {
    p: () => {
      this.#enterCell();
      this.#properties = plainParagraph();
      this.#text = '';
    },
    pPr: () => {
      this.#inParagraphProperties = true;
    },
    rPr: () => {
      this.#inRunProperties = true;
    },
    r: () => {
      this.#runHidden = false;
    },
    pStyle: tag => {
      if (this.#properties) this.#properties.style = value(tag) ?? null;
    },
    numId: tag => {
      if (this.#properties && this.#inParagraphProperties) this.#properties.list = value(tag) ?? null;
    },
    ilvl: tag => {
      if (this.#properties && this.#inParagraphProperties) this.#properties.level = Number(value(tag)) || 0;
    },
    ind: tag => {
      const left = value(tag, 'left') ?? value(tag, 'start');
      if (this.#properties && left !== undefined) this.#properties.left = Number(left) || 0;
    },
    vanish: tag => {
      if (this.#inRunProperties && !this.#inParagraphProperties) this.#runHidden = isOn(value(tag));
    },
    rStyle: tag => {
      if (!this.#inParagraphProperties) this.#runHidden ||= this.#styles.get(value(tag) ?? '')?.hidden ?? false;
    },
    t: () => {
      this.#takesText = true;
    },
    tab: () => this.#write(' '),
    br: tag => {
      const type = value(tag, 'type');
      if (type === undefined || type === 'textWrapping') this.#write('\n');
    },
    cr: () => this.#write('\n'),
    noBreakHyphen: () => this.#write('-'),
    sym: tag => this.#write(symbolOf(value(tag, 'char') ?? '')),
    fldChar: tag => this.#field(value(tag, 'fldCharType') ?? ''),
    sdt: () => {
      this.#controls.push(false);
    },
    showingPlcHdr: tag => {
      if (this.#controls.length > 0) this.#controls[this.#controls.length - 1] = isOn(value(tag));
    },
    tbl: () => {
      this.#enterCell();
      this.#tables.push({ row: this.#row, cell: this.#cell });
      this.#row = null;
      this.#cell = null;
      this.flow.startTable();
    },
    tr: () => {
      this.#row = { opened: false, before: 0, hidden: false, deleted: false };
    },
    gridBefore: tag => {
      if (this.#row) this.#row.before = count(value(tag), 0);
    },
    hidden: tag => {
      if (this.#row) this.#row.hidden = isOn(value(tag));
    },
    tc: () => {
      this.#enterRow();
      this.#cell = { across: 1, goesOn: false, deleted: false, opened: false };
    },
    gridSpan: tag => {
      if (this.#cell) this.#cell.across = count(value(tag), 1);
    },
    vMerge: tag => {
      if (this.#cell) this.#cell.goesOn = value(tag) !== 'restart';
    },
    cellDel: () => {
      if (this.#cell) this.#cell.deleted = true;
    },
  };

  #write(text: string): void {
    if (this.#properties && !this.#inParagraphProperties && this.#reads) this.#text += text;
  }

  #field(type: string): void {
    if (type === 'begin') this.#fields.push(true);
    else if (type === 'separate') this.#fields.splice(-1, 1, false);
    else if (type === 'end') this.#fields.pop();
  }

  /** A row is drawn once its properties are known, which come before its first cell. */
  #enterRow(): void {
    const row = this.#row;
    if (!row || row.opened) return;
    row.opened = true;
    this.flow.startRow(row.before, row.hidden);
  }

  #enterCell(): void {
    const cell = this.#cell;
    if (!cell || cell.opened) return;
    cell.opened = true;
    this.flow.startCell({ across: cell.across, down: 1, goesOn: cell.goesOn });
  }

  #close(local: string, uri: string): void {
    if (math.has(uri)) this.#takesText = false;
    if (!word.has(uri)) return;
    if (local === 't') this.#takesText = false;
    if (this.#floating > 0) {
      if (floating.has(local) && --this.#floating === 0) this.flow.leaveOut(this.#floatingText.replace(/\s+/g, ' '));
      return;
    }
    if (this.#skip > 0) {
      if (skipped.has(local)) this.#skip--;
      return;
    }
    this.#closers[local]?.();
  }

  readonly #closers: Readonly<Record<string, () => void>> = {
    p: () => this.#endParagraph(),
    pPr: () => {
      this.#inParagraphProperties = false;
    },
    rPr: () => {
      this.#inRunProperties = false;
    },
    r: () => {
      this.#runHidden = false;
    },
    sdt: () => {
      this.#controls.pop();
    },
    tc: () => {
      this.#enterCell();
      this.flow.endCell(!this.#cell?.deleted);
      this.#cell = null;
    },
    tr: () => {
      this.#enterRow();
      if (this.#row?.deleted) this.flow.dropRow();
      this.#row = null;
    },
    tbl: () => {
      this.flow.endTable();
      const outer = this.#tables.pop();
      this.#row = outer?.row ?? null;
      this.#cell = outer?.cell ?? null;
    },
  };

  #endParagraph(): void {
    const properties = this.#properties;
    if (!properties) return;
    this.#properties = null;
    if (properties.endDeleted) {
      this.#carried += this.#text;
      return;
    }
    const text = this.#carried + this.#text;
    this.#carried = '';
    const style = styleOf(properties, this.#styles);
    if (isContents(style)) return;
    const mark = this.#row?.deleted ? '' : markOf(properties, this.#styles, this.#marks);
    this.flow.paragraph(mark + text, indentOf(properties, style));
  }
}
