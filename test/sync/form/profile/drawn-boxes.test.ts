import { describe, expect, it } from 'vitest';
import { profileForm } from '../../../../sync/form/profile/index.ts';
import { say } from '../../../../sync/model/index.ts';
import { readWorkbook } from '../../../../sync/sheet/index.ts';
import { odsFile, row } from '../../sheet/ods-files.ts';

const form = 'xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0"';
const declared = (...controls: readonly string[]): string =>
  `<office:forms ${form}><form:form>${controls.join('')}</form:form></office:forms>`;
const control = (id: string): string => `<draw:control draw:control="${id}"/>`;
const drawnIn = (...ids: readonly string[]): string =>
  `<table:table-row><table:table-cell office:value-type="string"><text:p>訂定計畫</text:p></table:table-cell><table:table-cell>${ids.map(control).join('')}</table:table-cell></table:table-row>`;

function issuesOf(forms: string, ...rows: readonly string[]) {
  const read = readWorkbook(odsFile(`${forms}${row('工作項目', '檢核結果', '辦理情形')}${rows.join('')}`), '表.ods');
  if (!read.ok) throw new Error(read.issue.message);
  return profileForm(read.workbook).issues;
}

describe('check boxes that are drawn over the cells of a form', () => {
  it('are told with their places and what to do, never left out in silence', () => {
    const boxes = declared('<form:checkbox form:id="c1"/>', '<form:radio xml:id="c2"/>', '<form:button form:id="b1"/>');
    const [issue, ...others] = issuesOf(boxes, drawnIn('c1', 'b1'), drawnIn('c2'));
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ code: 'form_boxes_drawn', severity: 'warning', sheet: '計畫', row: 2 });
    expect(issue!.message).toMatch(/有 2 個.*（B2、B3）.*自行勾選/);
    expect(say(issue!.code, 'en', issue!.params)).toMatch(/^2 check boxes .*\(B2、B3\).*Tick them yourself/);
  });

  it('are told without a place where they hang on no cell', () => {
    const [issue] = issuesOf(declared('<form:checkbox form:id="c1"/>'), drawnIn());
    expect(issue).toMatchObject({ code: 'form_boxes_drawn_somewhere', params: { count: 1 } });
    expect(issue!.row).toBeUndefined();
  });

  it('are not told of where there are none', () => {
    expect(issuesOf(declared('<form:button form:id="b1"/>'), drawnIn('b1'))).toEqual([]);
  });
});
