import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';

const xmlns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A workbook of one sheet with so many rows of one word each. */
function tall(rows: number): Uint8Array {
  const cells = '<row><c t="inlineStr"><is><t>列</t></is></c></row>'.repeat(rows);
  return zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${packaged}"><Relationship Id="r" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook ${xmlns} xmlns:r="${relations}"><sheets><sheet name="表" sheetId="1" r:id="s"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${packaged}"><Relationship Id="s" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet ${xmlns}><sheetData>${cells}</sheetData></worksheet>`),
  });
}

describe('a workbook of more than a million rows', () => {
  const bytes = tall(1_100_000);
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engines[0]!);
  });
  afterAll(() => office?.close());

  it.each([
    ['/api/exchanges', 201],
    ['/api/plans/read', 400],
  ])(
    'sent to %s is kept and refused with the reason, while others are answered',
    async (url, expected) => {
      const { secretariat, officer } = office.district.as;
      let answered = false;
      const upload = secretariat.upload(url, [{ name: '百萬列.xlsx', bytes }]).finally(() => {
        answered = true;
      });
      let served = 0;
      while (!answered) {
        expect((await officer.get('/api/units')).status).toBe(200);
        served++;
        await new Promise(resolve => setTimeout(resolve, 20));
      }
      const { status, body } = await upload;
      expect(status).toBe(expected);
      const problem = body.problem ?? body;
      expect(problem.code).toMatch(/workbook_too_large|reading_too_(big|long)/);
      expect(served).toBeGreaterThan(0);
      const { length } = await office.context.db.selectFrom('files').select('sha256').execute();
      expect(length).toBe(1);
    },
    90_000,
  );
});
