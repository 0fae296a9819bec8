import type { FilledField, ProfileRow } from '../../model/index.ts';
import {
  type AnswerCell,
  answerCellAt,
  isBlank,
  literalOf,
  markChoice,
  openGlyph,
  parseChoiceList,
  printDay,
  printedTicks,
  resultPlace,
  type SheetContext,
  tickOf,
} from '../answers/index.ts';
import { learnDays, type PrintDay, usualDay } from './day-notation.ts';
import { type EvidenceNotation, learnEvidence } from './evidence-notation.ts';

/** How a sheet writes things: learned from what stands in it, so that what is added looks as if the same people wrote it. */
export interface Habits {
  /** The tick of tick columns. */
  readonly tick: () => string | number;
  /** What an open mark turns into in this sheet, where that shows. */
  readonly filledMark: (open: string) => string | null;
  /** The sign inside brackets. */
  readonly sign: () => string;
  /** The list of choices as the result column has it, unmarked; null when none of its cells shows one. */
  readonly listPattern: () => string | null;
  readonly evidence: () => EvidenceNotation;
  readonly day: (row: ProfileRow) => PrintDay;
}

function mostFrequent<T>(items: readonly T[]): T | null {
  const groups = [...Map.groupBy(items, item => item).entries()];
  return groups.sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? null;
}

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

const cellsOf = ({ sheet, profile }: SheetContext, field: FilledField): readonly AnswerCell[] =>
  profile.rows.flatMap(row => {
    const cell = row.cells[field] ? answerCellAt(sheet, row.cells[field]) : null;
    return cell && !isBlank(cell) ? [cell] : [];
  });

/** 擇一欄勾選（V）, 請打「✓」: what the notes of the form ask for. */
const asked = /(?:勾選|打勾|勾記|圈選|打)[^\n，。；]{0,8}?[（(「『"“]\s*([VvＶｖ✓✔√○●■ˇ])\s*[）)」』"”]/u;

function askedMark({ sheet }: SheetContext): string | null {
  for (const row of sheet.rows) {
    for (const cell of row.cells) {
      const match = asked.exec(cell.text);
      if (match) return match[1]!;
    }
  }
  return null;
}

/** A mark that somebody set, beside one that is open in the same list. */
interface UsedMark {
  readonly open: string;
  readonly marked: string;
}

function usedOf(choices: readonly { readonly mark: string; readonly marked: boolean }[]): readonly UsedMark[] {
  const marked = choices.find(choice => choice.marked)?.mark;
  const open = choices.find(choice => !choice.marked)?.mark;
  return marked && open ? [{ open, marked }] : [];
}

function marksUsed(context: SheetContext) {
  const places = context.profile.rows.flatMap(row => resultPlace(context, row) ?? []);
  const lists = places.flatMap(place => (place.kind === 'marks' ? [place.list] : []));
  const boxes = places.flatMap(place => {
    const cells =
      place.kind === 'ticks'
        ? printedTicks(
            place.choices,
            place.cells.map(({ text }) => text),
          )?.cells
        : [];
    return [(cells ?? []).flatMap(cell => (cell?.mark ? [{ mark: cell.mark, marked: cell.tick === 'ticked' }] : []))];
  });
  return { lists, used: [...lists.map(({ choices }) => choices), ...boxes].flatMap(usedOf) };
}

/** What a tick column was ticked with; before words that it prints, the sign alone. */
function ticksUsed(context: SheetContext): readonly (string | number)[] {
  return context.profile.rows.flatMap(row => {
    const place = resultPlace(context, row);
    if (place?.kind !== 'ticks') return [];
    const printed = printedTicks(
      place.choices,
      place.cells.map(({ text }) => text),
    );
    return place.cells.flatMap((cell, i) => {
      const own = printed?.cells[i];
      if (own) return own.tick === 'ticked' && own.mark && openGlyph(own.mark) === null ? [own.mark] : [];
      return tickOf(String(literalOf(cell))) === 'ticked' ? [literalOf(cell)] : [];
    });
  });
}

const bracketSign = /^[（([［〔【]\s*(\S)\s*[)）\]］〕】]$/u;
const isSeveral = (mark: string): boolean => [...mark].length > 1;

export function habitsOf(context: SheetContext): Habits {
  const { profile } = context;
  const marks = once(() => marksUsed(context));
  const filled = once(() => {
    const pictures = marks().used.filter(({ marked }) => !isSeveral(marked));
    const groups = Map.groupBy(pictures, ({ open }) => open);
    return new Map([...groups].map(([open, pairs]) => [open, mostFrequent(pairs.map(({ marked }) => marked))]));
  });
  const days = once(() => {
    const cells = cellsOf(context, 'actualDate');
    const printed = cells.map(cell => (cell.day === null ? cell.text : (printDay(cell.format, cell.day) ?? '')));
    return learnDays(printed);
  });
  const planned = once(() => learnDays(profile.rows.flatMap(row => row.plannedDateText ?? [])));
  return {
    tick: once(() => mostFrequent(ticksUsed(context)) ?? askedMark(context) ?? 'V'),
    filledMark: open => filled().get(open) ?? null,
    sign: once(
      () =>
        mostFrequent(marks().used.flatMap(({ marked }) => bracketSign.exec(marked)?.[1] ?? [])) ??
        mostFrequent(
          ticksUsed(context).flatMap(tick => (typeof tick === 'string' && !isSeveral(tick) ? [tick] : [])),
        ) ??
        askedMark(context) ??
        'V',
    ),
    listPattern: once(() => mostFrequent(marks().lists.map(list => markChoice(list, null)))),
    evidence: once(() => learnEvidence(cellsOf(context, 'evidence').map(cell => cell.text))),
    day: row => days() ?? learnDays([row.plannedDateText ?? '']) ?? planned() ?? usualDay,
  };
}

/** The unmarked list that a blank result cell is to be filled with. */
export const patternList = (habits: Habits) => {
  const text = habits.listPattern();
  return text === null ? null : parseChoiceList(text);
};
