import type { FastifyReply } from 'fastify';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { note } from '../records/change.ts';

/** A stored file that goes out, and the record that it belongs to. */
export interface Outgoing {
  readonly resource: string;
  readonly id: string;
  readonly agencyId: string;
  readonly unitId?: string | null;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
}

/** RFC 6266: a plain name for old programs beside the real one. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** Sends a stored file as a download that no browser will open as a page, and records who took it. */
export async function sendFile(
  context: Context,
  reply: FastifyReply,
  actor: Actor,
  file: Outgoing,
): Promise<FastifyReply> {
  const { resource, id, agencyId, unitId = null, name, sha256 } = file;
  const stream = await context.storage.open(sha256);
  await note(context, actor, [
    { action: `${resource}.download`, resource, recordId: id, agencyId, unitId, after: { name, sha256 } },
  ]);
  return reply
    .header('content-disposition', attachment(name))
    .header('content-type', file.mediaType)
    .header('content-length', file.size)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store')
    .send(stream);
}

const made = (reply: FastifyReply, name: string, mediaType: string, bytes: Uint8Array): FastifyReply =>
  reply
    .header('content-disposition', attachment(name))
    .header('content-type', mediaType)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(bytes));

/** Sends a file that was made for this request and is kept nowhere, and records who took it. */
export async function sendMade(
  context: Context,
  reply: FastifyReply,
  actor: Actor,
  file: Omit<Outgoing, 'sha256' | 'size'> & { readonly bytes: Uint8Array },
): Promise<FastifyReply> {
  const { resource, id, agencyId, unitId = null, name, mediaType, bytes } = file;
  await note(context, actor, [
    { action: `${resource}.download`, resource, recordId: id, agencyId, unitId, after: { name } },
  ]);
  return made(reply, name, mediaType, bytes);
}

/** Sends a workbook that was made for this request and is kept nowhere. */
export const sendWorkbook = (reply: FastifyReply, name: string, bytes: Uint8Array): FastifyReply =>
  made(reply, name, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes);
