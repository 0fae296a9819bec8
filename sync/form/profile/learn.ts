import type { FormProfile, ProfileCorrection, SheetCorrection, SheetProfile } from '../../model/index.ts';
import { type Grid, gridOf } from '../../outline/grid.ts';
import { addressOf, columnName, parseAddress, type Sheet, type Workbook } from '../../sheet/index.ts';
import { correctProfile } from './correct.ts';
import { titlesOf } from './similarity.ts';
import { plainTitle } from './titles.ts';
import { turnedOver } from './turned-form.ts';

/** The template that the corrections were made for, as found and as corrected. */
export interface OlderTemplate {
  readonly found: FormProfile;
  readonly profile: FormProfile;
}

/**
 * Carries a person's corrections over to a similar workbook: sheets by name, else by their titles; columns by the title
 * they stood under; header rows and cells above the table with the header that moved; single rows by what they say.
 * What no longer applies is left out.
 * @param older without it, single rows and header rows that no title names are not carried over
 */
export function learn(workbook: Workbook, corrections: ProfileCorrection, older?: OlderTemplate): ProfileCorrection {
  const found = correctProfile(workbook, []);
  const free = new Set(workbook.sheets.filter(({ state }) => state === 'visible').map(({ name }) => name));
  const pairs = corrections.map(correction => {
    const named = workbook.sheets.find(({ name }) => name === correction.sheet);
    if (named) free.delete(named.name);
    return { correction, named };
  });
  return pairs.flatMap(({ correction, named }) => {
    const sheet = named ?? renamed(workbook, correction, older, free);
    if (!sheet) return [];
    free.delete(sheet.name);
    const carried = new Carrying(sheet, correction, found, older).carried();
    return Object.keys(carried).length > 1 ? [carried] : [];
  });
}

/** Another sheet with the same titles, or one whose name differs in its numbers only. */
function renamed(
  workbook: Workbook,
  correction: SheetCorrection,
  older: OlderTemplate | undefined,
  free: ReadonlySet<string>,
): Sheet | undefined {
  const candidates = workbook.sheets.filter(({ name }) => free.has(name));
  const stem = (name: string): string => name.normalize('NFKC').replace(/[\d\s()]/g, '');
  const sameStem = candidates.find(({ name }) => stem(name) === stem(correction.sheet));
  if (sameStem) return sameStem;
  const titles = knownTitles(correction, sheetIn(older?.profile, correction.sheet));
  return titles.size < 2 ? undefined : candidates.find(sheet => headerRowOf(gridOf(sheet, mostRows), titles) !== null);
}

const mostRows = 2000;

const sheetIn = (profile: FormProfile | undefined, name: string): SheetProfile | undefined =>
  profile?.sheets.find(sheet => sheet.name === name);

/** Titles that the correction or the older profile names. */
const knownTitles = (correction: SheetCorrection, older: SheetProfile | undefined): ReadonlySet<string> =>
  new Set(
    [
      ...Object.values(correction.columns ?? {}).flatMap(place => (place ? [plainTitle(place.title)] : [])),
      ...Object.values(correction.resultTicks ?? {}).map(({ title }) => plainTitle(title)),
      ...(older ? titlesOf(older) : []),
    ].filter(title => title !== ''),
  );

/** The first row with at least half of the titles, those of up to two rows below it counted; null when there is none. */
function headerRowOf(grid: Grid, titles: ReadonlySet<string>): number | null {
  for (const { row, cells } of grid.rows) {
    if (cells.length < 2 || !cells.some(({ text }) => titles.has(plainTitle(text)))) continue;
    const near = [row, row + 1, row + 2].flatMap(at => grid.cellsOf(at).map(({ text }) => plainTitle(text)));
    if (new Set(near.filter(title => titles.has(title))).size * 2 >= titles.size) return row;
  }
  return null;
}

interface ColumnPlace {
  readonly column: string;
  readonly title: string;
}
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

class Carrying {
  readonly #correction: SheetCorrection;
  readonly #sheet: Sheet;
  readonly #grid: Grid;
  readonly #now: SheetProfile | undefined;
  readonly #before: { readonly found: SheetProfile | undefined; readonly profile: SheetProfile | undefined };
  /** Where the header stands now; null when nothing like it is there. */
  readonly #top: number | null;
  readonly #isTitled: boolean;
  /** Rows and columns are told as if the sheet were turned over its diagonal; cells above the table are not. */
  readonly #isTurned: boolean;

  constructor(sheet: Sheet, correction: SheetCorrection, found: FormProfile, older: OlderTemplate | undefined) {
    this.#correction = correction;
    this.#sheet = sheet;
    const turned = turnedOver(sheet, correction);
    this.#isTurned = turned !== null;
    this.#grid = gridOf(turned ?? sheet, mostRows);
    this.#now = sheetIn(found, sheet.name);
    this.#before = {
      found: sheetIn(older?.found, correction.sheet),
      profile: sheetIn(older?.profile, correction.sheet),
    };
    const titles = knownTitles(correction, this.#before.profile);
    this.#isTitled = titles.size > 0;
    this.#top = this.#isTitled ? headerRowOf(this.#grid, titles) : (this.#now?.headerRows[0] ?? null);
  }

