import { type FormField, filledFields, formFields, type SheetProfile } from '../../../sync/model/index.ts';
import {
  type SheetChange,
  setAsks,
  setColumn,
  setHeaderRows,
  setNamedCell,
  setSignOff,
  setTitles,
  setUpright,
  type Understood,
} from '../corrections/correct.ts';
import type { Place } from '../grid/places.ts';
import { columnPart, namedCells, type Part, rowPartsOf, toldAt } from '../parts/parts.ts';

/** What a person says something of: a whole column, a whole row, or one cell. */
export const scopes = ['column', 'row', 'cell'] as const;
export type Scope = (typeof scopes)[number];

/** One thing that may be said, and whether it is what holds now. */
export interface Option {
  readonly key: string;
  /** Key of the catalogue, with what it speaks of. */
  readonly word: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly part: Part | null;
  readonly selected: boolean;
  /** Null where it already is so. */
  readonly change: SheetChange | null;
}

export interface OptionGroup {
  readonly key: string;
  readonly options: readonly Option[];
}

const filled: ReadonlySet<FormField> = new Set(filledFields);
const asked = formFields.filter(field => !filled.has(field));

function columnGroups(understood: Understood, column: string): readonly OptionGroup[] {
  const { profile, titleOf } = understood;
  const present = columnPart(profile, column);
  const field = (one: FormField): Option => {
    const selected = present.kind === 'field' && present.field === one;
    return {
      key: one,
      word: `templates.part.${one}`,
      part: one,
      selected,
      change: selected ? null : setColumn(understood, column, { kind: 'field', field: one }),
    };
  };
  const own = present.kind === 'tick' ? present.choice : titleOf(column).split(' ').at(-1) || column;
  const ticked = present.kind === 'tick';
  const tick: Option = {
    key: 'tick',
    word: 'templates.choose.tick',
    params: { choice: own },
    part: 'tick',
    selected: ticked,
    change: ticked ? null : setColumn(understood, column, { kind: 'tick', choice: own }),
  };
  const none: Option = {
    key: 'none',
    word: 'templates.choose.noField',
    part: null,
    selected: present.kind === 'none',
    change: present.kind === 'none' ? null : setColumn(understood, column, { kind: 'none' }),
  };
  return [
    { key: 'asked', options: asked.map(field) },
    { key: 'filled', options: [field('result'), tick, ...filledFields.slice(1).map(field)] },
    { key: 'other', options: [none] },
  ];
}

function signOffOption(profile: SheetProfile, row: number): Option {
  const signs = profile.signOffRow === row;
  return {
    key: 'signOff',
    word: signs ? 'templates.choose.noSignOff' : 'templates.choose.signOff',
    part: 'signOff',
    selected: false,
    change: setSignOff(signs ? null : row),
  };
}

/** What a row of the sheet itself may be where the profile tells it as a column. */
function uprightGroups(profile: SheetProfile, row: number): readonly OptionGroup[] {
  const upright: Option = {
    key: 'upright',
    word: 'templates.choose.upright',
    params: { row },
    part: 'header',
    selected: false,
    change: setUpright(row),
  };
  return [{ key: 'header', options: [upright, signOffOption(profile, row)] }];
}

function rowGroups({ profile }: Understood, row: number): readonly OptionGroup[] {
  const part = tablePartOf(profile, row);
  const [first, last] = profile.headerRows;
  const isHeader = first <= row && row <= last;
  const asks: Option = {
    key: 'asks',
    word: 'templates.choose.asks',
    part: null,
    selected: part === 'asks',
    change: part === 'asks' ? null : setAsks(row, true),
  };
  const asksNot: Option = {
    key: 'asksNot',
    word: 'templates.choose.asksNot',
    part: null,
    selected: part !== 'asks' && !isHeader,
    change: part === 'asks' ? setAsks(row, false) : null,
  };
  const header = (key: string, from: number, to: number): Option => {
    const selected = from === first && to === last;
    return {
      key,
      word: `templates.choose.${key}`,
      params: { row },
      part: 'header',
      selected,
      change: selected ? null : setHeaderRows(from, to),
    };
  };
  if (profile.turned) return [{ key: 'asking', options: [asks, asksNot] }];
  return [
    { key: 'asking', options: [asks, asksNot] },
    {
      key: 'header',
      options: [
        header('headerOnly', row, row),
        ...(row < last ? [header('headerFrom', row, last)] : []),
        ...(row > first ? [header('headerTo', first, row)] : []),
      ],
    },
    { key: 'other', options: [signOffOption(profile, row)] },
  ];
}

