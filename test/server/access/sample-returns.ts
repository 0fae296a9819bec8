import { v7 as uuid } from 'uuid';
import { unreviewed } from '../../../server/collected-rows/blank.ts';
import { collectedRows } from '../../../server/collected-rows/definition.ts';
import { collectionFiles } from '../../../server/collection-files/definition.ts';
import { noCounts } from '../../../server/collection-files/preview.ts';
import { findings } from '../../../server/findings/definition.ts';
import type { Change } from '../../../server/records/change.ts';
import { insert } from '../../../server/records/records.ts';
import type { CollectedRow, CollectionFile, Finding } from '../../../sync/model/index.ts';

export interface Returns {
  readonly deliveries: string;
  readonly collectionFiles: string;
  readonly collectedRows: string;
  readonly findings: string;
}

interface Place {
  readonly bureauId: string;
  readonly collectionId: string;
  readonly recipientId: string;
  readonly rowId: string;
  readonly receivedBy: string;
  readonly sha256: string;
}

/** A file that came back and was read, one collected row, and a finding from it. */
export async function insertReturns(work: Change, place: Place): Promise<Returns> {
  const { bureauId, collectionId, recipientId, rowId, receivedBy, sha256 } = place;
  const deliveryId = uuid();
  await work.tx
    .insertInto('deliveries')
    .values({ id: deliveryId, createdAt: work.at, bureauId, collectionId, receivedBy, via: 'file', repeated: 0 })
    .execute();
  const fileId = uuid();
  const file: CollectionFile = {
    id: fileId,
    version: 1,
    createdAt: work.at,
    updatedAt: work.at,
    bureauId,
    collectionId,
    deliveryId,
    recipientId,
    recognisedBy: 'person',
    edition: 1,
    receivedBy,
    via: 'file',
    fileName: '樣本.xlsx',
    sha256,
    size: 45,
    state: 'read',
    stateReason: '',
    problem: null,
    counts: noCounts,
    doubts: [],
  };
  const beside = { decisions: '{}', issues: '[]', candidates: '[]', placements: '{}', tries: 1 };
  await work.tx
    .insertInto(collectionFiles.table as 'collectionFiles')
    .values({ ...file, problem: null, counts: JSON.stringify(file.counts), doubts: '[]', ...beside })
    .execute();
  const row = await insert<CollectedRow>(work, collectedRows, {
    bureauId,
    collectionId,
    recipientId,
    rowId,
    original: {},
    accepted: {},
    lineage: null,
    issues: [],
    first: unreviewed,
    second: unreviewed,
    returnReason: null,
  });
  const { id: found } = await insert<Finding>(work, findings, {
    agencyId: bureauId,
    againstId: bureauId,
    collectionId,
    collectedRowId: row.id,
    title: '樣本缺失',
    text: '',
    dueDate: null,
    state: 'open',
    stateReason: '',
    action: '',
    answeredAt: null,
  });
  return { deliveries: deliveryId, collectionFiles: fileId, collectedRows: row.id, findings: found };
}
