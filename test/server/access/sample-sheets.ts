import { v7 as uuid } from 'uuid';
import { recipientSheets } from '../../../server/recipient-sheets/definition.ts';
import type { Change } from '../../../server/records/change.ts';
import { insert } from '../../../server/records/records.ts';
import { sheetAccounts, sheets } from '../../../server/sheets/definition.ts';
import type { RecipientSheet, SheetAccount, SheetConnection } from '../../../sync/model/index.ts';

export interface Sheets {
  readonly sheetAccounts: string;
  readonly sheets: string;
  /** A grant that its owner has begun and let expire. */
  readonly sheetGrants: string;
}

interface Place {
  readonly agencyId: string;
  readonly personId: string;
  readonly roundId: string;
  readonly formId: string;
}

interface Handed {
  readonly agencyId: string;
  readonly personId: string;
  readonly collectionId: string;
  readonly recipientId: string;
  readonly sha256: string;
}

/** A spreadsheet that is no longer connected, so that nothing is asked of Google, and the account it was published under. */
export async function insertSheets(work: Change, place: Place): Promise<Sheets> {
  const { agencyId, personId, roundId, formId } = place;
  const account = await insert<SheetAccount>(work, sheetAccounts, {
    agencyId,
    kind: 'serviceAccount',
    name: 'sample@example.org',
    state: 'ok',
    createdBy: personId,
    ...{ sealed: 'sample' },
  });
  const sheet = await insert<SheetConnection>(work, sheets, {
    agencyId,
    roundId,
    formId,
    accountId: account.id,
    createdBy: personId,
    name: '樣本試算表',
    spreadsheetId: null,
    url: null,
    folderId: null,
    tabbing: 'one',
    mode: 'preview',
    everyMinutes: null,
    state: 'disconnected',
    problem: null,
    question: null,
    lastSent: 0,
    lastTaken: 0,
    waiting: 0,
    exchangeId: null,
    lastSyncAt: null,
    nextSyncAt: null,
  });
  const grantId = uuid();
  await work.tx
    .insertInto('sheetGrants')
    .values({
      id: grantId,
      userId: personId,
      agencyId,
      flow: 'device',
      stateHash: null,
      sealed: 'sample',
      createdAt: work.at,
      expiresAt: '2000-01-01T00:00:00.000Z',
    })
    .execute();
  return { sheetAccounts: account.id, sheets: sheet.id, sheetGrants: grantId };
}

/** Let go likewise, and under nobody's lease. */
export async function insertHandedOut(work: Change, place: Handed, accountId: string): Promise<string> {
  const { agencyId, personId, collectionId, recipientId, sha256 } = place;
  const sheet = await insert<RecipientSheet>(work, recipientSheets, {
    bureauId: agencyId,
    agencyId,
    collectionId,
    recipientId,
    accountId,
    createdBy: personId,
    name: '樣本',
    edition: 1,
    folderId: null,
    spreadsheetId: null,
    url: null,
    shareWith: null,
    sharedAt: null,
    state: 'disconnected',
    problem: null,
    editedAt: null,
    takeNext: false,
    takenAt: null,
    fileId: null,
    lookedAt: null,
    nextLookAt: null,
    ...{ sha256, reviewNext: false },
  });
  return sheet.id;
}
