import { vi } from 'vitest';
import { collectForms } from '../../../server/demo/collection.ts';
import { type Desk, seat } from '../../../server/demo/desk.ts';
import type { Founded } from '../../../server/demo/founding.ts';
import type { Stage } from '../../../server/demo/year.ts';
import type {
  Collection,
  CollectionFile,
  DeliveryAnswer,
  Finding,
  Recipient,
  Template,
} from '../../../sync/model/index.ts';

/** Collections of the demo's bureau in the states that their pages look different in. */
export interface PlayedCollections {
  readonly template: Template;
  readonly open: Collection;
  readonly draft: Collection;
  /** What one of the offices is asked: its form went back to it with reasons. */
  readonly asked: Recipient;
  readonly finding: Finding;
  readonly files: Readonly<Record<'applied' | 'doubtful' | 'unknown' | 'unreadable', CollectionFile>>;
}

const bureauDesk = async (running: Stage['running'], { people }: Founded): Promise<Desk> =>
  seat(running, [...people.values()].find(({ role }) => role === 'secretariat')!.id);

/** The demo's collections, and beside them a file that says not whose it is, one that is none, and a form sent back. */
export async function playCollections(
  stage: Stage,
  bureau: Founded,
  offices: readonly Founded[],
): Promise<PlayedCollections> {
  await collectForms(stage, bureau, offices);
  const desk = await bureauDesk(stage.running, bureau);
  const [open] = await desk.get<readonly Collection[]>('/api/collections?state=open');
  const [draft] = await desk.get<readonly Collection[]>('/api/collections?state=draft');
  const template = await desk.get<Template>(`/api/templates/${open!.templateId}`);
  const files = (state: string) =>
    desk.get<readonly CollectionFile[]>(`/api/collectionFiles?collectionId=${open!.id}&state=${state}&_sort=id`);
  const blank = new Uint8Array(await desk.download(`/api/templates/${template.id}/file`));
  for (const [name, bytes] of Object.entries({
    '未具名.xlsx': blank,
    '掃描檔.xlsx': Buffer.from('%PDF-1.4 not a workbook'),
  }))
    await desk.upload<DeliveryAnswer>(`/api/collections/${open!.id}/deliveries`, { name, bytes });
  await vi.waitFor(
    async () => {
      if ((await files('waiting')).length > 0) throw new Error('files are still being read');
    },
    { timeout: 30_000, interval: 25 },
  );
  const read = await files('read');
  const [finding] = await desk.get<readonly Finding[]>('/api/findings');
  const [consolidated] = await desk.get<readonly Recipient[]>(
    `/api/recipients?collectionId=${open!.id}&state=consolidated`,
  );
  const asked = await desk.post<Recipient>(`/api/recipients/${consolidated!.id}/sendBack`, {
    version: consolidated!.version,
    reason: '請補充各月辦理數據，並附佐證名稱。',
  });
  return {
    template,
    open: open!,
    draft: draft!,
    asked,
    finding: finding!,
    files: {
      applied: (await files('applied'))[0]!,
      doubtful: read.find(({ doubts }) => doubts.includes('conflicts'))!,
      unknown: read.find(({ recipientId }) => recipientId === null)!,
      unreadable: (await files('unreadable'))[0]!,
    },
  };
}