  carried(): SheetCorrection {
    const { isForm, fillLocked, columns, resultTicks, addRows, dropRows } = this.#correction;
    const carried: Mutable<SheetCorrection> = { sheet: this.#sheet.name };
    if (isForm !== undefined) carried.isForm = isForm;
    if (fillLocked !== undefined) carried.fillLocked = fillLocked;
    const header = this.#headerRows();
    if (header) carried.headerRows = header;
    const moved = this.#movedColumns(columns ?? {});
    if (Object.keys(moved).length > 0) carried.columns = moved;
    if (resultTicks === null) carried.resultTicks = null;
    const ticks = this.#movedColumns(resultTicks ?? {}) as Record<string, ColumnPlace>;
    if (Object.keys(ticks).length > 0) carried.resultTicks = ticks;
    for (const key of ['agencyCell', 'periodCell', 'dateCell'] as const) {
      const cell = this.#cell(this.#correction[key]);
      if (cell !== undefined) carried[key] = cell;
    }
    const signOff = this.#signOffRow();
    if (signOff !== undefined) carried.signOffRow = signOff;
    const add = this.#rowsThatSay(this.#before.profile, addRows, this.#rowsByText());
    if (add.length > 0) carried.addRows = add;
    const drop = this.#rowsThatSay(this.#before.found, dropRows, rowsOf(this.#now));
    if (drop.length > 0) carried.dropRows = drop;
    return carried;
  }

  /** Where the header stood before, if that is known. */
  get #oldTop(): number | null {
    return this.#correction.headerRows?.[0] ?? this.#before.profile?.headerRows[0] ?? null;
  }

  #headerRows(): [number, number] | undefined {
    const rows = this.#correction.headerRows;
    if (!rows || this.#top === null || !this.#isTitled) return undefined;
    return [this.#top, this.#top + rows[1] - rows[0]];
  }

  /** What no column held before is held by none now; columns whose title is gone are left out. */
  #movedColumns(columns: Readonly<Record<string, ColumnPlace | null>>): Record<string, ColumnPlace | null> {
    const moved: Record<string, ColumnPlace | null> = {};
    for (const [field, place] of Object.entries(columns)) {
      const column = place && this.#columnOf(place);
      if (place === null || column) moved[field] = place && { ...place, column: column! };
    }
    return moved;
  }

  /** The column under the same title; the one at its old place where several have it. */
  #columnOf({ column, title }: ColumnPlace): string | null {
    const word = plainTitle(title);
    const top = this.#top;
    if (word === '' || top === null) return null;
    const rows = [top - 1, top, top + 1, top + 2].flatMap(row => this.#grid.cellsOf(row));
    const same = rows.filter(({ text }) => plainTitle(text) === word).map(({ left }) => columnName(left));
    return same.includes(column) ? column : (same[0] ?? null);
  }

  /** Cells above the table move with it; those below are found anew. */
  #cell(cell: string | null | undefined): string | null | undefined {
    const place = cell ? parseAddress(cell) : null;
    if (!cell || !place) return cell;
    if (this.#isTurned) return undefined;
    const [before, now] = [this.#oldTop ?? this.#top, this.#top];
    if (before === null || now === null || place.row >= before) return undefined;
    const row = place.row + now - before;
    return row >= 1 ? addressOf(row, place.column) : undefined;
  }

  #signOffRow(): number | null | undefined {
    const { signOffRow } = this.#correction;
    if (typeof signOffRow !== 'number') return signOffRow;
    if (this.#isTurned) return undefined;
    const [before, now] = [this.#before.profile?.rows.at(-1)?.row, this.#now?.rows.at(-1)?.row];
    if (before === undefined || now === undefined) return undefined;
    const row = signOffRow + now - before;
    return this.#grid.cellsOf(row).length > 0 ? row : undefined;
  }

  #rowsThatSay(
    before: SheetProfile | undefined,
    rows: readonly number[] | undefined,
    now: ReadonlyMap<string, number>,
  ): number[] {
    const wanted = new Set(rows);
    const texts = before?.rows.filter(({ row }) => wanted.has(row)).map(({ text }) => plain(text)) ?? [];
    return texts.flatMap(text => now.get(text) ?? []);
  }

  #rowsByText(): ReadonlyMap<string, number> {
    return new Map(
      [...this.#grid.rows].reverse().flatMap(({ row, cells }) => cells.map(({ text }) => [plain(text), row] as const)),
    );
  }
}

const plain = (text: string): string =>
  text.normalize('NFKC').replace(/^[\s\p{P}\p{N}一二三四五六七八九十]+|[\s\p{P}]/gu, '');

const rowsOf = (sheet: SheetProfile | undefined): ReadonlyMap<string, number> =>
  new Map(sheet?.rows.map(({ text, row }) => [plain(text), row]));
