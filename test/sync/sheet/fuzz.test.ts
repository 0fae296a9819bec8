import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../sync/sheet/index.ts';
import { sharedStrings, styles, workbookFile, worksheet, zip } from './packages.ts';

const sample = workbookFile(
  worksheet(
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45838</v></c></row><row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="B2"><f t="shared" si="0" ref="B2:B3">A1</f><v>3</v></c></row>',
    '<mergeCells><mergeCell ref="A1:A2"/></mergeCells><dataValidations><dataValidation type="list" sqref="C1"><formula1>"甲,乙"</formula1></dataValidation></dataValidations>',
  ),
  {
    'xl/sharedStrings.xml': sharedStrings('<t>執行要項</t>', '<r><t>一</t></r>'),
    'xl/styles.xml': styles(['<xf numFmtId="0"/>', '<xf numFmtId="14"/>']),
  },
);
const parts = unzipSync(sample);

/** Reading ends soon, with cells or with one refusal, and every cell can be looked at. */
function survives(bytes: Uint8Array): void {
  const started = performance.now();
  const result = readWorkbook(bytes, 'fuzz.xlsx');
  if (result.ok) {
    for (const sheet of result.workbook.sheets) {
      for (const row of sheet.rows) {
        for (const cell of row.cells) expect(sheet.cell(row.row, cell.column)?.address).toBe(cell.address);
      }
    }
  } else expect(result.issue.message).toContain('檔案已原樣保存');
  expect(performance.now() - started).toBeLessThan(2000);
}

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const edits = fc.array(fc.tuple(place, fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 12 });
const fragments = fc.constantFrom(
  '<',
  '>',
  '"',
  '&',
  '&#0;',
  '&lt;',
  '</row>',
  '<row>',
  '<c>',
  '<c r="ZZZZ9"/>',
  '<c r="A0">',
  '<v>',
  '</v>',
  '<is>',
  '<t>',
  '</c>',
  '<row r="-5">',
  '<row r="1e9">',
  ' t="s"',
  ' s="-1"',
  ' xmlns="x"',
  ' xmlns:q=""',
  '<q:a/>',
  '\u0000',
  '\uD800',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?x',
  '<!DOCTYPE a>',
  '<mergeCell ref="A:XFD"/>',
  '<f t="shared" si="0"/>',
  '<xf/>',
  'NaN',
  '1e999',
  '_x0000_',
  '<rPh>',
  '</si>',
);

describe('a workbook that was damaged at random', () => {
  it('in its bytes', () => {
    fc.assert(
      fc.property(edits, list => {
        const bytes = sample.slice();
        for (const [at, byte] of list) bytes[Math.floor(at * bytes.length)] = byte;
        survives(bytes);
      }),
      { numRuns: 400 },
    );
  });

  it('in its length', () => {
    fc.assert(
      fc.property(place, place, (from, to) => {
        const cut = [from, to].map(at => Math.floor(at * sample.length)).sort((a, b) => a - b) as [number, number];
        survives(sample.subarray(...cut));
        survives(new Uint8Array([...sample.subarray(0, cut[0]), ...sample.subarray(cut[1])]));
      }),
      { numRuns: 150 },
    );
  });

  it('in the parts it has', () => {
    fc.assert(
      fc.property(
        fc.subarray(Object.keys(parts)),
        fc.subarray(Object.keys(parts)),
        fc.string(),
        (kept, emptied, name) => {
          const chosen = Object.fromEntries(
            kept.map(part => [part, emptied.includes(part) ? strToU8('') : parts[part]!]),
          );
          survives(zip({ ...chosen, [`x/${name}`]: 'x' }));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('in the XML of a part', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(parts)),
        fc.array(fc.tuple(place, fc.nat({ max: 30 }), fc.option(fragments, { nil: '' })), {
          minLength: 1,
          maxLength: 6,
        }),
        (part, list) => {
          let xml = strFromU8(parts[part]!);
          for (const [at, drop, insert] of list) {
            const index = Math.floor(at * xml.length);
            xml = xml.slice(0, index) + insert + xml.slice(index + drop);
          }
          survives(zip({ ...parts, [part]: xml }));
        },
      ),
      { numRuns: 600 },
    );
  });
});
