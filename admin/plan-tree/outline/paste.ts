import { cadencesIn, isUnitGroup, type PlanNode, parseBareMark } from '../../../sync/model/index.ts';
import { monthsIn, unitNamesIn } from './cells.ts';
import { cellsOf } from './clipboard.ts';
import { rankOf, splitLabel } from './numbering.ts';

type Cells = readonly string[];
/** What a column of a pasted block holds. */
type Kind = 'label' | 'text' | 'units' | 'months' | 'remarks' | 'nothing';

const headings: readonly (readonly [Kind, RegExp])[] = [
  ['text', /^(?:執行|實施|工作)?(?:要項|重點|步驟|方法|項目|內容|策略|具體作法)/],
  ['units', /單位|課室|主辦|協辦/],
  ['months', /期限|期程|月份|完成日/],
  ['remarks', /備註|備考|備言|說明/],
  ['label', /^(?:項次|編號|序號|NO\.?)$/i],
];

const headingOf = (cell: string): Kind | undefined => headings.find(([, pattern]) => pattern.test(cell))?.[0];

/** The first row when most of it are headings of a plan table. */
function headingRow(rows: readonly Cells[]): readonly Kind[] | null {
  const first = rows[0] ?? [];
  const filled = first.filter(cell => cell !== '');
  if (rows.length < 2 || filled.length < 2 || filled.some(cell => cell.length > 12)) return null;
  const known = filled.filter(headingOf);
  return known.length >= Math.max(2, filled.length - 1) ? first.map(cell => headingOf(cell) ?? 'nothing') : null;
}

const isLabel = (cell: string): boolean => parseBareMark(cell) !== null;

const isUnits = (cell: string, isUnit: (name: string) => boolean): boolean => {
  const names = unitNamesIn(cell);
  return (
    names.length > 0 &&
    names.every(name => isUnit(name) || isUnitGroup(name) || /^.{1,8}(?:課|室|科|組|股)$/.test(name))
  );
};

/** Without headings, what most filled cells of a column look like. */
function guessed(column: readonly string[], isUnit: (name: string) => boolean): Kind {
  const filled = column.filter(cell => cell !== '');
  const most = (test: (cell: string) => boolean) => filled.filter(test).length * 2 > filled.length;
  if (filled.length === 0) return 'nothing';
  if (most(cell => monthsIn(cell) !== null)) return 'months';
  if (most(isLabel)) return 'label';
  return most(cell => isUnits(cell, isUnit)) ? 'units' : 'text';
}

function kindsOf(rows: readonly Cells[], isUnit: (name: string) => boolean): readonly Kind[] {
  const width = Math.max(...rows.map(row => row.length));
  return Array.from({ length: width }, (_, column) =>
    guessed(
      rows.map(row => row[column] ?? ''),
      isUnit,
    ),
  );
}

interface Found {
  readonly level: number;
  readonly node: Omit<PlanNode, 'children'>;
}

/** The nodes of one pasted row: one for each text cell, the rightmost with the row's units, months and remarks. */
function nodesIn(cells: Cells, kinds: readonly Kind[]): readonly Found[] {
  const columns = kinds.flatMap((kind, column) => (kind === 'text' ? [column] : []));
  const all = (kind: Kind) => cells.filter((cell, column) => kinds[column] === kind && cell !== '');
  const marks = all('label').map(cell => parseBareMark(cell)?.label ?? cell);
  const filled = columns.flatMap((column, level) => (cells[column] ? [{ level, text: cells[column] }] : []));
  return filled.map(({ level, text }, n) => {
    const own = splitLabel(text);
    const last = n === filled.length - 1;
    return {
      level,
      node: {
        label: own.label ?? (last ? (marks.at(-1)?.slice(0, 20) ?? null) : null),
        text: own.text,
        units: last ? all('units').flatMap(unitNamesIn) : [],
        checkMonths: last ? all('months').flatMap(cell => monthsIn(cell) ?? []) : [],
        cadence: last ? [...cadencesIn([text, ...all('months')].join('\n'))] : [],
        remarks: last ? all('remarks').join('\n') : '',
      },
    };
  });
}

interface Growing extends Omit<PlanNode, 'children'> {
  readonly children: Growing[];
}

/** Nests nodes by level: each stands under the nearest one before it that is on a higher level. */
function grow(found: readonly Found[]): readonly PlanNode[] {
  const top: Growing[] = [];
  const path: { readonly level: number; readonly node: Growing }[] = [];
  for (const { level, node } of found) {
    const grown: Growing = { ...node, children: [] };
    while (path.length > 0 && path.at(-1)!.level >= level) path.pop();
    (path.at(-1)?.node.children ?? top).push(grown);
    path.push({ level, node: grown });
  }
  return top;
}

/** In a single text column, numbering says how deep a row stands; a row without it stands beside the one before. */
function byNumbering(found: readonly Found[]): readonly Found[] {
  let level = 0;
  return found.map(one => {
    level = one.node.label === null ? level : (rankOf(one.node.label) ?? level);
    return { ...one, level };
  });
}

/**
 * Rows copied out of a spreadsheet (or lines of any text) as nodes of a plan. Text columns from left to right are levels and a
 * blank cell at the left means "as above"; with one text column the numbering tells the level. Units and months are
 * told by headings when the block has them, else by what the cells hold.
 * @param isUnit whether a name is one of the agency's units
 */
export function nodesFromClipboard(text: string, isUnit: (name: string) => boolean): readonly PlanNode[] {
  const rows = cellsOf(text);
  if (rows.length === 0) return [];
  const headed = headingRow(rows);
  const body = headed ? rows.slice(1) : rows;
  const kinds = headed ?? kindsOf(body, isUnit);
  const usable = kinds.includes('text') ? kinds : kinds.map((kind, column) => (column === 0 ? 'text' : kind));
  const found = body.flatMap(cells => nodesIn(cells, usable));
  return grow(usable.filter(kind => kind === 'text').length > 1 ? found : byNumbering(found));
}
