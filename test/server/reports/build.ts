import { expect } from 'vitest';
import type { Report, ReportState } from '../../../sync/model/index.ts';
import type { Office, Staffed } from '../../support/office.ts';
import { openRound } from '../../support/open-round.ts';

/** A report that nobody has touched. */
export const untouched = { state: 'pending', result: null, narrative: '' } as const;

/** Reports of the officer of 民政課, one for each override. */
export const reportsLike = async (
  office: Office,
  staffed: Staffed,
  given: readonly Partial<Report>[],
): Promise<readonly Report[]> => (await openRound(office, staffed, given.length, i => given[i]!)).reports;

export const reportLike = async (office: Office, given: Partial<Report> = {}): Promise<Report> =>
  (await reportsLike(office, office.district, [given]))[0]!;

/** What makes a report complete enough to go up. */
export const answered = { result: 'done', narrative: '已完成櫃臺作業檢視' } as const;

export const inState = (office: Office, state: ReportState): Promise<Report> =>
  reportLike(office, state === 'pending' ? untouched : { state, ...answered });

/** The row as an API answer has it. */
export async function reading(office: Office, id: string): Promise<Report> {
  const { status, body } = await office.district.as.secretariat.get(`/api/reports/${id}`);
  expect(status).toBe(200);
  return body;
}
