import type { FastifyReply } from 'fastify';
import { acceptedMedia, type Evidence } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { sendFile } from '../files/send.ts';
import { Refusal } from '../problems/refusal.ts';
import { note } from '../records/change.ts';

type StoredFile = Evidence & { readonly sha256: string; readonly mediaType: string; readonly size: number };

const isFile = (row: Evidence): row is StoredFile => row.sha256 !== null && row.mediaType !== null && row.size !== null;

/** Looking at personal data leaves a trace, whichever way it is looked at. */
async function noteAccess(context: Context, actor: Actor, row: Evidence, action: string): Promise<void> {
  if (!row.personalData) return;
  const { id, agencyId, unitId, name } = row;
  await note(context, actor, [
    { action: 'evidence.personalData', resource: 'evidence', recordId: id, agencyId, unitId, after: { name, action } },
  ]);
}

/** Hands the file over as a download. @throws Refusal `not_found` for a link */
export async function sendEvidence(context: Context, reply: FastifyReply, actor: Actor, row: Evidence) {
  if (!isFile(row)) throw new Refusal('not_found');
  await noteAccess(context, actor, row, 'download');
  return sendFile(context, reply, actor, { ...row, resource: 'evidence' });
}

/** Framed by a plain `iframe` of the console: Chromium shows no PDF in one that is sandboxed once more. */
const previewPolicy =
  "default-src 'none'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

/** Shows an image or a PDF inside the console, where it can neither run anything nor be framed by others. */
export async function previewEvidence(context: Context, reply: FastifyReply, actor: Actor, row: Evidence) {
  if (!isFile(row) || !acceptedMedia[row.mediaType]?.preview) throw new Refusal('not_found');
  const stream = await context.storage.open(row.sha256);
  await noteAccess(context, actor, row, 'preview');
  return reply
    .header('content-disposition', 'inline')
    .header('content-type', row.mediaType)
    .header('content-length', row.size)
    .header('x-content-type-options', 'nosniff')
    .header('x-frame-options', 'SAMEORIGIN')
    .header('content-security-policy', previewPolicy)
    .header('cache-control', 'private, no-store')
    .send(stream);
}
