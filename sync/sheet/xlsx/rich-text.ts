import type { Emphasis } from '../emphasis.ts';
import type { Tag } from '../xml.ts';
import { spreadsheet } from './namespaces.ts';

const escaped = /_x([0-9A-Fa-f]{4})_/g;
/** Control characters but tab and line feed: no person sees them, and neither JSON readers nor databases agree on them. */
const unseen = /[^\P{Cc}\t\n]/gu;
const hasUnseen = new RegExp(unseen.source, 'u');

/** Undoes the escapes of ST_Xstring (ISO/IEC 29500-1, 22.9.2.19) and gives lines the one ending \n. */
export function plainText(raw: string): string {
  const text = raw.includes('_x')
    ? raw.replace(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : raw;
  return seenText(text);
}

/** What a person sees of a text: its lines end in one way, and controls and halves of characters are left out or replaced. */
export function seenText(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const clean = hasUnseen.test(lines) ? lines.replace(unseen, '') : lines;
  return clean.isWellFormed() ? clean : clean.toWellFormed();
}

const blankEnds = /^[ \t\r\n]+|[ \t\r\n]+$/g;
/** A run that does not say that the blanks at its ends are its own. */
export const trimmed = (run: string): string =>
  run.charCodeAt(0) > 32 && run.charCodeAt(run.length - 1) > 32 ? run : run.replace(blankEnds, '');

/** How a text that is more than its letters is written. */
export interface Look {
  /** In runs that differ in weight, slant, lines, colour or height; programs also split texts that look alike all over. */
  readonly isRich: boolean;
  /** With its pronunciation above it. */
  readonly isPhonetic: boolean;
  readonly runs: readonly Run[];
}

/** A stretch of text with properties of its own, as it is written. */
export interface Run {
  readonly raw: string;
  /** What `emphasisIn` understands; null for a run that looks as its cell does. */
  readonly emphasis: string | null;
}

/** Gathers the text of one `si` or `is` element: runs joined, phonetic runs left out. Feed it the elements inside. */
export class RichText {
  #text = '';
  #run: string | null = null;
  #preserve = false;
  #phonetic = 0;
  /** Emphasis of the run that is read, and of those before it. */
  #emphasis: string | null = null;
  readonly #emphases = new Set<string>();
  #runs: Run[] = [];
  #runStart = 0;
  #hasProperties = false;
  #isPhonetic = false;
  #look: Look | null = null;

  /** What the text taken last looked like; null when it was plain. */
  get look(): Look | null {
    return this.#look;
  }

  open(tag: Tag): void {
    if (!spreadsheet.has(tag.uri)) return;
    if (tag.local === 'rPh') {
      this.#phonetic++;
      this.#isPhonetic = true;
    } else if (tag.local === 'r') {
      this.#emphasis = '';
      this.#hasProperties = false;
      this.#runStart = this.#text.length;
    } else if (tag.local === 'rPr') this.#hasProperties = true;
    else if (this.#emphasis !== null && emphasising.has(tag.local)) this.#emphasis += emphasisOf(tag);
    if (tag.local !== 't' || this.#phonetic > 0) return;
    this.#run = '';
    this.#preserve = tag.attributeOf(xml, 'space') === 'preserve';
  }

  text(text: string): void {
    if (this.#run !== null) this.#run += text;
  }

  close(local: string, uri: string): void {
    if (!spreadsheet.has(uri)) return;
    if (local === 'rPh') this.#phonetic--;
    if (local === 'r' && this.#emphasis !== null) {
      this.#emphases.add(this.#emphasis);
      const raw = this.#text.slice(this.#runStart);
      this.#runs.push({ raw, emphasis: this.#hasProperties ? this.#emphasis : null });
      this.#emphasis = null;
    }
    if (local !== 't' || this.#run === null) return;
    this.#text += this.#preserve ? this.#run : trimmed(this.#run);
    this.#run = null;
  }

  /** The text gathered so far; starts the next one. */
  take(): string {
    const text = plainText(this.#text);
    const isRich = this.#emphases.size > 1;
    const runs = this.#runs;
    const isEmphasised = runs.some(({ emphasis }) => emphasis);
    this.#look = isEmphasised || this.#isPhonetic ? { isRich, isPhonetic: this.#isPhonetic, runs } : null;
    this.#emphases.clear();
    if (runs.length > 0) this.#runs = [];
    this.#emphasis = null;
    this.#isPhonetic = false;
    this.#text = '';
    this.#run = null;
    this.#phonetic = 0;
    return text;
  }
}

export const emphasising: ReadonlySet<string> = new Set(['b', 'i', 'u', 'strike', 'color', 'vertAlign']);
const off: ReadonlySet<string | undefined> = new Set(['0', 'false', 'none', 'baseline']);

export function emphasisOf(tag: Tag): string {
  if (tag.local === 'color') return `color ${tag.attribute('rgb') ?? ''} ${tag.attribute('theme') ?? ''};`;
  const value = tag.attribute('val');
  return off.has(value) ? '' : `${tag.local} ${value === 'true' ? '1' : (value ?? '1')};`;
}

const automatic = /^(?: *|[0-9A-Fa-f]{0,2}000000 *| [01])$/;

/** What the emphasis of a run means; colours are named as in the file. */
export function emphasisIn(emphasis: string): Emphasis {
  const color = /color ([^;]*);/.exec(emphasis)?.[1] ?? '';
  return {
    bold: emphasis.includes('b 1;'),
    underline: /(?:^|;)u /.test(emphasis),
    strike: emphasis.includes('strike 1;'),
    color: automatic.test(color) ? null : color.trim(),
  };
}

const xml: ReadonlySet<string> = new Set(['http://www.w3.org/XML/1998/namespace']);
