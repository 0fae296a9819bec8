import ExcelJS from 'exceljs';
import { zipSync } from 'fflate';
import { expect, vi } from 'vitest';
import { agencies } from '../../server/agencies/definition.ts';
import { place } from '../../server/agencies/hierarchy.ts';
import { change } from '../../server/records/change.ts';
import { insert } from '../../server/records/records.ts';
import { fillForm } from '../../sync/form/fill/index.ts';
import type {
  Agency,
  CollectedRow,
  Collection,
  CollectionFile,
  CollectionFileDetail,
  Delivery,
  DeliveryAnswer,
  FilesApplied,
  Recipient,
  RowFill,
} from '../../sync/model/index.ts';
import type { Client } from './client.ts';
import { collectionDesk } from './collection-desk.ts';
import type { Office } from './office.ts';

export const reviewSheet = '自評表';
/** Where the rows of `reviewForm` begin. */
export const reviewFirstRow = 5;

/** A form with columns for the agency and for both reviews of the bureau. @param named questions, one for each row */
export async function reviewForm(named: readonly string[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(reviewSheet);
  sheet.addRow(['清川市政府114年度服務品質自行檢核表']);
  sheet.addRow(['填報機關：', '']);
  sheet.addRow(['']);
  sheet.addRow(['執行重點', '執行步驟', '檢核結果', '辦理情形', '自評', '初核', '複核', '備註']);
  for (const [i, text] of named.entries()) {
    const row = sheet.addRow([i === 0 ? '(一)作業程序一致' : '', `${i + 1}.${text}`, '', '', '', '', '', '']);
    row.getCell(3).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: ['"已完成,辦理中,未辦理,不適用"'],
    };
  }
  if (named.length > 1) sheet.mergeCells(reviewFirstRow, 1, reviewFirstRow + named.length - 1, 1);
  const thin = { style: 'thin' } as const;
  for (let row = 4; row < reviewFirstRow + named.length; row++)
    for (let column = 1; column <= 8; column++)
      sheet.getCell(row, column).border = { top: thin, bottom: thin, left: thin, right: thin };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** What an agency writes into a row, counted from 0. */
export type Written = Omit<RowFill, 'row'>;

/** Writes answers into a workbook, as an agency does in Excel. */
export function written(bytes: Uint8Array, rows: Readonly<Record<number, Written>>): Uint8Array {
  const fills = Object.entries(rows).map(([n, fill]) => ({ row: reviewFirstRow + Number(n), ...fill }));
  const filled = fillForm(bytes, '回復.xlsx', null, { sheets: [{ name: reviewSheet, rows: fills }] });
  if (!filled.ok) throw new Error(filled.issue.message);
  return filled.bytes;
}

export const zipped = (files: Readonly<Record<string, Uint8Array>>): Uint8Array => zipSync(files);

/** Agencies below the bureau that have no accounts here. */
export const foundAgencies = (office: Office, count: number, prefix = '第'): Promise<readonly Agency[]> =>
  change(office.context, actorOf(office), async work => {
    const made: Agency[] = [];
    for (let n = 1; n <= count; n++) {
      const agency = await insert(work, agencies, {
        name: `清川市${prefix}${n}區公所`,
        parentId: office.bureau.agency.id,
        email: null,
        disabled: false,
      });
      await place(work.tx, agency.id, office.bureau.agency.id);
      made.push(agency);
    }
    return made;
  });

const actorOf = ({ bureau }: Office) => ({ ...bureau.users.secretariat, unitId: bureau.users.secretariat.unitId });

let forms = 0;

export interface Asked {
  readonly collection: Collection;
  /** In the order in which the agencies were named. */
  readonly recipients: readonly Recipient[];
  readonly questions: readonly string[];
}

/** What happens at a bureau while files come back. */
export const returnsDesk = (office: () => Office, client: () => Client = () => office().bureau.as.secretariat) => {
  const desk = collectionDesk(client);
  const ok = async <T>(answer: ReturnType<Client['get']>, ...wanted: readonly number[]): Promise<T> => {
    const { status, body } = await answer;
    expect(wanted, JSON.stringify(body)).toContain(status);
    return body;
  };
  const post = <T>(url: string, body: object): Promise<T> => ok(client().post(url, body), 200, 201);
  return {
    ...desk,
    ok,
    /** A collection that asks some questions of agencies, opened, with their workbooks made. */
    async ask(agencyIds: readonly string[], count = 3, more: object = {}): Promise<Asked> {
      forms++;
      const questions = Array.from({ length: count }, (_, i) => `第${forms}期櫃檯作業第${i + 1}步：檢視並公告辦理情形`);
      const template = await desk.template(await reviewForm(questions), `局版${forms}.xlsx`);
      const collection = await desk.open(await desk.draft(template, agencyIds, more));
      const found = await desk.recipients(collection);
      const recipients = agencyIds.map(id => found.find(({ agencyId }) => agencyId === id)!);
      return { collection, recipients, questions };
    },
    bytesFor: async ({ id }: Pick<Recipient, 'id'>): Promise<Uint8Array> =>
      new Uint8Array((await client().get(`/api/recipients/${id}/workbook`)).raw),
    deliver: (
      { id }: Pick<Collection, 'id'>,
      files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
    ) => ok<DeliveryAnswer>(client().upload(`/api/collections/${id}/deliveries`, files), 201),
    /** Waits until all files of a delivery are read. */
    read: async ({ id }: Pick<Delivery, 'id'>): Promise<Delivery> => {
      const now = () => ok<Delivery>(client().get(`/api/deliveries/${id}`), 200);
      await vi.waitFor(async () => expect((await now()).waiting).toBe(0), { timeout: 30_000, interval: 20 });
      return now();
    },
    files: ({ id }: Pick<Collection, 'id'>): Promise<readonly CollectionFile[]> =>
      ok(client().get(`/api/collectionFiles?collectionId=${id}&_sort=id&_limit=5000`), 200),
    file: (id: string): Promise<CollectionFileDetail> => ok(client().get(`/api/collectionFiles/${id}`), 200),
    rows: ({ id }: Pick<Collection, 'id'>): Promise<readonly CollectedRow[]> =>
      ok(client().get(`/api/collectedRows?collectionId=${id}&_sort=id&_limit=5000`), 200),
    verb: ({ id, version }: Pick<CollectionFile, 'id' | 'version'>, verb: string, more: object = {}) =>
      client().post(`/api/collectionFiles/${id}/${verb}`, { version, ...more }),
    settle: ({ id, version }: Pick<CollectionFile, 'id' | 'version'>, more: object) =>
      client().patch(`/api/collectionFiles/${id}`, { version, ...more }),
    applyAll: ({ id }: Pick<Collection, 'id'>, more: object = {}): Promise<FilesApplied> =>
      post(`/api/collections/${id}/apply`, more),
    review: ({ id, version }: Pick<CollectedRow, 'id' | 'version'>, more: object) =>
      client().patch(`/api/collectedRows/${id}`, { version, ...more }),
    judge: ({ id, version }: Pick<Recipient, 'id' | 'version'>, verb: 'sendBack' | 'accept', more: object = {}) =>
      client().post(`/api/recipients/${id}/${verb}`, { version, ...more }),
  };
};
