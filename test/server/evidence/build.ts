import { expect } from 'vitest';
import type { Evidence, Report } from '../../../sync/model/index.ts';
import type { Client } from '../../support/client.ts';

export interface Sent {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Uploads files that are all expected to be taken. */
export async function upload(by: Client, report: Pick<Report, 'id'>, ...files: Sent[]): Promise<readonly Evidence[]> {
  const { status, body } = await by.upload(`/api/evidence?reportId=${report.id}`, files);
  expect([status, body.refused], JSON.stringify(body)).toEqual([200, []]);
  return body.stored;
}

export const evidenceOf = async (by: Client, report: Pick<Report, 'id'>): Promise<readonly Evidence[]> =>
  (await by.get(`/api/evidence?reportId=${report.id}&_sort=createdAt,id`)).body;
