import type { FilledField, Issue, ProfileRow, RowAnswer, RowFill } from '../../model/index.ts';
import type { PatchValue } from '../../sheet/patch.ts';
import {
  type AnswerCell,
  answerIssue,
  asCell,
  type CellField,
  dayOfText,
  isBlank,
  numberOfScore,
  printDay,
  readCell,
  type SheetContext,
  splitNarrative,
} from '../answers/index.ts';
import { legible, sameText } from '../plain-text.ts';
import { printEvidence } from './evidence-notation.ts';
import type { Habits } from './habits.ts';
import { writeNarrative } from './narrative.ts';
import { blank, numberValue, presentValue, textValue } from './planned.ts';

export interface CellPlace {
  readonly context: SheetContext;
  readonly row: ProfileRow;
  readonly fill: RowFill;
  readonly habits: Habits;
  readonly field: CellField;
}

/** What is to stand in a cell, or that it stays (`keep`); with what a person should know. */
interface Written {
  readonly value: PatchValue | 'keep' | null;
  readonly issue?: Issue;
}

interface FieldRule {
  /** Parts of the answer that this field is made of. */
  readonly from: readonly (keyof RowFill)[];
  readonly clears: (fill: RowFill) => boolean;
  /** Whether what a cell says is what the answer says. */
  readonly agrees: (said: Partial<RowAnswer>, fill: RowFill) => boolean;
  readonly write: (cell: AnswerCell, place: CellPlace) => Written;
}

const empty = (value: unknown): boolean => value === null || value === '';
const text = (value: string): Written => ({ value: textValue(legible(value)) });

const readsDifferently = ({ context, field }: CellPlace, cell: AnswerCell): Issue =>
  answerIssue(
    'fill_reads_differently',
    { sheet: context.sheet.name, cell: cell.address, field },
    { title: titleOf(field) },
  );

const narrative: FieldRule = {
  from: ['narrative'],
  clears: fill => empty(fill.narrative),
  agrees: (said, fill) => sameText(said.narrative ?? '', legible(fill.narrative ?? '')),
  write: (cell, place) => {
    const { context, row, fill } = place;
    const wanted = legible(fill.narrative ?? '');
    const written = writeNarrative(cell.text, wanted, {
      period: context.period,
      asked: row.history ?? [],
      earlier: fill.history ?? [],
    });
    if (written === cell.text) return { value: 'keep' };
    const parts = splitNarrative(written, context.period);
    const same = sameText(parts.narrative, wanted) || sameText(`${parts.lead}${parts.narrative}`, wanted);
    return { ...text(written), ...(same ? {} : { issue: readsDifferently(place, cell) }) };
  },
};

const alike = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, i) => name === b[i]);

const evidence: FieldRule = {
  from: ['evidenceText', 'evidence'],
  clears: fill => (fill.evidenceText === undefined ? !fill.evidence?.length : empty(fill.evidenceText)),
  agrees: (said, fill) =>
    fill.evidenceText === undefined || fill.evidenceText === null
      ? alike(said.evidence ?? [], fill.evidence ?? [])
      : sameText(said.evidenceText ?? '', legible(fill.evidenceText)),
  write: (cell, place) => {
    const { evidenceText, evidence: names } = place.fill;
    if (evidenceText) return text(evidenceText);
    if (!names?.length) return { value: blank };
    const printed = printEvidence(names.map(legible), place.habits.evidence());
    const same = printed.readsBack && names.every(name => !legible(name).trim().includes('\n'));
    return { ...text(printed.text), ...(same ? {} : { issue: readsDifferently(place, cell) }) };
  },
};

const score = (field: 'selfScore' | 'firstScore' | 'secondScore'): FieldRule => ({
  from: [field],
  clears: fill => fill[field] === null,
  agrees: (said, fill) => said[field] === fill[field],
  write: (cell, { fill }) => ({ value: numberValue(cell, numberOfScore(cell, fill[field]!)) }),
});

const plain = (field: 'remarks' | 'action'): FieldRule => ({
  from: [field],
  clears: fill => empty(fill[field]),
  agrees: (said, fill) => sameText(said[field] ?? '', legible(fill[field] ?? '')),
  write: (_, { fill }) => text(fill[field] ?? ''),
});

