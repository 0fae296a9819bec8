import { type Issue, type ProfileCorrection, type SheetCorrection, sheetCorrection } from '../../model/index.ts';
import { columnNumber, parseAddress, type Sheet, type Sheets } from '../../sheet/index.ts';
import { doubt } from './doubts.ts';
import { turnedOver } from './turned-form.ts';

/** Corrections that can be followed, and one issue for each part that cannot. */
export interface Tenable {
  readonly corrections: ReadonlyMap<string, SheetCorrection>;
  readonly issues: readonly Issue[];
}

/** A person corrects what they see; this many rows tell how far a sheet reaches to the right. */
const rowsLookedAt = 2000;

interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/** What the sheet uses, and one row and column more, which somebody may want to begin. */
function extentOf({ rows, merges }: Sheet): Extent {
  const widths = rows.slice(0, rowsLookedAt).map(({ cells }) => cells.at(-1)?.column ?? 0);
  const columns = [...widths, ...merges.map(({ right }) => right)].reduce((most, width) => Math.max(most, width), 0);
  return { rows: (rows.at(-1)?.row ?? 0) + 1, columns: columns + 1 };
}

type Part = Exclude<keyof SheetCorrection, 'sheet'>;
type Value<P extends Part> = SheetCorrection[P];

const asIs = <P extends Part>(value: Value<P>): Value<P> => value;
const isColumn = (letters: string, { columns }: Extent): boolean => {
  const column = columnNumber(letters);
  return column > 0 && column <= columns;
};
function isPlace(address: string, { rows, columns }: Extent): boolean {
  const place = parseAddress(address);
  return place !== null && place.row <= rows && place.column <= columns;
}
const cell = (value: string | null | undefined, extent: Extent) =>
  value == null || isPlace(value, extent) ? value : undefined;
const rowList = (value: readonly number[] | undefined, { rows }: Extent) => value?.filter(row => row <= rows);

/** Parts that a sheet with its titles in a column is told turned in. */
const turnedParts: ReadonlySet<Part> = new Set(['columns', 'resultTicks', 'addRows', 'dropRows']);

/** What of a part lies on the sheet; nothing of it where undefined. */
const onSheet: { readonly [P in Part]: (value: Value<P>, extent: Extent) => Value<P> } = {
  isForm: asIs<'isForm'>,
  fillLocked: asIs<'fillLocked'>,
  headerRows: (value, { rows }) => (value && value[1] < rows ? value : undefined),
  columns: (value, extent) => {
    const kept = Object.entries(value ?? {}).filter(([, place]) => place === null || isColumn(place.column, extent));
    return kept.length > 0 ? (Object.fromEntries(kept) as Value<'columns'>) : undefined;
  },
  resultTicks: (value, extent) => {
    if (!value) return value;
    const kept = Object.entries(value).filter(([, place]) => isColumn(place.column, extent));
    return kept.length > 0 ? Object.fromEntries(kept) : undefined;
  },
  agencyCell: cell,
  periodCell: cell,
  dateCell: cell,
  signOffRow: (value, { rows }) => (value == null || value <= rows ? value : undefined),
  addRows: rowList,
  dropRows: rowList,
};

const parts = Object.keys(onSheet) as readonly Part[];

/** Counts what a part names, to tell whether some of it was left out. */
const size = (value: unknown): number => (value && typeof value === 'object' ? Object.keys(value).length : 1);

const mostShown = 60;

/** The rows, columns or cells that a part names. */
function named(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  if ('column' in value) return [String(value.column)];
  return Object.values(value).slice(0, mostShown).flatMap(named);
}

function shown(value: unknown): string {
  const text = named(value).join('、');
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}

function follow<P extends Part>(
  part: P,
  given: Value<P>,
  extent: Extent,
): { readonly kept: Value<P> | undefined; readonly whole: boolean } {
  const parsed = sheetCorrection.shape[part].safeParse(given);
  if (!parsed.success) return { kept: undefined, whole: false };
  const kept = onSheet[part](given, extent);
  return { kept, whole: kept === given || (kept !== undefined && size(kept) === size(given)) };
}

/**
 * Sorts out corrections that no form can follow, whoever made them: of sheets, rows and columns that are not there, of headers
 * that reach over half the sheet. What remains is laid over what is found; each part left out is told, never followed halfway
 * in silence.
 */
export function tenable({ sheets }: Sheets, corrections: ProfileCorrection): Tenable {
  const kept = new Map<string, SheetCorrection>();
  const issues: Issue[] = [];
  for (const correction of corrections) {
    const name = correction.sheet;
    const sheet = sheets.find(each => each.name === name);
    if (!sheet || kept.has(name)) {
      issues.push(doubt(sheet ? 'form_correction_repeated' : 'form_correction_sheet', 'warning', { sheet: name }));
      continue;
    }
    const extent = extentOf(sheet);
    const speaksOfTable = parts.some(part => turnedParts.has(part) && correction[part] !== undefined);
    const turned = speaksOfTable ? turnedOver(sheet, correction) : null;
    const ofTable = turned ? extentOf(turned) : extent;
    const followed = parts
      .filter(part => correction[part] !== undefined)
      .map(part => ({ part, ...follow(part, correction[part], turnedParts.has(part) ? ofTable : extent) }));
    const left = followed.filter(({ whole }) => !whole);
    issues.push(
      ...left.map(({ part }) =>
        doubt('form_correction_refused', 'warning', {
          sheet: name,
          what: `{template.field.${part}}`,
          value: shown(correction[part]),
        }),
      ),
    );
    kept.set(name, {
      sheet: name,
      ...Object.fromEntries(followed.flatMap(({ part, kept: value }) => (value === undefined ? [] : [[part, value]]))),
    });
  }
  return { corrections: kept, issues };
}
