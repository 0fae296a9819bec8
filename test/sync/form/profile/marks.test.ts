import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AskedRow, settleMarks } from '../../../../sync/form/profile/marks.ts';
import type { AskingRow } from '../../../../sync/form/profile/table.ts';
import { type MarkKind, markLabel } from '../../../../sync/model/index.ts';

type Bare = NonNullable<AskedRow['beside']>;

const markOf = (kind: MarkKind, ordinal: number): Bare => ({ kind, ordinal, label: markLabel(kind, ordinal)! });

/** Rows below one heading, each with its mark. */
function labelled(marks: readonly (Bare | null)[]): readonly (string | null)[] {
  const row = { asked: { text: '' }, layout: { fields: new Map() }, item: null, keyPoint: null };
  const readers = marks.map(mark => () => ({
    row: row as unknown as AskingRow,
    asked: { mark, text: '', subSteps: [] },
    beside: null,
    number: null,
  }));
  return settleMarks(readers).map(({ mark }) => mark);
}

describe('a mark that somebody retyped in another style', () => {
  const digits = (...ordinals: readonly number[]) => ordinals.map(ordinal => markOf('digit', ordinal));

  test('is read in the style of the column where it is the only one and its number is free', () => {
    expect(labelled([...digits(1, 2, 4, 5), markOf('han', 3)])).toEqual(['1', '2', '4', '5', '3']);
  });

  test('stays where the column has its number, or where it is not the only one', () => {
    expect(labelled([...digits(1, 2, 3, 4), markOf('han', 3)])).toEqual(['1', '2', '3', '4', '三']);
    expect(labelled([...digits(1, 2, 3, 4, 5, 6), markOf('han', 7), markOf('han', 8)])).toEqual([
      ...['1', '2', '3', '4', '5', '6'],
      ...['七', '八'],
    ]);
  });

  test('is told from one that stays, whatever else the column holds', () => {
    const kinds = fc.constantFrom<MarkKind>('digit', 'digit', 'digit', 'digit', 'han', 'stem');
    const marks = fc.array(fc.record({ kind: kinds, ordinal: fc.integer({ min: 1, max: 9 }) }), { maxLength: 14 });
    fc.assert(
      fc.property(marks, list => {
        const given = list.map(({ kind, ordinal }) => markOf(kind, ordinal));
        const usual = given.filter(({ kind }) => kind === 'digit');
        const others = given.filter(({ kind }) => kind !== 'digit');
        fc.pre(usual.length * 4 >= given.length * 3 && usual.length > others.length);
        const expected = given.map(mark => {
          const lone = others.filter(({ kind }) => kind === mark.kind).length === 1;
          const free = !usual.some(({ ordinal }) => ordinal === mark.ordinal);
          return mark.kind !== 'digit' && lone && free ? String(mark.ordinal) : mark.label;
        });
        expect(labelled(given)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });
});

test('the work to label rows grows with them and no faster, however many stand below one heading', () => {
  /** How often a mark is looked at. */
  const looks = (rows: number): number => {
    let count = 0;
    const watched = ({ kind, ...mark }: Bare): Bare => ({
      ...mark,
      get kind() {
        count++;
        return kind;
      },
    });
    labelled(Array.from({ length: rows }, (_, i) => watched(i % 5 === 0 ? markOf('han', 3) : markOf('digit', 8))));
    return count;
  };
  expect(looks(4000)).toBeLessThanOrEqual(4 * looks(1000));
});
