import { type FileStanding, GoogleFault } from '../../sync/sheet/google/index.ts';
import type { Stored } from '../database/schema.ts';
import { reading } from '../reading/run.ts';
import { problemOf } from '../sheets/failure.ts';
import type { InHand } from './look-after.ts';

type Kept = Stored<'recipientSheets'>;

/**
 * Makes the spreadsheet of a workbook where that is still to be done, and shares it with its agency. Its id went with it: after a
 * server that was killed and after a lost answer it is found by that instead of being made twice.
 * @throws GoogleFault
 */
export async function publish(inHand: InHand): Promise<Kept> {
  const made = inHand.kept.spreadsheetId === null ? await make(inHand) : inHand.kept;
  return made.shareWith === null || made.sharedAt !== null ? made : share({ ...inHand, kept: made });
}

async function make({ context, google, kept, keep, log }: InHand): Promise<Kept> {
  const bytes = await context.storage.read(kept.sha256);
  const texts = await reading.read('texts', { bytes, name: kept.name }, log);
  const { spreadsheetId, url, isNew } = await google.create(kept.name, kept.id, kept.folderId, bytes);
  const standing: FileStanding = await google.standing(spreadsheetId);
  const made = {
    spreadsheetId,
    url,
    state: 'active',
    problem: null,
    takenTexts: texts.ok ? texts.result : null,
    // Somebody may have written in one that was found.
    takenMark: isNew ? JSON.stringify(standing) : null,
  } as const;
  await keep(made, async ({ tx, at, record }) => {
    await tx
      .updateTable('recipients')
      .set({ sentAt: at, sentVia: 'sheet', updatedAt: at })
      .where('id', '=', kept.recipientId)
      .where('sentAt', 'is', null)
      .execute();
    record({
      action: 'recipientSheets.publish',
      resource: 'recipientSheets',
      recordId: kept.id,
      agencyId: kept.bureauId,
      after: { spreadsheetId, url },
    });
  });
  return { ...kept, ...made };
}

async function share({ context, google, kept, keep }: InHand): Promise<Kept> {
  const { id, bureauId, spreadsheetId, shareWith } = kept;
  const done = await google.share(spreadsheetId!, shareWith!).then(
    () => ({ sharedAt: context.now().toISOString(), problem: null }),
    (error: unknown) => {
      // It is there all the same, and may be shared by hand.
      if (!(error instanceof GoogleFault) || error.kind !== 'final' || passing.has(error.code)) throw error;
      const problem = problemOf('google_share_refused', 'warning', { address: shareWith! });
      return { shareWith: null, problem: JSON.stringify(problem) };
    },
  );
  await keep(done, async ({ record }) =>
    record({
      action: 'recipientSheets.share',
      resource: 'recipientSheets',
      recordId: id,
      agencyId: bureauId,
      after: { shareWith, shared: done.problem === null },
    }),
  );
  return { ...kept, ...done };
}

/** Failures of the account or the spreadsheet, which are not about the address. */
const passing: ReadonlySet<string> = new Set(['google_revoked', 'google_absent']);