/** Where nothing was found: the titles stand in this row, or in this one and the next. */
export function titlesAt(row: number, more: boolean): readonly OptionGroup[] {
  const header = (key: string, to: number): Option => ({
    key,
    word: `templates.choose.${key}`,
    params: { row, to },
    part: 'header',
    selected: false,
    change: setTitles(row, to),
  });
  return [{ key: 'header', options: [header('headerOnly', row), ...(more ? [header('headerBoth', row + 1)] : [])] }];
}

/** What a row of the table is; where the profile tells it turned, the row to sign is none of them. */
const tablePartOf = (profile: SheetProfile, row: number) =>
  rowPartsOf(profile.turned ? { ...profile, signOffRow: null } : profile).get(row);

function cellGroups({ profile }: Understood, address: string): readonly OptionGroup[] {
  const present = namedCells.find(name => profile[name] === address) ?? null;
  const options: Option[] = namedCells.map(name => ({
    key: name,
    word: `templates.part.${name}`,
    part: name,
    selected: present === name,
    change: present === name ? null : setNamedCell(name, address),
  }));
  const none: Option = {
    key: 'none',
    word: 'templates.choose.noCell',
    part: null,
    selected: present === null,
    change: present === null ? null : setNamedCell(present, null),
  };
  return [{ key: 'cell', options: [...options, none] }];
}

/** What can be said of the place in hand. */
export const groupsOf = (scope: Scope, understood: Understood, place: Place): readonly OptionGroup[] => {
  const { profile } = understood;
  const { column, row } = toldAt(profile, place);
  if (scope === 'cell') return cellGroups(understood, `${place.column}${place.row}`);
  if (scope === 'row') return rowGroups(understood, row);
  return [...columnGroups(understood, column), ...(profile.turned ? uprightGroups(profile, place.row) : [])];
};

/** What may be said of a place: of the head of a column or a row, only of that. */
export function scopesOf(profile: SheetProfile, { column, row }: Place): readonly Scope[] {
  const told = toldAt(profile, { column, row });
  return told.row === 0 ? ['column'] : told.column === '' ? ['row'] : scopes;
}

/** How a person sees what the profile tells as a column or a row. */
export const seenAs = ({ turned }: SheetProfile, scope: Scope): Scope =>
  !turned || scope === 'cell' ? scope : scope === 'column' ? 'row' : 'column';

/** Which of the three a click most likely means: in the header a column, beside the table a cell, on a number a row. */
export function usualScope(profile: SheetProfile, place: Place): Scope {
  const { column, row } = toldAt(profile, place);
  if (row === 0) return 'column';
  if (column === '') return 'row';
  if (profile.turned) return isTitled(profile, column) ? 'column' : 'cell';
  const part = rowPartsOf(profile).get(row);
  if (part === 'header' || part === 'repeatedHeader' || part === 'asks') return 'column';
  return row < profile.headerRows[0] ? 'cell' : 'row';
}

/** The table has such a column, whether it is known what it holds or not. */
const isTitled = (profile: SheetProfile, column: string): boolean =>
  columnPart(profile, column).kind !== 'none' || Object.values(profile.otherColumns ?? {}).includes(column);

/** The decisions of the finder that speak of a place, by name. */
export function whatsAbout(profile: SheetProfile, scope: Scope, place: Place): readonly string[] {
  const { column, row } = toldAt(profile, place);
  if (scope === 'column') {
    const part = columnPart(profile, column);
    if (part.kind === 'tick') return ['column.resultTicks', 'choiceStyle'];
    if (part.kind === 'none') return [];
    return [`column.${part.field}`, ...(part.field === 'result' ? ['choiceStyle'] : [])];
  }
  if (scope === 'cell') return namedCells.filter(name => profile[name] === `${place.column}${place.row}`);
  const part = tablePartOf(profile, row);
  if (part === 'header') return ['headerRows'];
  if (part === 'signOff') return ['signOffRow'];
  return part === 'asks' ? ['rows'] : [];
}
