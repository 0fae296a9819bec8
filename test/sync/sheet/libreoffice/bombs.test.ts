import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../../sync/sheet/index.ts';
import { convert } from '../../../../sync/sheet/libreoffice/index.ts';
import { array, begin, beginOld, blanks, compoundFile, encrypted, end, label, sheet } from './old-files.ts';

/** What is said of a file before any program would be started; there is none here. */
async function verdict(bytes: Uint8Array, limits = defaultLimits): Promise<string> {
  const converted = await convert(bytes, '舊表.xls', 'xlsx', { soffice: null, limits });
  return converted.ok ? 'converted' : converted.issue.code;
}
const fine = 'converter_missing';

describe('an old workbook is counted before LibreOffice sees it', () => {
  it('and an honest one passes', async () => {
    expect(await verdict(compoundFile([...begin, ...sheet, ...label(0, 0), ...array(9, 3), ...end]))).toBe(fine);
    expect(await verdict(Uint8Array.from([...beginOld, ...label(0, 0), ...end]))).toBe(fine);
  });

  it('and formulas spread over whole sheets are refused', async () => {
    const bomb = [...begin, ...array(65_535, 255), ...end];
    expect(await verdict(compoundFile(bomb))).toBe('workbook_too_large');
    expect(await verdict(Uint8Array.from([...beginOld, ...array(65_535, 255), ...end]))).toBe('workbook_too_large');
  });

  it('and more cells or sheets than the limits are refused', async () => {
    const few = { ...defaultLimits, cells: 100 };
    expect(await verdict(compoundFile([...begin, ...blanks(0, 60), ...end]), few)).toBe(fine);
    expect(await verdict(compoundFile([...begin, ...blanks(0, 60), ...blanks(1, 60), ...end]), few)).toBe(
      'workbook_too_large',
    );
    const sheets = Array.from({ length: 1200 }, () => sheet).flat();
    expect(await verdict(compoundFile([...begin, ...sheets, ...end]))).toBe('workbook_too_large');
  });

  it('and one with a password is told as such', async () => {
    expect(await verdict(compoundFile([...begin, ...encrypted, ...end]))).toBe('workbook_encrypted');
  });

  it('and a chain of sectors that runs in a circle ends as damage', async () => {
    expect(await verdict(compoundFile([...begin, ...end], sector => sector))).toBe('workbook_corrupt');
    expect(await verdict(compoundFile([...begin, ...end]).subarray(0, 700))).toMatch(/corrupt|not_a_workbook/);
  });
});
