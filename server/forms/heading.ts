import { type FormProfile, formatRocDate } from '../../sync/model/index.ts';
import { type CellPatch, parseAddress, type Sheets } from '../../sync/sheet/index.ts';

/** What stands above the table of a form: whose it is, of when, and the day it left. */
export interface Heading {
  readonly agencyName: string;
  readonly period: string;
  /** ISO day. */
  readonly issuedOn: string;
}

/** A label with nothing behind it but blanks, lines to write on and the words of an empty date. */
const unfilled = /^([^:：]*[:：])[\s_＿.．/年月日民國至~～—-]*$/u;

/** A label with marks behind it that stand for what is to be written: ○○區公所, ○○年○○月. */
const placeholder = /^([^:：]*[:：])\s*(?:[○〇◯Ｏ]{2,}[^\s○〇◯Ｏ]{0,8}\s*)+$/u;

/** What is to stand in a cell that is still to be filled in; null where something stands there already. */
function completed(text: string, value: string): string | null {
  if (text.trim() === '') return value;
  const label = (unfilled.exec(text) ?? placeholder.exec(text))?.[1];
  return label === undefined ? null : label + value;
}

/** Fills the cells above the tables that nobody has filled in, as far as it is said what with; what the bureau printed there stays. */
export function headingPatches(
  workbook: Sheets,
  { sheets }: FormProfile,
  heading: Partial<Heading>,
): readonly CellPatch[] {
  const texts = {
    agencyCell: heading.agencyName,
    periodCell: heading.period,
    dateCell: heading.issuedOn && formatRocDate(heading.issuedOn),
  } as const;
  const places = Object.keys(texts) as (keyof typeof texts)[];
  return sheets.flatMap(profile => {
    const sheet = workbook.sheets.find(({ name }) => name === profile.name);
    return places.flatMap((place): CellPatch[] => {
      const at = profile[place] === null ? null : parseAddress(profile[place]);
      const cell = at && sheet?.anchor(at.row, at.column);
      const value = texts[place];
      const text = value === undefined ? null : completed(cell?.text ?? '', value);
      if (!sheet || !at || cell?.formula || text === null) return [];
      const isDay = place === 'dateCell' && /[ymd]/i.test(cell?.numberFormat ?? '') && text === texts.dateCell;
      const written =
        isDay && heading.issuedOn
          ? ({ kind: 'date', value: heading.issuedOn } as const)
          : ({ kind: 'text', value: text } as const);
      return [{ sheet: sheet.name, ...at, value: written }];
    });
  });
}
