import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../../../sync/form/answers/index.ts';
import { fillForm } from '../../../../sync/form/fill/index.ts';
import { profileForm } from '../../../../sync/form/profile/index.ts';
import { readWorkbook, type Workbook } from '../../../../sync/sheet/index.ts';
import { type Value, workbookBytes } from '../profile/books.ts';

/** A form that is scored in percent: its second row was typed as text, the third is blank. */
const percent = (scores: readonly Value[]): Promise<Uint8Array> =>
  workbookBytes({
    name: '評核表',
    rows: [
      ['項次', '評核項目', '辦理情形', '自評分數'],
      ...['設置單一窗口', '公開作業流程', '辦理滿意度調查'].map((text, i) => [i + 1, text, null, scores[i] ?? null]),
    ],
    formats: { 'D2:D4': '0.0%' },
  });

function opened(bytes: Uint8Array): Workbook {
  const read = readWorkbook(bytes, '評核表.xlsx');
  if (!read.ok) throw new Error(read.issue.message);
  return read.workbook;
}

function scoresIn(bytes: Uint8Array): readonly (number | undefined)[] {
  const workbook = opened(bytes);
  return readAnswers(workbook, profileForm(workbook)).answers.sheets[0]!.rows.map(({ selfScore }) => selfScore);
}

describe('a score in a cell that shows percent', () => {
  it('is read as the cell shows it', async () => {
    expect(scoresIn(await percent([0.8, '７５％', 0.07]))).toEqual([80, 75, 7]);
  });

  it('is written so that the cell shows it, and written once', async () => {
    const form = await percent([]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), tenths => {
        const selfScore = tenths / 10;
        const answers = { sheets: [{ name: '評核表', rows: [{ row: 2, selfScore }] }] };
        const filled = fillForm(form, '評核表.xlsx', null, answers);
        if (!filled.ok) throw new Error(filled.issue.message);
        expect(opened(filled.bytes).sheets[0]!.cell(2, 4)!.value).toEqual({ kind: 'number', value: tenths / 1000 });
        expect(scoresIn(filled.bytes)).toEqual([selfScore]);
        const again = fillForm(filled.bytes, '評核表.xlsx', null, answers);
        expect(again.ok && again.report.cells.map(({ status }) => status)).toEqual(['same']);
      }),
      { numRuns: 60 },
    );
  });
});
