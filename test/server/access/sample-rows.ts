import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { assignments } from '../../../server/assignments/definition.ts';
import { collections } from '../../../server/collections/definition.ts';
import { crosswalkLinks } from '../../../server/crosswalk/definition.ts';
import { evidences } from '../../../server/evidence/definition.ts';
import { exchanges } from '../../../server/exchanges/definition.ts';
import { type PlanItemRow, planItemRows } from '../../../server/plan-items/definition.ts';
import { plans } from '../../../server/plans/definition.ts';
import { blankRecipient } from '../../../server/recipients/add.ts';
import { recipients } from '../../../server/recipients/definition.ts';
import { type Change, change } from '../../../server/records/change.ts';
import { insert, insertMany } from '../../../server/records/records.ts';
import { reports } from '../../../server/reports/definition.ts';
import { rounds } from '../../../server/rounds/definition.ts';
import {
  type Assignment,
  type Collection,
  type CrosswalkLink,
  type Evidence,
  type Exchange,
  noSections,
  type Plan,
  type Recipient,
  type Report,
  type Round,
} from '../../../sync/model/index.ts';
import type { Office, Staffed } from '../../support/office.ts';
import { insertPackages, type Packages } from './sample-packages.ts';
import { insertReturns, type Returns } from './sample-returns.ts';
import { insertHandedOut, insertSheets, type Sheets } from './sample-sheets.ts';

/** Whose a row is: an agency, a unit of it, and the officer in charge. */
export interface Owner {
  readonly staffed: Staffed;
  readonly unit: string;
  readonly officerId: string;
}

export interface Rows extends Returns, Packages, Sheets {
  readonly agencies: string;
  readonly units: string;
  readonly users: string;
  readonly plans: string;
  readonly planItems: string;
  /** Another plan of the same agency with an item, which the plan's item serves. */
  readonly otherPlan: string;
  readonly otherItem: string;
  readonly crosswalkLinks: string;
  readonly assignments: string;
  readonly rounds: string;
  readonly reports: string;
  readonly evidence: string;
  readonly templates: string;
  readonly forms: string;
  readonly exchanges: string;
  readonly collections: string;
  readonly collectionRows: string;
  readonly recipients: string;
  readonly recipientSheets: string;
}

const nobody = { id: 'nobody', name: 'nobody', agencyId: '', unitId: null, role: 'administrator' } as const;
const bytes = Buffer.from('%PDF-1.4 sample');
const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
const sha256 = hashOf(bytes);

async function storeSample({ context }: Office, content: Buffer = bytes): Promise<string> {
  const sha256 = hashOf(content);
  const path = join(context.storage.incoming, uuid());
  await writeFile(path, content);
  await context.storage.keep(sha256, path);
  await context.db
    .insertInto('files')
    .values({ sha256, size: content.length, mediaType: 'application/pdf', createdAt: context.now().toISOString() })
    .onConflict(conflict => conflict.doNothing())
    .execute();
  return sha256;
}

/**
 * Makes one fresh row of every resource for an owner. What the agency has submitted to its bureau is made as such: the plan
 * is published, the round open, the report accepted.
 */
export async function rowsFor(office: Office, { staffed, unit, officerId }: Owner): Promise<Rows> {
  await storeSample(office);
  // An agency has the same bytes as a template only once.
  const ownBytes = await storeSample(office, Buffer.from(`%PDF-1.4 ${uuid()}`));
  const agencyId = staffed.agency.id;
  const unitId = staffed.units[unit]!.id;
  return change(office.context, nobody, async work => {
    const { plan, item } = await insertPlan(work, agencyId);
    const other = await insertPlan(work, agencyId);
    const link = await insert<CrosswalkLink>(work, crosswalkLinks, {
      agencyId,
      planId: plan.id,
      planItemId: (await insertItem(work, plan)).id,
      superiorPlanId: other.plan.id,
      superiorItemId: other.item.id,
      note: '',
    });
    const assignment = await insert<Assignment>(work, assignments, {
      agencyId,
      planId: plan.id,
      planItemId: item.id,
      unitId,
      part: 'lead',
      officerId,
      state: 'open',
      stateReason: '',
    });
    const round = await insert<Round>(work, rounds, {
      agencyId,
      planId: plan.id,
      kind: 'routine',
      title: '樣本查核',
      year: 114,
      month: 6,
      dueDate: '2025-06-30',
      state: 'open',
    });
    const report = await insert<Report>(work, reports, {
      agencyId,
      planId: plan.id,
      planItemId: item.id,
      assignmentId: assignment.id,
      roundId: round.id,
      unitId,
      officerId,
      dueDate: '2025-06-30',
      state: 'accepted',
      stateReason: '',
      result: 'done',
      narrative: '已辦理。',
      figures: [],
      plannedProgress: null,
      actualProgress: null,
      delayCause: '',
      remedy: '',
      remarks: '',
      submittedAt: null,
      acceptedAt: work.at,
      chasedAt: null,
      evidenceCount: 1,
    });
    const evidence = await insert<Evidence>(work, evidences, {
      agencyId,
      unitId,
      uploaderId: officerId,
      kind: 'file',
      name: '樣本.pdf',
      url: null,
      sha256,
      mediaType: 'application/pdf',
      size: bytes.length,
      personalData: false,
    });
    await work.tx
      .insertInto('reportEvidence')
      .values({ reportId: report.id, evidenceId: evidence.id, attachedAt: work.at, attachedBy: officerId })
      .execute();
    const templateId = await insertTemplate(work, agencyId, ownBytes);
    const collected = await insertCollection(work, agencyId, templateId);
    const returns = await insertReturns(work, {
      bureauId: agencyId,
      collectionId: collected.collections,
      recipientId: collected.recipients,
      rowId: collected.collectionRows,
      receivedBy: officerId,
      sha256,
    });
    const packed = await insertPackages(work, { agencyId, personId: officerId, sha256 });
    const formId = await insertForm(work, { agencyId, planId: plan.id, roundId: round.id, issuedBy: officerId });
    const online = await insertSheets(work, {
      agencyId,
      personId: officerId,
      roundId: round.id,
      formId,
    });
    const recipientSheets = await insertHandedOut(
      work,
      {
        agencyId,
        personId: officerId,
        collectionId: collected.collections,
        recipientId: collected.recipients,
        sha256,
      },
      online.sheetAccounts,
    );
    const exchange = await insert<Exchange>(work, exchanges, {
      agencyId,
      formId,
      roundId: round.id,
      receivedBy: officerId,
      fileName: '樣本.xlsx',
      sha256,
      size: bytes.length,
      state: 'received',
      stateReason: '',
      problem: null,
      counts: { rows: 0, changes: 0, conflicts: 0, unsettled: 0, notReturned: 0, strays: 0 },
      appliedAt: null,
      undoneAt: null,
    });
    return {
      agencies: agencyId,
      units: unitId,
      users: officerId,
      plans: plan.id,
      planItems: item.id,
      otherPlan: other.plan.id,
      otherItem: other.item.id,
      crosswalkLinks: link.id,
      assignments: assignment.id,
      rounds: round.id,
      reports: report.id,
      evidence: evidence.id,
      templates: templateId,
      forms: formId,
      exchanges: exchange.id,
      ...packed,
      ...online,
      recipientSheets,
      ...collected,
      ...returns,
    };
  });
}

