import { describe, expect, it } from 'vitest';
import { planBounds, readPlanApart } from '../../../../sync/outline/index.ts';
import { p as paragraph, wordFile } from '../docx/word-files.ts';
import { hostileFiles } from './files.ts';
import { readAlone } from './read-alone.ts';

/** Of those that would take the most memory some of every format; the bench measures all. */
const worst = {
  'a million cells.xlsx': ['workbook_too_large', 'document_too_big'],
  'one cell.docx': ['document_too_large', 'document_too_big'],
  'numbering.docx': ['document_too_large', 'document_too_big'],
  'lists.fodt': ['document_cut'],
  'a table of marks.txt': ['text_too_many_lines'],
  'a bomb of letters.pdf': ['pdf_too_big'],
  'one long string.pdf': ['pdf_too_big'],
  'many objects.pdf': ['pdf_corrupt'],
} as const;

describe('a file that was made to be trouble', () => {
  it.each(Object.entries(worst))('leaves a process its size: %s', { timeout: 60_000 }, async (name, told) => {
    const { codes, peakMb } = await readAlone(name, hostileFiles[name]!());
    expect(peakMb).toBeLessThan(300);
    // A machine that is busy with other things meets the bound of time first.
    expect(codes.filter(code => told.some(other => other === code) || code.endsWith('_too_long'))).not.toEqual([]);
  });
});

describe('reading apart', () => {
  const document = () =>
    new Uint8Array(wordFile({ body: paragraph('一、甲') + paragraph('二、乙') + paragraph('三、丙') }));

  it('reads like reading here', async () => {
    expect((await readPlanApart(document(), '計畫.docx')).plan?.items.map(({ text }) => text)).toEqual([
      '甲',
      '乙',
      '丙',
    ]);
  });

  it('gives up what takes too long, and reads the next file', async () => {
    const long = new Uint8Array(hostileFiles['a table of marks.txt']!());
    const { plan, issues } = await readPlanApart(long, '計畫.docx', { bounds: { ...planBounds, timeMs: 20 } });
    expect(plan).toBeNull();
    expect(issues).toMatchObject([{ code: 'document_too_long', severity: 'error' }]);
    expect(issues[0]!.message).toContain('計畫.docx');
    expect((await readPlanApart(document(), '計畫.docx')).plan?.items).toHaveLength(3);
  });

  it('ends at once when it is no longer wanted', async () => {
    const wanted = new AbortController();
    const reading = readPlanApart(document(), '計畫.docx', { signal: wanted.signal });
    wanted.abort(new Error('gone'));
    await expect(reading).rejects.toThrow('gone');
  });
});
