import { type Issue, say } from '../../model/index.ts';
import type { Block, OutlineDocument, Place } from '../document.ts';
import { excerpt, type NoteCode } from '../note.ts';
import { type CellSpan, TableDraft } from './table.ts';

interface OpenCell {
  readonly span: CellSpan;
  readonly blocks: Block[];
}

interface OpenTable {
  readonly draft: TableDraft;
  /** What its cells hold, while it may yet turn out to be a mere frame of one cell. */
  only: readonly Block[] | null;
  cell: OpenCell | null;
}

/** More than any plan has; a document may hold a million cells. */
const mostTexts = 60_000;

/**
 * The running text of a word processor while it is read: paragraphs and tables, tables in cells of tables. A table of one
 * cell is a frame around its content, which then stands in the document itself; a table within a cell is read as lines of
 * that cell.
 */
export class Flow {
  readonly #blocks: Block[] = [];
  readonly #tables: OpenTable[] = [];
  readonly #issues: Issue[] = [];
  #paragraphs = 0;
  #named = 0;
  #texts = 0;
  #cut = false;

  /** Where the next paragraph stands. */
  get place(): Place {
    return { line: this.#paragraphs + 1 };
  }

  paragraph(raw: string, indent: number): void {
    this.#paragraphs++;
    const text = raw.replace(/[ \t\u00a0]*\n[ \t\u00a0]*/g, '\n').trim();
    if (text === '') return;
    if (++this.#texts > mostTexts) {
      if (!this.#cut) this.say('document_cut', 'error', { limit: mostTexts });
      this.#cut = true;
      return;
    }
    const place = { line: this.#paragraphs };
    this.#here.push({ kind: 'paragraph', text, place, whole: true, indent });
  }

  get #here(): Block[] {
    return this.#tables.at(-1)?.cell?.blocks ?? this.#blocks;
  }

  startTable(): void {
    const inside = this.#tables.length > 0;
    if (!inside) this.#named++;
    this.#tables.push({ draft: new TableDraft(`表${this.#named}`, this.place), only: null, cell: null });
  }

  startRow(before: number, hidden: boolean): void {
    this.#tables.at(-1)?.draft.startRow(before, hidden);
  }

  dropRow(): void {
    this.#tables.at(-1)?.draft.dropRow();
  }

  passColumns(many: number): void {
    this.#tables.at(-1)?.draft.passColumns(many);
  }

  startCell(span: CellSpan): void {
    const table = this.#tables.at(-1);
    if (table) table.cell = { span, blocks: [] };
  }

  /** @param keep false for a cell that was deleted */
  endCell(keep = true): void {
    const table = this.#tables.at(-1);
    if (!table?.cell) return;
    const { span, blocks } = table.cell;
    table.cell = null;
    if (!keep) return;
    table.draft.add(span, blocks.map(textOf).join('\n'));
    table.only = table.draft.count === 1 ? blocks : null;
  }

  endTable(): void {
    const table = this.#tables.pop();
    if (!table) return;
    if (table.only) this.#here.push(...table.only);
    else this.#here.push(table.draft.finish());
  }

  say(code: NoteCode, severity: Issue['severity'], params: Record<string, string | number>): void {
    const message = say(code, 'zh-TW', params);
    this.#issues.push({ code, severity, message, params, line: Math.max(1, this.#paragraphs) });
  }

  /** Text that floats beside the running text has no place in it. */
  leaveOut(text: string): void {
    const words = text.trim();
    if (words !== '' && this.#issues.length < 200) this.say('text_box_left_out', 'warning', { text: excerpt(words) });
  }

  finish(): { readonly document: OutlineDocument; readonly issues: readonly Issue[] } {
    return { document: { blocks: this.#blocks }, issues: this.#issues };
  }
}

/** A table in a cell, row by row. */
function textOf(block: Block): string {
  if (block.kind === 'paragraph') return block.text;
  return block.grid.rows.map(({ cells }) => cells.map(({ text }) => text).join(' ')).join('\n');
}
