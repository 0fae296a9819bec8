import { parseRange, type Range } from '../address.ts';
import { literalChoices } from '../choices.ts';
import { Refusal } from '../refusal.ts';
import type { Validation } from '../workbook.ts';
import type { Tag } from '../xml.ts';
import { excelFormula, spreadsheet, spreadsheet2009 } from './namespaces.ts';
import { isTrue } from './styles.ts';

interface OpenValidation {
  readonly type: string;
  readonly operator: string;
  readonly allowBlank: boolean;
  readonly strict: boolean;
  ranges: string;
  formula1: string;
  formula2: string;
}

const parts = ['formula1', 'formula2', 'sqref'] as const;
type Part = (typeof parts)[number];

/** Reads data validations, classic ones and those of the 2009 extension, which may refer to another sheet. */
export class ValidationReader {
  readonly found: Validation[] = [];
  #open: OpenValidation | null = null;
  #part: Part | null = null;
  #rangesLeft: number;

  constructor(maxRanges: number) {
    this.#rangesLeft = maxRanges;
  }

  open(tag: Tag): void {
    if (tag.local === 'dataValidation' && isOwn(tag.uri)) {
      this.#open = {
        type: tag.attribute('type') ?? 'none',
        operator: tag.attribute('operator') ?? 'between',
        allowBlank: isTrue(tag.attribute('allowBlank')),
        strict: (tag.attribute('errorStyle') ?? 'stop') === 'stop',
        ranges: tag.attribute('sqref') ?? '',
        formula1: '',
        formula2: '',
      };
    } else if (this.#open) this.#part = parts.find(part => part === tag.local) ?? this.#part;
  }

  text(text: string): void {
    const open = this.#open;
    if (!open || !this.#part) return;
    if (this.#part === 'sqref') open.ranges += text;
    else open[this.#part] += text;
  }

  close(local: string, uri: string): void {
    if (local === this.#part && (isOwn(uri) || uri === excelFormula)) this.#part = null;
    if (local !== 'dataValidation' || !isOwn(uri) || !this.#open) return;
    const { ranges, formula1, formula2, ...rest } = this.#open;
    this.found.push({
      ...rest,
      ranges: this.#rangesOf(ranges),
      formula1: formula1.trim(),
      formula2: formula2.trim(),
      choices: rest.type === 'list' ? literalChoices(formula1) : null,
    });
    this.#open = null;
  }

  #rangesOf(text: string): readonly Range[] {
    const ranges = text.split(/\s+/).map(parseRange);
    this.#rangesLeft -= ranges.length;
    if (this.#rangesLeft < 0) throw new Refusal('workbook_too_large', { limit: 'validations' });
    return ranges.filter(range => range !== null);
  }
}

const isOwn = (uri: string): boolean => spreadsheet.has(uri) || uri === spreadsheet2009;
