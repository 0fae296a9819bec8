import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patchWorkbook, readWorkbook, type Workbook } from '../../../sync/sheet/index.ts';
import { cell, contentXml, odsParts, row, rowOf } from './ods-files.ts';
import { zip } from './packages.ts';

const parts = odsParts('');
const sample = contentXml(
  `<table:table-column table:number-columns-repeated="3"/><table:table-header-rows>${row('項目', '結果', '說明')}</table:table-header-rows>` +
    rowOf(
      '<table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="1" office:value-type="string"><text:p>甲</text:p></table:table-cell>',
      '<table:table-cell office:value-type="float" office:value="8"><office:annotation><text:p>註</text:p></office:annotation><text:p>8</text:p></table:table-cell>',
      cell('一'),
    ) +
    rowOf('<table:covered-table-cell/>', '<table:table-cell table:number-columns-repeated="5"/>') +
    `<table:table-row table:number-rows-repeated="4"><table:table-cell table:number-columns-repeated="3"/></table:table-row>${row('末')}`,
);

/** What may stand between tags, and what may stand inside one. */
const between = [
  '<!-- <x> -->',
  '<![CDATA[ a ]]>',
  '<?pi x?>',
  '<text:s text:c="99999999"/>',
  '<text:p>丁</text:p>',
  '<text:p xmlns:text="y">戊</text:p>',
  '<table:table-cell/>',
  '<table:covered-table-cell/>',
  '<table:table-row/>',
  '<table:table-row><table:table-cell/></table:table-row>',
  '<table:table table:name="別"/>',
  '</table:table>',
  '<',
  '\u0000',
];
const inside = [
  ...['0', '-4', '3', '16384', '1048576', '1e99'].flatMap(count => [
    ` table:number-columns-repeated="${count}"`,
    ` table:number-rows-repeated="${count}"`,
    ` table:number-columns-spanned="${count}"`,
  ]),
  ' table:number-matrix-columns-spanned="2"',
  ' table:formula="of:=[.A1]"',
  ' table:protected="true"',
  ' table:content-validation-name="v"',
  ' table:default-cell-style-name="x"',
  ' office:value-type="date" office:date-value="x"',
  ` q='a"&gt;b'`,
];

interface Damage {
  readonly at: number;
  readonly piece: string;
}
const damage: fc.Arbitrary<Damage> = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  piece: fc.constantFrom(...between, ...inside),
});

/** Puts the piece where a tag begins, or into one. */
function damaged(xml: string, { at, piece }: Damage): string {
  const body = xml.indexOf('<office:body');
  const from = body + Math.floor(at * (xml.length - body));
  const start = xml.indexOf('<', from);
  if (!piece.startsWith(' ')) return xml.slice(0, start) + piece + xml.slice(start);
  const end = xml.indexOf('>', from);
  const put = xml[end - 1] === '/' ? end - 1 : end;
  return xml.slice(0, put) + piece + xml.slice(put);
}

const textsOf = ({ sheets }: Workbook): ReadonlyMap<string, string> =>
  new Map(
    sheets
      .slice(0, 1)
      .flatMap(({ rows }) =>
        rows
          .slice(0, 3000)
          .flatMap(({ cells }) => cells.filter(({ text }) => text !== '').map(each => [each.address, each.text])),
      ),
  );

const place = fc.record({ row: fc.integer({ min: 1, max: 12 }), column: fc.integer({ min: 1, max: 8 }) });

describe('an .ods that was damaged at random', () => {
  it('is read or refused; what is written is read back, and nothing else changes', () => {
    fc.assert(
      fc.property(
        fc.array(damage, { maxLength: 3 }),
        fc.array(place, { minLength: 1, maxLength: 4 }),
        (list, places) => {
          const bytes = zip({ ...parts, 'content.xml': list.reduce(damaged, sample) });
          const started = performance.now();
          const read = readWorkbook(bytes, '表.ods');
          if (read.ok) {
            const sheet = read.workbook.sheets[0]!.name;
            const patches = places.map(at => ({ sheet, ...at, value: { kind: 'text', value: '改' } as const }));
            const result = patchWorkbook(bytes, '表.ods', patches);
            if (!result.ok) throw new Error(result.issue.code);
            const again = readWorkbook(result.bytes, '表.ods');
            if (!again.ok) throw new Error(again.issue.code);
            const expected = new Map(textsOf(read.workbook));
            for (const { cell: address, status } of result.cells) if (status !== 'refused') expected.set(address, '改');
            if (expected.size < 3000) expect(textsOf(again.workbook)).toEqual(expected);
          } else expect(read.issue.message).toContain('檔案已原樣保存');
          expect(performance.now() - started).toBeLessThan(4000);
        },
      ),
      { numRuns: 400 },
    );
  });
});
