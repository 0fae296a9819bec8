import { type FormField, filledFields, formFields, type SheetProfile } from '../../../sync/model/index.ts';
import {
  type SheetChange,
  setAsks,
  setColumn,
  setHeaderRows,
  setNamedCell,
  setSignOff,
  type Understood,
} from '../corrections/correct.ts';
import { columnPart, namedCells, type Part, rowPartsOf } from '../parts/parts.ts';

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

function rowGroups({ profile }: Understood, row: number): readonly OptionGroup[] {
  const part = rowPartsOf(profile).get(row);
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
  const signs = profile.signOffRow === row;
  const signOff: Option = {
    key: 'signOff',
    word: signs ? 'templates.choose.noSignOff' : 'templates.choose.signOff',
    part: 'signOff',
    selected: false,
    change: setSignOff(signs ? null : row),
  };
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
    { key: 'other', options: [signOff] },
  ];
}

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
export const groupsOf = (
  scope: Scope,
  understood: Understood,
  { column, row }: { readonly column: string; readonly row: number },
): readonly OptionGroup[] => {
  if (scope === 'column') return columnGroups(understood, column);
  return scope === 'row' ? rowGroups(understood, row) : cellGroups(understood, `${column}${row}`);
};

/** Which of the three a click most likely means: in the header a column, beside the table a cell, on a number a row. */
export function usualScope(
  profile: SheetProfile,
  { column, row }: { readonly column: number; readonly row: number },
): Scope {
  if (row === 0) return 'column';
  if (column === 0) return 'row';
  const part = rowPartsOf(profile).get(row);
  if (part === 'header' || part === 'repeatedHeader' || part === 'asks') return 'column';
  return row < profile.headerRows[0] ? 'cell' : 'row';
}

/** The decisions of the finder that speak of a place, by name. */
export function whatsAbout(
  profile: SheetProfile,
  scope: Scope,
  { column, row }: { readonly column: string; readonly row: number },
): readonly string[] {
  if (scope === 'column') {
    const part = columnPart(profile, column);
    if (part.kind === 'tick') return ['column.resultTicks', 'choiceStyle'];
    if (part.kind === 'none') return [];
    return [`column.${part.field}`, ...(part.field === 'result' ? ['choiceStyle'] : [])];
  }
  if (scope === 'cell') return namedCells.filter(name => profile[name] === `${column}${row}`);
  const part = rowPartsOf(profile).get(row);
  if (part === 'header') return ['headerRows'];
  if (part === 'signOff') return ['signOffRow'];
  return part === 'asks' ? ['rows'] : [];
}
