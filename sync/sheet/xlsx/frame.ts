import { lastColumn, parseRange, type Range } from '../address.ts';
import { Refusal } from '../refusal.ts';
import type { ColumnSpan, Validation } from '../workbook.ts';
import type { Tag } from '../xml.ts';
import { relationshipId, spreadsheet } from './namespaces.ts';
import { isTrue } from './styles.ts';
import { ValidationReader } from './validation-reader.ts';

/** A hyperlink before its relationship is followed. */
export interface Link {
  readonly range: Range;
  /** Of the address outside; null for a link inside the workbook. */
  readonly id: string | null;
  readonly location: string | null;
}

const maxRanges = 200_000;
const maxTables = 10_000;
export const tooMany = (limit: string): Refusal => new Refusal('workbook_too_large', { limit });

/** Everything of a worksheet part that stands before and after its cells. Feed it the elements outside of `sheetData`. */
export class Frame {
  readonly merges: Range[] = [];
  readonly columns: ColumnSpan[] = [];
  /** Relationship ids of its tables. */
  readonly tableIds: string[] = [];
  readonly links: Link[] = [];
  protected = false;
  /** Ranges that anybody may change in spite of the protection. */
  readonly openRanges: Range[] = [];
  /** In characters; null where the file leaves it to the program. */
  defaultWidth: number | null = null;
  /** In points; `fixed` when rows do not grow by themselves. */
  defaultHeight: { readonly points: number; readonly fixed: boolean } | null = null;
  readonly #validations = new ValidationReader(maxRanges);

  get validations(): readonly Validation[] {
    return this.#validations.found;
  }

  open(tag: Tag): void {
    this.#validations.open(tag);
    if (spreadsheet.has(tag.uri) && Object.hasOwn(opens, tag.local)) opens[tag.local]!(this, tag);
  }

  text(text: string): void {
    this.#validations.text(text);
  }

  close(local: string, uri: string): void {
    this.#validations.close(local, uri);
  }
}

/** By element (ISO/IEC 29500-1, 18.3.1). */
const opens: Readonly<Record<string, (frame: Frame, tag: Tag) => void>> = {
  sheetFormatPr: (frame, tag) => {
    frame.defaultWidth = numberOr(tag.attribute('defaultColWidth'), null);
    const points = numberOr(tag.attribute('defaultRowHeight'), null);
    frame.defaultHeight = points === null ? null : { points, fixed: isTrue(tag.attribute('customHeight')) };
  },
  mergeCell: ({ merges }, tag) => {
    const range = parseRange(tag.attribute('ref') ?? '');
    if (range && (range.top < range.bottom || range.left < range.right)) merges.push(range);
    if (merges.length > maxRanges) throw tooMany(`${maxRanges} merged cells`);
  },
  col: ({ columns }, tag) => {
    columns.push(columnSpan(tag));
    if (columns.length > lastColumn) throw tooMany(`${lastColumn} columns`);
  },
  sheetProtection: (frame, tag) => {
    frame.protected = isTrue(tag.attribute('sheet'));
  },
  protectedRange: ({ openRanges }, tag) => {
    if (['password', 'hashValue', 'securityDescriptor'].some(name => tag.attribute(name) !== undefined)) return;
    const ranges = (tag.attribute('sqref') ?? '').split(/\s+/).map(parseRange);
    openRanges.push(...ranges.filter(range => range !== null));
    if (openRanges.length > maxRanges) throw tooMany(`${maxRanges} ranges`);
  },
  tablePart: ({ tableIds }, tag) => {
    tableIds.push(tag.attributeOf(relationshipId, 'id') ?? '');
    if (tableIds.length > maxTables) throw tooMany(`${maxTables} tables`);
  },
  hyperlink: ({ links }, tag) => {
    const range = parseRange(tag.attribute('ref') ?? '');
    const id = tag.attributeOf(relationshipId, 'id') ?? null;
    if (range) links.push({ range, id, location: tag.attribute('location') ?? null });
    if (links.length > maxRanges) throw tooMany(`${maxRanges} links`);
  },
};

export const numberOr = <T>(text: string | undefined, otherwise: T): number | T => {
  const value = Number(text);
  return text !== undefined && Number.isFinite(value) ? value : otherwise;
};

function columnSpan(tag: Tag): ColumnSpan {
  const from = numberOr(tag.attribute('min'), 1);
  return {
    from,
    to: numberOr(tag.attribute('max'), from),
    width: numberOr(tag.attribute('width'), null),
    hidden: isTrue(tag.attribute('hidden')),
    styleIndex: numberOr(tag.attribute('style'), null),
  };
}
