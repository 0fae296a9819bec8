import { describe, expect, it } from 'vitest';
import { editionOf, questionsOf, readReturned } from '../../../sync/collect/index.ts';
import { profileForm } from '../../../sync/form/profile/index.ts';
import { defaultLimits, readWorkbook } from '../../../sync/sheet/index.ts';
import { reviewForm } from '../../support/returns-desk.ts';

describe('a returned file that holds more than it may', () => {
  it('is refused with the limit that it exceeds, and read where it keeps within', async () => {
    const bytes = await reviewForm(['檢視櫃檯作業並公告辦理情形', '檢討等候時間並改善動線']);
    const read = readWorkbook(bytes, '範本.xlsx');
    if (!read.ok) throw new Error(read.issue.message);
    const profile = profileForm(read.workbook);
    const rows = questionsOf(profile).map(({ sheet, row }) => ({ sheet, row, rowId: `${sheet}!${row}` }));
    const order = {
      collection: '案',
      recipients: [],
      editions: [editionOf(read.workbook, { edition: 1, profile, rows })],
    };
    expect(readReturned(bytes, '回復.xlsx', order).ok).toBe(true);
    const refused = readReturned(bytes, '回復.xlsx', order, { ...defaultLimits, cells: 10 });
    expect(refused).toMatchObject({
      ok: false,
      issue: { code: 'workbook_too_large', params: { name: '回復.xlsx', limit: '10 cells' } },
    });
  });
});
