import { describe, expect, test } from 'vitest';
import { onSheet } from '../../../admin/templates/corrections/correct.ts';
import type { Place } from '../../../admin/templates/grid/places.ts';
import { drawn, partLooks } from '../../../admin/templates/parts/looks.ts';
import { parts, partsOf, partsPresent } from '../../../admin/templates/parts/parts.ts';
import { groupsOf, type Scope, scopesOf, seenAs, usualScope } from '../../../admin/templates/studio/choices.ts';
import { profile, ticked } from './profiles.ts';

describe('the parts of a sheet', () => {
  const { cellPart, rows } = partsOf(profile());

  test('are columns only in rows that ask something', () => {
    expect(cellPart('E', 5)).toBe('narrative');
    expect(cellPart('E', 4)).toBe('header');
    expect(cellPart('E', 9)).toBe('note');
    expect(cellPart('E', 12)).toBeNull();
    expect(cellPart('Z', 5)).toBeNull();
  });

  test('are single cells before anything else', () => {
    expect(cellPart('A', 2)).toBe('agencyCell');
    expect(cellPart('B', 2)).toBeNull();
    expect(rows.get(10)).toBe('signOff');
  });

  test('tell ticks from the column that a word would stand in', () => {
    expect(partsOf(ticked()).cellPart('D', 6)).toBe('tick');
  });

  test('lie across where the titles stand below each other: row 5 of the profile is column E', () => {
    const turned = profile({ turned: true, agencyCell: 'A1', periodCell: null, noteRows: [] });
    const { cellPart, columns, rows } = partsOf(turned);
    expect(cellPart('E', 5)).toBe('narrative');
    expect(cellPart('F', 2)).toBe('step');
    expect(cellPart('D', 5)).toBe('header');
    expect(cellPart('D', 7)).toBeNull();
    expect(cellPart('B', 10)).toBe('signOff');
    expect(cellPart('I', 5)).toBeNull();
    expect([columns.size, rows.size]).toEqual([0, 0]);
    expect(partsPresent(turned).map(({ part, address }) => `${part} ${address}`)).toContain('narrative E5');
    expect(partsPresent(turned).map(({ part, address }) => `${part} ${address}`)).toContain('units E3');
  });

  test('are listed in the legend once each, with a cell to look at', () => {
    expect(partsPresent(ticked()).map(({ part, address }) => `${part} ${address}`)).toEqual([
      'step B5',
      'tick C5',
      'narrative G5',
      'agencyCell A2',
      'periodCell D2',
      'header B3',
      'signOff B10',
      'note B9',
    ]);
  });

  test('never look alike: no two share both colour and pattern', () => {
    const looks = parts.map(part => `${partLooks[part].hue} ${partLooks[part].pattern}`);
    const twice = looks.filter((look, at) => looks.indexOf(look) !== at);
    expect(twice).toEqual([]);
    expect(drawn('step', 'light')).not.toEqual(drawn('step', 'dark'));
  });
});

describe('a click', () => {
  test('means the column in the table, the cell above it and the row below it', () => {
    const of = (column: string, row: number) => usualScope(profile(), { column, row });
    expect([of('B', 3), of('B', 6), of('A', 1), of('B', 10), of('', 6), of('B', 0)]).toEqual([
      'column',
      'column',
      'cell',
      'row',
      'row',
      'column',
    ]);
  });

  const understood = { profile: profile(), titleOf: () => '標題' };

  test('offers every field, marks the present one and changes nothing by choosing it', () => {
    const options = groupsOf('column', understood, { column: 'E', row: 3 }).flatMap(group => group.options);
    const selected = options.filter(option => option.selected);
    expect(selected.map(({ key, change }) => [key, change])).toEqual([['narrative', null]]);
    expect(new Set(options.map(option => option.key)).size).toBe(options.length);
  });

  test('on a row offers header rows that keep their order', () => {
    const keys = (row: number) =>
      groupsOf('row', understood, { column: 'A', row })
        .find(group => group.key === 'header')
        ?.options.map(option => option.key);
    expect(keys(2)).toEqual(['headerOnly', 'headerFrom']);
    expect(keys(5)).toEqual(['headerOnly', 'headerTo']);
    const choose = groupsOf('row', understood, { column: 'A', row: 5 }).flatMap(group => group.options);
    const change = choose.find(option => option.key === 'headerTo')?.change;
    expect(change && onSheet('檢核表', change)([])).toEqual([{ sheet: '檢核表', headerRows: [3, 5] }]);
  });

  test('on a sheet whose titles stand below each other speaks of its rows as the columns of the table', () => {
    const turned = profile({ turned: true, agencyCell: 'A1', periodCell: null, noteRows: [], signOffRow: 12 });
    const of = (column: string, row: number) => usualScope(turned, { column, row });
    expect([of('E', 5), of('C', 2), of('', 5), of('E', 0), of('E', 9)]).toEqual([
      'column',
      'column',
      'column',
      'row',
      'cell',
    ]);
    expect([scopesOf(turned, { column: '', row: 5 }), scopesOf(turned, { column: 'E', row: 0 })]).toEqual([
      ['column'],
      ['row'],
    ]);
    expect([seenAs(turned, 'column'), seenAs(turned, 'row'), seenAs(turned, 'cell')]).toEqual([
      'row',
      'column',
      'cell',
    ]);
    const told = { profile: turned, titleOf: (column: string) => `標題${column}` };
    const change = (scope: Scope, place: Place, key: string) => {
      const options = groupsOf(scope, told, place).flatMap(group => group.options);
      const chosen = options.find(option => option.key === key)?.change;
      return chosen && onSheet('檢核表', chosen)([{ sheet: '檢核表', dropRows: [8] }]);
    };
    expect(change('column', { column: 'F', row: 4 }, 'narrative')).toEqual([
      {
        sheet: '檢核表',
        dropRows: [8],
        columns: { result: null, narrative: { column: 'D', title: '標題D' } },
      },
    ]);
    expect(change('row', { column: 'F', row: 4 }, 'asksNot')).toEqual([{ sheet: '檢核表', dropRows: [6, 8] }]);
    expect(change('column', { column: 'B', row: 9 }, 'signOff')).toEqual([
      { sheet: '檢核表', dropRows: [8], signOffRow: 9 },
    ]);
    expect(change('column', { column: 'B', row: 3 }, 'upright')).toEqual([{ sheet: '檢核表', headerRows: [3, 3] }]);
    expect(change('cell', { column: 'B', row: 9 }, 'dateCell')).toEqual([
      { sheet: '檢核表', dropRows: [8], dateCell: 'B9' },
    ]);
  });
});
