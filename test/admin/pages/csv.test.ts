import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCsv } from '../../../admin/pages/csv.ts';

const columns = [{ heading: '名稱', text: (row: { readonly name: string }) => row.name }];

/** What a spreadsheet reads back out of one column of CSV. */
function readBack(csv: string): readonly string[] {
  const values: string[] = [];
  const text = csv.replace(/^\ufeff/, '');
  const cell = /"((?:[^"]|"")*)"\r\n|([^"\r\n]*)\r\n/gy;
  for (let match = cell.exec(text); match; match = cell.exec(text))
    values.push(match[1] === undefined ? match[2]! : match[1].replaceAll('""', '"'));
  return values;
}

describe('CSV', () => {
  test('starts with a byte order mark and the headings', () => {
    expect(toCsv(columns, [])).toBe('\ufeff名稱\r\n');
  });

  test.each(['=1+1', '+886', '-5', '@SUM(A1)', '\tx'])('keeps %j from being run as a formula', name => {
    expect(readBack(toCsv(columns, [{ name }]))[1]).toBe(`'${name}`);
  });

  test('brings back whatever text it was given', () => {
    const name = fc.string({ unit: 'grapheme' }).filter(text => !/^[=+\-@\t\r]/.test(text));
    fc.assert(
      fc.property(fc.array(name), names => {
        expect(
          readBack(
            toCsv(
              columns,
              names.map(one => ({ name: one })),
            ),
          ).slice(1),
        ).toEqual(names);
      }),
    );
  });
});
