import type { Packet, PacketCreate, TrustedKey } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../problems/refusal.ts';
import { change } from '../records/change.ts';
import { insert } from '../records/records.ts';
import { markHandedOut } from './collecting/handed-out.ts';
import { packages, trustedKeys } from './definition.ts';
import { gather } from './gather/index.ts';
import { senderOf, writtenPacket } from './written.ts';

/**
 * Makes a package for the holder of a trusted key, stores it and lists it as sent.
 * @throws Refusal `key_revoked`, `package_no_accepted`, `package_file_changed`, `secret_key_missing`, `package_over_limit`,
 * `package_over_format`, `no_space`
 */
export async function makePacket(context: Context, actor: Actor, wish: PacketCreate): Promise<Packet> {
  const recipient = await context.lister.read<TrustedKey>(trustedKeys, actor, wish.trustedKeyId);
  if (recipient.state !== 'trusted') throw new Refusal('key_revoked');
  const gathered = await gather(context, actor, wish, recipient);
  const written = await writtenPacket(context, await senderOf(context, actor), recipient, wish.kind, gathered);
  return change(context, actor, async work => {
    const packet = await insert<Packet>(work, packages, written, 'send');
    await markHandedOut(work, [packet]);
    return packet;
  });
}
