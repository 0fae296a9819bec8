import {
  type Edition,
  editionOf,
  type Order,
  type RecipientName,
  type Returned,
  readReturned,
} from '../../../sync/collect/index.ts';
import { profileForm } from '../../../sync/form/profile/index.ts';
import { readWorkbook, type Workbook } from '../../../sync/sheet/index.ts';
import { answerOf } from '../../support/returned/questions.ts';

export function opened(bytes: Uint8Array): Workbook {
  const read = readWorkbook(bytes, '檢核表');
  if (!read.ok) throw new Error(read.issue.message);
  return read.workbook;
}

/** The issued form; its questions are called q0, q1, … in the order of the form. */
export function editionFrom(bytes: Uint8Array, edition = 1): Edition {
  const workbook = opened(bytes);
  const profile = profileForm(workbook);
  const rows = profile.sheets.flatMap(({ name, rows }) => rows.map(({ row }) => ({ sheet: name, row })));
  return editionOf(workbook, { edition, profile, rows: rows.map((place, i) => ({ ...place, rowId: `q${i}` })) });
}

export const orderFor = (editions: readonly Edition[], recipients: readonly RecipientName[]): Order => ({
  collection: 'c1',
  recipients,
  editions,
});

export function returnedOf(bytes: Uint8Array, name: string, order: Order): Extract<Returned, { ok: true }> {
  const returned = readReturned(bytes, name, order);
  if (!returned.ok) throw new Error(returned.issue.message);
  return returned;
}

/** What an agency answers to a question, as it is read. */
export function expected(agency: number, question: number) {
  const { result, narrative, evidence, selfScore, remarks } = answerOf(agency, question);
  return {
    result: result || null,
    narrative: narrative || null,
    evidence: evidence || null,
    selfScore,
    remarks: remarks || null,
  };
}
