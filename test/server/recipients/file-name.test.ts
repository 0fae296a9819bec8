import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workbookName } from '../../../server/recipients/file-name.ts';

const naming = { recipientId: 'r-1', agencyName: '青田區公所', collectionName: '服務自評', edition: 1, format: 'xlsx' };

describe('the name of a workbook', () => {
  it('says whose it is, of what, and which edition from the second on', () => {
    expect(workbookName(naming)).toBe('青田區公所_服務自評.xlsx');
    expect(workbookName({ ...naming, edition: 2, format: 'ods' })).toBe('青田區公所_服務自評_第2版.ods');
  });

  it('is one that every file system takes, whatever agency and collection are called', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (agencyName, collectionName) => {
          const name = workbookName({ ...naming, agencyName, collectionName });
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
          expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}]/u);
        },
      ),
    );
  });

  it('differs between agencies whose long names begin alike', () => {
    const agencyName = '清川市政府民政局所屬青田區及松湖區聯合服務中心第一辦公室文書組';
    const [one, other] = ['aaaaaa111111', 'aaaaaa222222'].map(recipientId =>
      workbookName({ ...naming, recipientId, agencyName }),
    );
    expect(one).not.toBe(other);
  });
});
