import type { ProfileCells, ProfileDecision, SheetCorrection } from '../../model/index.ts';
import { gridOf } from '../../outline/grid.ts';
import { columnName, type Sheet } from '../../sheet/index.ts';
import { toldAcross } from '../across.ts';
import { doubt } from './doubts.ts';
import { isSignOff } from './outside-rows.ts';
import { parsePeriod } from './period.ts';
import { preambleCells } from './preamble-cells.ts';
import { corrected, profileSheet, type SheetFinding } from './sheet.ts';
import { type TitleField, titleOf } from './titles.ts';
import { type Band, turned, turnedAddress } from './turn.ts';

/** A form whose titles stand below each other has few of them, and no more rows across than a page is wide. */
const mostTitles = 200;
const mostAcross = 500;
const fewest = 3;

interface Titled {
  readonly column: number;
  readonly band: Band;
}

/** The first column in which three titles of different fields or more stand below each other, and the rows that they head. */
function titledColumn(sheet: Sheet): Titled | null {
  const columns = new Map<number, { readonly fields: Set<TitleField>; rows: number[] }>();
  for (const { row, cells } of sheet.rows) {
    if (row > mostTitles) break;
    for (const { column, text } of cells) {
      if (column > mostAcross) break;
      const title = text.length > 60 ? null : titleOf(text.trim());
      if (!title) continue;
      const found = columns.get(column) ?? { fields: new Set(), rows: [] };
      columns.set(column, found);
      found.fields.add(title.field);
      found.rows.push(row);
    }
  }
  const [best] = [...columns].filter(([, { fields }]) => fields.size >= fewest).sort(([a], [b]) => a - b);
  if (!best) return null;
  const [column, { rows }] = best;
  return { column, band: [rows[0]!, endOf(sheet, column, rows)] };
}

/** The last title's row, or that of the block that it is merged over. */
const endOf = (sheet: Sheet, column: number, rows: readonly number[]): number =>
  sheet.mergeAt(rows.at(-1)!, column)?.bottom ?? rows.at(-1)!;

/**
 * The sheet as its form is told: turned over its diagonal where titles stand in a column and no table stands upright. A person
 * who says in which rows the titles stand says that it is upright.
 */
export function turnedOver(sheet: Sheet, correction: SheetCorrection | null): Sheet | null {
  if (correction?.isForm === false || correction?.headerRows) return null;
  const titled = titledColumn(sheet);
  return titled && profileSheet(sheet, null) === null ? turned(sheet, titled.band) : null;
}

/**
 * Reads a form whose titles stand in a column and whose rows run across. It is found as if the sheet were turned over its
 * diagonal, and told so too (`turned`), but every cell is named as it stands. Null when there is none.
 */
export function profileTurned(sheet: Sheet, correction: SheetCorrection | null): SheetFinding | null {
  const titled = titledColumn(sheet);
  const finding = titled && profileSheet(turned(sheet, titled.band), correction && toldTurned(correction));
  if (!titled || !finding || finding.profile.rows.length + (correction?.dropRows?.length ?? 0) === 0) return null;
  const [first, last] = titled.band;
  const grid = gridOf(sheet);
  const outside = grid.rows.filter(({ row }) => row < first || row > last);
  const above = outside.filter(({ row }) => row < first);
  const cells = preambleCells(grid, sheet, outside, first);
  const { profile } = finding;
  const titles = above.flatMap(row => row.cells.map(({ text }) => text));
  return {
    profile: {
      ...profile,
      turned: true,
      rows: profile.rows.map(row => ({ ...row, cells: turnedCells(row.cells) })),
      agencyCell: corrected(correction?.agencyCell, cells.agency?.cell ?? null),
      periodCell: corrected(correction?.periodCell, cells.period?.cell ?? null),
      dateCell: corrected(correction?.dateCell, cells.date?.cell ?? null),
      signOffRow: corrected(
        correction?.signOffRow,
        outside.find(row => row.row > last && isSignOff(row.cells))?.row ?? null,
      ),
      decisions: profile.decisions.map(turnedDecision),
    },
    agencyName: cells.agency?.value || null,
    period: cells.period && parsePeriod(cells.period.value),
    titles,
    issues: [
      doubt('form_turned', 'info', { sheet: sheet.name, column: columnName(titled.column), row: first }),
      ...finding.issues.map(toldAcross),
    ],
  };
}

/** What a person says of the rows and columns of such a form is said as the profile tells them, turned. */
const toldTurned = ({ sheet, columns, resultTicks, addRows, dropRows }: SheetCorrection): SheetCorrection => ({
  sheet,
  ...(columns && { columns }),
  ...(resultTicks !== undefined && { resultTicks }),
  ...(addRows && { addRows }),
  ...(dropRows && { dropRows }),
});

const turnedCells = ({ resultTicks, ...cells }: ProfileCells): ProfileCells => {
  const named = (places: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(places).map(([name, address]) => [name, turnedAddress(address)]));
  return { ...named(cells as Record<string, string>), ...(resultTicks ? { resultTicks: named(resultTicks) } : {}) };
};

const turnedDecision = (decision: ProfileDecision): ProfileDecision => ({
  ...decision,
  cells: decision.cells.map(turnedAddress),
});
