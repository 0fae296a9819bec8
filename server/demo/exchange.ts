import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { columnTitles } from '../../sync/form/columns.ts';
import { addCustomProperties, customPart, pack } from '../../sync/form/write/package.ts';
import { saveWorkbook } from '../../sync/form/write/save.ts';
import type { Form, Report, Round } from '../../sync/model/index.ts';
import type { Staff, Stage } from './year.ts';

/**
 * Sends the form of the present round to Excel and takes it back edited, while an officer goes on writing in the system: the
 * exchange waits with plain changes, a clearing and a conflict to be settled.
 */
export async function exchangeForms({ chance }: Stage, { secretariat, officers }: Staff, round: Round): Promise<void> {
  const form = await secretariat.post<Form>('/api/forms', { roundId: round.id });
  const issued = new Uint8Array(await secretariat.download(`/api/forms/${form.id}/file`));

  const drafting = await secretariat.get<readonly Report[]>(
    `/api/reports?roundId=${round.id}&state=drafting&_sort=id&_limit=12`,
  );
  const [conflict, ...changed] = drafting;
  const narratives = new Map(
    changed.slice(0, 5).map(row => [row.narrative, `${row.narrative}\n補充：已於本週主管會議報告。`]),
  );
  if (conflict) narratives.set(conflict.narrative, `${conflict.narrative}\n局端修正：請併同前期數據說明。`);
  const bytes = await editNarratives(issued, narratives);
  if (conflict)
    await officers.get(conflict.unitId)!.patch(`/api/reports/${conflict.id}`, {
      version: conflict.version,
      narrative: `${conflict.narrative}\n${chance.between(2, 9)}月份資料已補正。`,
    });
  await secretariat.upload('/api/exchanges', { name: `民政局回復_${form.name}`, bytes });
}

/** Replaces narratives as a person in Excel would; exceljs drops the document properties that Excel keeps, so they are put back. */
async function editNarratives(bytes: Uint8Array, replacements: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  const sheet = workbook.worksheets[0]!;
  let column = 0;
  sheet.eachRow(row => {
    if (column === 0)
      row.eachCell((cell, number) => {
        if (cell.text === columnTitles.narrative) column = number;
      });
    else {
      const cell = row.getCell(column);
      const next = replacements.get(cell.text);
      if (next) cell.value = next;
    }
  });
  const parts = unzipSync(await saveWorkbook(workbook));
  const properties = unzipSync(bytes)[customPart];
  if (properties) addCustomProperties(parts, properties);
  return pack(parts);
}
