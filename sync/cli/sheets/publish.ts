import { faultOf, type Google, publishRequests, type Tabbing } from '../../sheet/google/index.ts';
import type { FormFile } from './form-file.ts';
import { type SheetMemory, writeMemory } from './state-file.ts';

/** What will be remembered of a form that is about to be published: what it says now is what both sides agree on. */
export const firstMemory = ({ formId, answers }: FormFile): SheetMemory => ({
  format: 1,
  formId,
  spreadsheetId: null,
  url: null,
  isPublished: false,
  base: Object.fromEntries(answers),
  intent: null,
  settled: null,
});

const mostTries = 4;

/**
 * Makes the spreadsheet of a form and lays it out, where that is still to be done. May be broken off anywhere and run again: each
 * step finds out first whether it was done.
 * @throws GoogleFault
 */
export async function publish(
  google: Google,
  form: FormFile,
  before: SheetMemory,
  { folder, tabbing }: { readonly folder: string | null; readonly tabbing: Tabbing },
): Promise<SheetMemory> {
  let memory = before;
  if (memory.isPublished) return memory;
  await writeMemory(form.path, memory);
  if (memory.spreadsheetId === null) {
    memory = { ...memory, ...(await google.create(form.content.title, form.formId, folder)) };
    await writeMemory(form.path, memory);
  }
  const spreadsheetId = memory.spreadsheetId ?? '';
  for (let tried = 1; ; tried++) {
    const { operation, tabs } = await google.read(spreadsheetId);
    if (operation !== null) break;
    try {
      const old = tabs.map(({ sheetId }) => sheetId);
      await google.write(
        spreadsheetId,
        publishRequests(form.content, { tabbing, operation: form.formId, before: old }),
      );
    } catch (error) {
      const fault = faultOf(error);
      if (fault.kind !== 'unclear' || tried === mostTries) throw fault;
    }
  }
  memory = { ...memory, isPublished: true };
  await writeMemory(form.path, memory);
  return memory;
}