async function insertPlan(work: Change, agencyId: string) {
  const plan = await insert<Plan>(work, plans, {
    agencyId,
    year: 114,
    title: '樣本計畫',
    sections: noSections,
    state: 'published',
    documentDate: null,
    documentNumber: null,
    approvedAt: null,
    approvedBy: null,
    publishedAt: null,
    publishedBy: null,
    publicId: null,
    membersPublic: false,
    closedAt: null,
  });
  return { plan, item: await insertItem(work, plan) };
}

const insertItem = (work: Change, { id: planId, agencyId }: Plan) =>
  insert<PlanItemRow>(work, planItemRows, {
    agencyId,
    planId,
    parentId: null,
    position: 0,
    depth: 0,
    label: '一',
    text: '樣本項目',
    units: [],
    checkMonths: [],
    cadence: [],
    remarks: '',
    carriedFrom: null,
    skeletonKey: null,
  });

async function insertTemplate(work: Change, agencyId: string, sha256: string): Promise<string> {
  const id = uuid();
  const stamp = { version: 1, createdAt: work.at, updatedAt: work.at };
  const profile = JSON.stringify({ agencyName: null, period: null, sheets: [], issues: [] });
  await work.tx
    .insertInto('templates')
    .values({
      id,
      ...stamp,
      agencyId,
      name: '樣本範本',
      fileName: '樣本.xlsx',
      sha256,
      size: 45,
      format: 'xlsx',
      rowCount: 0,
      sourceSha256: sha256,
      found: profile,
      profile,
      corrections: '[]',
      learnedFrom: null,
    })
    .execute();
  return id;
}

/** An open collection with one question, which the agency asks itself. */
async function insertCollection(work: Change, agencyId: string, templateId: string) {
  const collection = await insert<Collection>(work, collections, {
    agencyId,
    name: '樣本彙整案',
    templateId,
    edition: 1,
    dueDate: '2025-06-30',
    instructions: '',
    state: 'open',
    previousId: null,
  });
  const row = { id: uuid(), bureauId: agencyId, collectionId: collection.id, position: 0, label: '1', text: '題目' };
  await work.tx
    .insertInto('collectionRows')
    .values({ ...row, path: '[]', skeletonKey: null })
    .execute();
  const [recipient] = await insertMany<Recipient>(work, recipients, [
    {
      ...blankRecipient,
      bureauId: agencyId,
      agencyId,
      collectionId: collection.id,
      mailTo: null,
      edition: 1,
      fileName: '樣本.xlsx',
      sha256,
    },
  ]);
  return { collections: collection.id, collectionRows: row.id, recipients: recipient!.id };
}

async function insertForm(
  work: Change,
  place: { readonly agencyId: string; readonly planId: string; readonly roundId: string; readonly issuedBy: string },
): Promise<string> {
  const id = uuid();
  const form = {
    id,
    createdAt: work.at,
    ...place,
    name: '樣本.xlsx',
    sha256,
    size: bytes.length,
    rowCount: 0,
    unitIds: '[]',
    templateId: null,
    format: 'xlsx' as const,
    notices: '[]',
  };
  await work.tx.insertInto('forms').values(form).execute();
  return id;
}
