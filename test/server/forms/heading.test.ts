import { describe, expect, it } from 'vitest';
import { headingPatches } from '../../../server/forms/heading.ts';
import { profileForm } from '../../../sync/form/profile/index.ts';
import { book, type Value } from '../../sync/form/profile/books.ts';

const heading = { agencyName: '青田區公所', period: '114年1月至6月', issuedOn: '2025-06-02' };

/** What is written above a table whose second row is this. */
async function written(...above: readonly Value[]): Promise<readonly unknown[]> {
  const workbook = await book({
    rows: [
      ['114年度自行檢核表'],
      above,
      ['執行步驟', '執行單位', '檢核結果', '辦理情形', '備註'],
      ['1.設置引導志工協助民眾', '民政課'],
      ['2.每季召開檢討會議', '社會課'],
    ],
  });
  return headingPatches(workbook, profileForm(workbook), heading).map(({ column, value }) => [column, value]);
}

describe('above the table of a template', () => {
  it('blank cells behind their labels are filled in', async () => {
    expect(await written('機關名稱：', '', '填報期間：', '')).toEqual([
      [2, { kind: 'text', value: '青田區公所' }],
      [4, { kind: 'text', value: '114年1月至6月' }],
    ]);
  });

  it('a label that waits for its text in the same cell gets it behind the colon', async () => {
    expect(await written('機關名稱：＿＿＿＿', '', '填表日期：　　年　　月　　日')).toEqual([
      [1, { kind: 'text', value: '機關名稱：青田區公所' }],
      [3, { kind: 'text', value: '填表日期：114年6月2日' }],
    ]);
  });

  it('marks that stand for a name are replaced by it', async () => {
    expect(await written('機關名稱：○○區公所', '', '填表日期：○○年○○月○○日')).toEqual([
      [1, { kind: 'text', value: '機關名稱：青田區公所' }],
      [3, { kind: 'text', value: '填表日期：114年6月2日' }],
    ]);
  });

  it('what the bureau printed stays', async () => {
    expect(await written('機關名稱：青田區公所', '', '填報期間：114年上半年', '填表日期：114年7月1日')).toEqual([]);
  });
});
