import { expect, vi } from 'vitest';
import type { Collection, Recipient, Roster, TemplateDetail } from '../../sync/model/index.ts';
import { readWorkbook, type Workbook } from '../../sync/sheet/index.ts';
import { type PrintedStep, tickForm } from './bureau-forms.ts';
import type { Client } from './client.ts';

let forms = 0;

/** Steps that no other form of this test run asks, so that each template is one of its own. */
export const freshSteps = (count: number): readonly PrintedStep[] => {
  forms++;
  return Array.from({ length: count }, (_, i) => ({
    label: String(i + 1),
    text: `第${forms}期服務第${i + 1}步：檢視櫃臺作業`,
  }));
};

/** What a bureau's secretariat does with collections. @param client whoever is logged in when it is done */
export const collectionDesk = (client: () => Client) => {
  const ok = async <T>(answer: ReturnType<Client['get']>, ...wanted: readonly number[]): Promise<T> => {
    const { status, body } = await answer;
    expect(wanted, JSON.stringify(body)).toContain(status);
    return body;
  };
  const send = (verb: string, { id, version }: Pick<Collection, 'id' | 'version'>, more: object = {}) =>
    client().post(`/api/collections/${id}/${verb}`, { version, ...more });
  const roster = ({ id }: Pick<Collection, 'id'>): Promise<Roster> =>
    ok(client().get(`/api/collections/${id}/roster`), 200);
  const made = (collection: Pick<Collection, 'id'>): Promise<void> =>
    vi.waitFor(async () => expect((await roster(collection)).making).toBe(0), { timeout: 120_000, interval: 20 });

  return {
    send,
    roster,
    /** Waits until the workbooks of all recipients are made. */
    made,
    template: async (bytes?: Uint8Array, name = '局版自評表.xlsx'): Promise<TemplateDetail> =>
      ok(
        client().upload('/api/templates', [{ name, bytes: bytes ?? (await tickForm({ steps: freshSteps(3) })) }]),
        200,
        201,
      ),
    draft: ({ id: templateId }: Pick<TemplateDetail, 'id'>, agencyIds: readonly string[], more: object = {}) =>
      ok<Collection>(
        client().post('/api/collections', {
          name: '一一四年服務自評',
          templateId,
          dueDate: '2025-06-30',
          instructions: '請於期限前回復。',
          previousId: null,
          agencyIds,
          ...more,
        }),
        201,
      ),
    now: ({ id }: Pick<Collection, 'id'>): Promise<Collection> => ok(client().get(`/api/collections/${id}`), 200),
    /** Opens a collection and waits for its workbooks. */
    async open(collection: Collection): Promise<Collection> {
      const opened = await ok<Collection>(send('open', collection), 200);
      await made(opened);
      return opened;
    },
    recipients: ({ id }: Pick<Collection, 'id'>): Promise<readonly Recipient[]> =>
      ok(client().get(`/api/recipients?collectionId=${id}&_sort=id&_limit=5000`), 200),
    recipient: (id: string): Promise<Recipient> => ok(client().get(`/api/recipients/${id}`), 200),
    workbook: async ({ id }: Pick<Recipient, 'id'>): Promise<Workbook> => {
      const { status, raw } = await client().get(`/api/recipients/${id}/workbook`);
      expect(status).toBe(200);
      return opened(new Uint8Array(raw));
    },
    eventsOf: async (recordId: string): Promise<readonly string[]> => {
      const { body } = await client().get(`/api/events?recordId=${recordId}&_sort=id`);
      return body.map((event: { action: string }) => event.action);
    },
  };
};

export function opened(bytes: Uint8Array, name = '表單.xlsx'): Workbook {
  const read = readWorkbook(bytes, name);
  if (!read.ok) throw new Error(read.issue.message);
  return read.workbook;
}