const isDay = (iso: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(iso) && dayOfText(iso) === iso;
const showsDays = (cell: AnswerCell): boolean => printDay(cell.format, '2000-01-01') !== null;

const actualDate: FieldRule = {
  from: ['actualDate', 'actualDateText'],
  clears: fill => empty(fill.actualDate) || (fill.actualDate === undefined && empty(fill.actualDateText)),
  agrees: (said, fill) =>
    (fill.actualDate === undefined || said.actualDate === fill.actualDate) &&
    (!fill.actualDateText || said.actualDateText === fill.actualDateText),
  write: (cell, { context, row, fill, habits, field }) => {
    const day = fill.actualDate ?? dayOfText(fill.actualDateText ?? '');
    if (fill.actualDate && !isDay(fill.actualDate)) {
      const at = { sheet: context.sheet.name, cell: cell.address, field };
      return { value: null, issue: answerIssue('fill_day_unreadable', at, { text: fill.actualDate }) };
    }
    if (day && showsDays(cell)) return { value: { kind: 'date', value: day } };
    return text(fill.actualDateText || habits.day(row)(day!));
  },
};

const rules: Readonly<Record<CellField, FieldRule>> = {
  narrative,
  evidence,
  selfScore: score('selfScore'),
  firstScore: score('firstScore'),
  secondScore: score('secondScore'),
  remarks: plain('remarks'),
  action: plain('action'),
  actualDate,
};

export const isWanted = (field: CellField, fill: RowFill): boolean =>
  rules[field].from.some(part => fill[part] !== undefined);
export const clears = (field: CellField, fill: RowFill): boolean => rules[field].clears(fill);

/** A text or number as it is to stand, letter for letter; a day where the cell shows days. */
export function literalValue(cell: AnswerCell, literal: string | number | null): PatchValue {
  if (literal === null || literal === '') return blank;
  if (literal === (cell.number ?? cell.text)) return presentValue(cell);
  if (typeof literal === 'number') return numberValue(cell, literal);
  const day = showsDays(cell) ? dayOfText(literal) : null;
  return day === null ? textValue(legible(literal)) : { kind: 'date', value: day };
}

/** Earlier entries below a narrative are nobody's to drop by way of a literal text that says the narrative alone. */
function keepsOlder(cell: AnswerCell, literal: string, { context, field }: CellPlace): boolean {
  if (field !== 'narrative') return true;
  const { older } = splitNarrative(cell.text, context.period);
  return older === '' || literal.includes(older.trim());
}

/** What is to become of one cell of a field that the answer speaks of. */
export function planCell(
  cell: AnswerCell,
  place: CellPlace,
): { readonly value: PatchValue | null; readonly issue: Issue | null } {
  const { context, row, fill, field } = place;
  const rule = rules[field];
  const literal = fill.cells?.[cell.address];
  if (!isWanted(field, fill)) return { value: literalValue(cell, literal ?? null), issue: null };
  const at = { sheet: context.sheet.name, row, period: context.period, field };
  const says = (said: AnswerCell): boolean => rule.agrees(readCell(said, at).values, fill);
  const cleared = rule.clears(fill);
  const agreed = literal !== undefined && (cleared ? empty(literal) : literal !== null && says(asCell(cell, literal)));
  if (agreed && !cleared && keepsOlder(cell, String(literal), place))
    return { value: literalValue(cell, literal), issue: null };
  const differs =
    literal === undefined || agreed
      ? null
      : answerIssue(
          'fill_literal_differs',
          { sheet: context.sheet.name, cell: cell.address, field },
          { title: titleOf(field) },
        );
  if (cleared && field !== 'narrative') return { value: isBlank(cell) ? presentValue(cell) : blank, issue: differs };
  if (!cleared && says(cell)) return { value: presentValue(cell), issue: differs };
  const written = rule.write(cell, place);
  const value = written.value === 'keep' ? presentValue(cell) : written.value;
  return { value, issue: written.issue ?? differs };
}

/** What a field is called in messages, in the reader's language. */
export const titleOf = (field: FilledField): string => `{form.field.${field}}`;
