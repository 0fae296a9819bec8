import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SheetCorrection, TemplateDetail } from '../../../sync/model/index.ts';
import {
  bombWorkbook,
  listForm,
  odsForm,
  odsOf,
  otherWorkbook,
  type PrintedStep,
  tickForm,
} from '../../support/bureau-forms.ts';
import type { Client } from '../../support/client.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { openRound } from '../../support/open-round.ts';

const stepsFrom = (first: number, count = 3): readonly PrintedStep[] =>
  Array.from({ length: count }, (_, i) => ({ label: String(i + 1), text: `第${first + i}項服務：檢視窗口流程` }));

describe.each(engines)('templates on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office?.close());

  const secretariat = () => office.district.as.secretariat;
  const upload = (bytes: Uint8Array, name = '局版自評表.xlsx', client: Client = secretariat()) =>
    client.upload('/api/templates', [{ name, bytes }]);
  /** With texts before the file. */
  const sendWith = (fields: Readonly<Record<string, string>>, bytes: Uint8Array, name: string) => {
    const part = (about: string): string => `--x\r\ncontent-disposition: form-data; ${about}\r\n\r\n`;
    const texts = Object.entries(fields).map(([key, text]) => `${part(`name="${key}"`)}${text}\r\n`);
    const payload = Buffer.concat([
      Buffer.from(`${texts.join('')}${part(`name="file"; filename="${name}"`)}`),
      bytes,
      Buffer.from('\r\n--x--\r\n'),
    ]);
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    return secretariat().send({ method: 'POST', url: '/api/templates', headers, payload });
  };
  const uploaded = async (bytes: Uint8Array, name?: string): Promise<TemplateDetail> => {
    const { status, body } = await upload(bytes, name);
    expect(status, JSON.stringify(body)).toBe(201);
    return body;
  };
  const eventsOf = async (recordId: string): Promise<readonly string[]> => {
    const { body } = await secretariat().get(`/api/events?resource=templates&recordId=${recordId}&_sort=id`);
    return body.map((event: { action: string }) => event.action);
  };
  const put = (url: string, payload: object, client: Client = secretariat()) =>
    client.send({ method: 'PUT', url, payload });

  it('keep a workbook as it came, and say where its columns and rows are', async () => {
    const bytes = await tickForm({ steps: stepsFrom(1) });
    const template = await uploaded(bytes);
    expect(template).toMatchObject({
      name: '局版自評表',
      fileName: '局版自評表.xlsx',
      format: 'xlsx',
      rowCount: 3,
      size: bytes.length,
      corrections: [],
      learnedFrom: null,
    });
    const [sheet] = template.profile.sheets;
    expect(sheet).toMatchObject({ name: '自評表', headerRows: [4, 5], choiceStyle: 'ticks' });
    expect(sheet?.columns).toMatchObject({ narrative: 'G', resultTicks: { 已完成: 'C', 不適用: 'F' } });
    expect(sheet?.rows.map(row => row.row)).toEqual([6, 7, 8]);
    const { raw, headers } = await secretariat().get(`/api/templates/${template.id}/file`);
    expect(Buffer.compare(raw, bytes)).toBe(0);
    expect(headers['content-disposition']).toContain(encodeURIComponent('局版自評表.xlsx'));
    expect(await eventsOf(template.id)).toEqual(['templates.create', 'templates.download']);
  });

  it('take .ods as it is', async () => {
    const template = await uploaded(odsForm({ steps: stepsFrom(11) }), '檢核表.ods');
    expect(template).toMatchObject({ format: 'ods', name: '檢核表', rowCount: 3 });
    const { headers } = await secretariat().get(`/api/templates/${template.id}/file`);
    expect(headers['content-type']).toBe('application/vnd.oasis.opendocument.spreadsheet');
  });

  it('are one for the same bytes of an agency, even when they come at once, and each agency has its own', async () => {
    const bytes = await listForm({ steps: stepsFrom(21) });
    const together = await Promise.all([upload(bytes), upload(bytes, '又一次.xlsx'), upload(bytes)]);
    expect(together.map(answer => answer.status).toSorted()).toEqual([200, 200, 201]);
    expect(new Set(together.map(answer => answer.body.id)).size).toBe(1);
    const again = await upload(bytes);
    expect([again.status, again.headers['x-already-received']]).toEqual([200, '1']);
    const elsewhere = await upload(bytes, undefined, office.sibling.as.secretariat);
    expect(elsewhere.status).toBe(201);
    expect(elsewhere.body.id).not.toBe(again.body.id);
  });

  it.each([
    ['no workbook', () => Buffer.from('%PDF-1.4 not a workbook'), 'template_unreadable', 'not_a_workbook'],
    ['a bomb', bombWorkbook, 'template_unreadable', 'workbook_too_large'],
    ['a workbook without a self-check', otherWorkbook, 'template_without_table', 'form_not_found'],
  ])('are not made of %s, which is kept all the same', async (_, make, code, issue) => {
    const { status, body } = await upload(await make(), '寄錯的.xlsx');
    expect([status, body.code, body.details.issue.code]).toEqual([422, code, issue]);
    expect((await office.context.storage.read(body.details.sha256)).length).toBeGreaterThan(0);
    const { body: log } = await secretariat().get('/api/events?action=templates.refuse&_sort=id&_order=desc&_limit=1');
    expect(log[0].after).toMatchObject({ fileName: '寄錯的.xlsx', problem: issue });
  });

  it('are made of a workbook with titles that nobody knows when a person will point at them, and of the next one like it', async () => {
    const strange = (year: number) =>
      odsOf('追蹤', [
        [`${year}年重要工作`],
        ['流水號', '要做什麼', '誰負責', '做了什麼'],
        ...stepsFrom(71).map(({ text }, at) => [String(at + 1), text, '民政課', '']),
      ]);
    const first = strange(114);
    const refused = await upload(first, '口語.ods');
    expect([refused.status, refused.body.code]).toEqual([422, 'template_without_table']);
    const { status, body: blank } = await sendWith({ unrecognised: 'keep' }, first, '口語.ods');
    expect([status, blank.rowCount, blank.profile.sheets]).toEqual([201, 0, []]);
    const path = `/api/templates/${blank.id}`;
    const said = [
      {
        sheet: '追蹤',
        headerRows: [2, 2],
        columns: {
          step: { column: 'B', title: '要做什麼' },
          units: { column: 'C', title: '誰負責' },
          narrative: { column: 'D', title: '做了什麼' },
        },
      },
    ];
    const { body: pointed } = await secretariat().patch(path, { version: 1, corrections: said });
    expect(pointed.rowCount).toBe(stepsFrom(71).length);
    expect(pointed.profile.issues).toEqual([]);
    expect(pointed.profile.sheets[0].columns).toMatchObject({ step: 'B', units: 'C', narrative: 'D' });
    const later = await upload(strange(115), '口語115.ods');
    expect(later.status).toBe(201);
    expect(later.body).toMatchObject({ rowCount: pointed.rowCount, learnedFrom: { id: blank.id } });
    const { body: back } = await secretariat().patch(path, { version: 2, corrections: [] });
    expect([back.rowCount, back.profile.sheets]).toEqual([0, []]);
    // Only this word keeps it.
    const odd = await sendWith({ unrecognised: 'yes' }, await otherWorkbook(), '庫存.xlsx');
    expect(odd.status).toBe(422);
  });

  it('take the name that was sent before the file', async () => {
    const { status, body } = await sendWith({ name: '市府版' }, await listForm({ steps: stepsFrom(31) }), 'a.xlsx');
    expect([status, body.name]).toEqual([201, '市府版']);
  });

  describe('shown as a grid', () => {
    it('give cells, merges and widths of a sheet, as far as a screen goes', async () => {
      const { id } = await uploaded(await tickForm({ steps: stepsFrom(1, 450) }), '很長的.xlsx');
      const { body: grid } = await secretariat().get(`/api/templates/${id}/grid?sheet=${encodeURIComponent('自評表')}`);
      expect(grid).toMatchObject({ sheet: '自評表', sheets: ['自評表'], rowsLeftOut: 56 });
      expect(grid.rows).toHaveLength(400);
      expect(grid.columns.map((each: { width: number }) => each.width)[1]).toBe(285);
      expect(grid.rows[3].cells[2]).toEqual({
        column: 'C',
        text: '檢核結果',
        rowSpan: 1,
        columnSpan: 4,
        locked: false,
        formula: false,
      });
      const { body: rest } = await secretariat().get(`/api/templates/${id}/grid?from=401`);
      expect([rest.rows[0].row, rest.rows.length, rest.rowsLeftOut]).toEqual([401, 56, 400]);
      expect((await secretariat().get(`/api/templates/${id}/grid?sheet=x`)).status).toBe(404);
      expect((await secretariat().get(`/api/templates/${id}/grid?from=0`)).status).toBe(400);
      expect((await office.foreign.as.secretariat.get(`/api/templates/${id}/grid`)).status).toBe(404);
    });
  });

  describe('when a person corrects them', () => {
    const aside: SheetCorrection = {
      sheet: '檢核表',
      columns: { narrative: { column: 'F', title: '備註' }, remarks: null },
    };

    it('are profiled anew, on the version that was looked at, by the agency alone', async () => {
      const template = await uploaded(await listForm({ steps: stepsFrom(41) }));
      const url = `/api/templates/${template.id}`;
      const edit = { version: template.version, corrections: [aside] };
      expect((await office.foreign.as.secretariat.patch(url, edit)).status).toBe(404);
      expect((await office.district.as.head.patch(url, edit)).status).toBe(403);
      const { body: corrected } = await secretariat().patch(url, edit);
      expect(corrected).toMatchObject({ version: 2, corrections: [aside] });
      expect(corrected.profile.sheets[0].columns.narrative).toBe('F');
      expect(corrected.found.sheets[0].columns.narrative).toBe('E');
      const stale = await secretariat().patch(url, { version: 1, name: '慢了一步' });
      expect([stale.status, stale.body.code, stale.body.details.current.version]).toEqual([409, 'stale_version', 2]);
      const { body: back } = await secretariat().patch(url, { version: 2, corrections: [] });
      expect(back.profile).toEqual(back.found);
      expect(await eventsOf(template.id)).toEqual([
        'templates.create',
        'access.refused',
        'templates.update',
        'templates.update',
      ]);
    });

    it('teach the next one that is alike, with moved columns too', async () => {
      const first = await uploaded(await listForm({ steps: stepsFrom(51), narrative: '說明' }));
      await secretariat().patch(`/api/templates/${first.id}`, { version: 1, name: '去年的', corrections: [aside] });
      const next = await uploaded(await listForm({ steps: stepsFrom(51), narrative: '說明', year: 115, indent: 1 }));
      expect(next.learnedFrom).toEqual({ id: first.id, name: '去年的' });
      expect(next.profile.sheets[0]?.columns.narrative).toBe('G');
      expect(next.corrections[0]?.columns?.narrative).toEqual({ column: 'G', title: '備註' });
      const { body: other } = await upload(
        await listForm({ steps: stepsFrom(51), narrative: '說明', year: 115 }),
        undefined,
        office.sibling.as.secretariat,
      );
      expect([other.learnedFrom, other.corrections]).toEqual([null, []]);
    });

    it('refuse corrections that leave no form, and fields that are none', async () => {
      const { id } = await uploaded(await listForm({ steps: stepsFrom(61) }));
      const none = await secretariat().patch(`/api/templates/${id}`, {
        version: 1,
        corrections: [{ sheet: '檢核表', isForm: false }],
      });
      expect([none.status, none.body.code]).toEqual([422, 'template_last_form']);
      const odd = await secretariat().patch(`/api/templates/${id}`, {
        version: 1,
        corrections: [{ sheet: 'x', oops: 1 }],
      });
      expect(odd.status).toBe(400);
      // What would be read for hours, or fill the memory of the reader.
      const beyond: readonly object[] = [
        { headerRows: [1, 1_000_000_000] },
        { headerRows: [9, 1] },
        { addRows: Array.from({ length: 6000 }, (_, i) => i + 1) },
        { agencyCell: '=A1' },
      ];
      for (const more of beyond) {
        const corrections = [{ sheet: '檢核表', ...more }];
        expect((await secretariat().patch(`/api/templates/${id}`, { version: 1, corrections })).status).toBe(400);
      }
    });
  });

  describe('beside a plan', () => {
    const printed = (count: number): readonly PrintedStep[] =>
      Array.from({ length: count }, (_, i) => ({ label: String(i + 1), text: `第${i + 1}步：檢視櫃臺作業` }));

    it('say which steps their rows stand for, and keep what a person confirmed', async () => {
      const { plan, steps } = await openRound(office, office.district, 4);
      const { id } = await uploaded(await tickForm({ steps: printed(3) }));
      const url = `/api/templates/${id}/rows`;
      const { body: rows } = await secretariat().get(`${url}?planId=${plan.id}`);
      expect(rows.rows.map((row: { planItemId: string }) => row.planItemId)).toEqual(
        steps.slice(0, 3).map(step => step.id),
      );
      expect(rows.rows[0]).toMatchObject({ sheet: '自評表', row: 6, confirmed: false });
      expect(rows.rows[0].score).toBeGreaterThan(0.9);
      expect(rows.uncovered).toEqual([steps[3]!.id]);

      const chosen = [
        { sheet: '自評表', row: 6, planItemId: steps[3]!.id, confirmed: true },
        { sheet: '自評表', row: 7, planItemId: null, confirmed: true },
        { sheet: '自評表', row: 8, planItemId: steps[2]!.id, confirmed: false },
      ];
      const { body: kept } = await put(url, { version: 1, planId: plan.id, rows: chosen });
      expect(kept).toMatchObject({ version: 2, rows: chosen, uncovered: [steps[0]!.id, steps[1]!.id] });
      expect((await put(url, { version: 1, planId: plan.id, rows: [] })).body.code).toBe('stale_version');
      const { body: same } = await put(url, { version: 2, planId: plan.id, rows: chosen });
      expect(same.version).toBe(2);
      expect(await eventsOf(id)).toEqual(['templates.create', 'templates.confirmRows']);
    });

    it('refuse rows that are none, plans and steps of others', async () => {
      const mine = await openRound(office, office.district, 1);
      const theirs = await openRound(office, office.foreign, 1);
      const { id } = await uploaded(await tickForm({ steps: printed(1) }));
      const url = `/api/templates/${id}/rows`;
      const row = { sheet: '自評表', row: 6, planItemId: mine.steps[0]!.id, confirmed: true };
      const send = (rows: readonly object[], planId = mine.plan.id) => put(url, { version: 1, planId, rows });
      expect((await send([{ ...row, row: 5 }])).body.code).toBe('template_row_unknown');
      expect((await send([row, row])).body.code).toBe('template_row_unknown');
      expect((await send([{ ...row, planItemId: theirs.steps[0]!.id }])).body.code).toBe('foreign_reference');
      expect((await send([row], theirs.plan.id)).status).toBe(404);
      expect((await secretariat().get(`${url}?planId=${theirs.plan.id}`)).status).toBe(404);
      expect((await secretariat().get(url)).status).toBe(400);
      // A bureau sees the plans below it, but its templates are for its own.
      const { body: above } = await upload(
        await tickForm({ steps: printed(1) }),
        undefined,
        office.bureau.as.secretariat,
      );
      const overseen = await office.bureau.as.secretariat.get(`/api/templates/${above.id}/rows?planId=${mine.plan.id}`);
      expect(overseen.body.code).toBe('foreign_reference');
    });
  });

  it('can be deleted as long as nothing was sent through them', async () => {
    const { id } = await uploaded(await listForm({ steps: stepsFrom(71) }));
    expect((await office.foreign.as.secretariat.delete(`/api/templates/${id}`)).status).toBe(404);
    expect((await secretariat().delete(`/api/templates/${id}`)).status).toBe(200);
    expect((await secretariat().get(`/api/templates/${id}`)).status).toBe(404);
    expect(await eventsOf(id)).toEqual(['templates.create', 'templates.delete']);
  });
});
