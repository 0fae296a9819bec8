import type { FastifyRequest } from 'fastify';
import type { Evidence } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { type Arrived, arrivals, keep, megabytes, type Oversized, tooLarge } from '../files/receive.ts';
import { Refusal } from '../problems/refusal.ts';
import { change } from '../records/change.ts';
import { insert } from '../records/records.ts';
import { attach, writableReport } from './attaching.ts';
import { mediaTypeOf } from './content.ts';
import { evidences } from './definition.ts';
import { fileName, plainName } from './names.ts';

/** How many files one upload may bring, and how many times the size of the largest file all of them together. */
const most = { files: 20, limits: 3 };

export interface Received {
  readonly stored: readonly Evidence[];
  readonly refused: readonly { readonly name: string; readonly refusal: Refusal }[];
}

/**
 * Takes the files of an upload to one report. Each stands alone: it is stored, attached and in the event log before the
 * next one is looked at, so that an upload that breaks off has lost only what had not arrived.
 * @throws Refusal when the report cannot be written or nothing at all could be taken
 */
export async function receiveEvidence(
  context: Context,
  request: FastifyRequest,
  actor: Actor,
  reportId: string,
): Promise<Received> {
  refuseHuge(request, context.config.uploadLimitBytes);
  // Before anything is read off the line.
  await change(context, actor, work => writableReport(work, reportId));
  const stored: Evidence[] = [];
  const refused: Received['refused'][number][] = [];
  try {
    for await (const file of arrivals(context, request, most.files)) {
      try {
        stored.push(await store(context, actor, reportId, file));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.push({ name: plainName(file.name), refusal: error });
      }
    }
  } catch (error) {
    const refusal = restRefused(error);
    if (!refusal || stored.length + refused.length === 0) throw error;
    refused.push({ name: '', refusal });
  }
  if (stored.length + refused.length === 0) throw new Refusal('file_missing');
  return { stored, refused };
}

/** What is announced as too large is refused before it is sent. */
function refuseHuge(request: FastifyRequest, uploadLimitBytes: number): void {
  const limit = most.limits * uploadLimitBytes;
  if (Number(request.headers['content-length'] ?? 0) > limit)
    throw new Refusal('upload_too_large', { total: megabytes(limit), each: megabytes(uploadLimitBytes) });
}

/** Why the rest of an upload could not be taken, when that does not undo what was. */
function restRefused(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  return error instanceof Error && 'code' in error && error.code === 'FST_FILES_LIMIT'
    ? new Refusal('too_many_files')
    : null;
}

async function store(context: Context, actor: Actor, reportId: string, file: Arrived | Oversized): Promise<Evidence> {
  if ('tooLarge' in file) throw tooLarge(context.config.uploadLimitBytes);
  const mediaType = await mediaTypeOf({ ...file, name: plainName(file.name) });
  await keep(context, file, mediaType);
  const { sha256, size } = file;
  return change(context, actor, async work => {
    const report = await writableReport(work, reportId);
    const evidence = await insert(
      work,
      evidences,
      {
        agencyId: report.agencyId,
        unitId: report.unitId,
        uploaderId: actor.id,
        kind: 'file',
        name: fileName(file.name, mediaType),
        url: null,
        sha256,
        mediaType,
        size,
        personalData: false,
      },
      'upload',
    );
    await attach(work, report, evidence);
    return evidence;
  });
}
