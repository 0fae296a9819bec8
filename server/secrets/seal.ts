import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Config } from '../config.ts';
import { Refusal } from '../problems/refusal.ts';
import { readKey } from './key-file.ts';

/*
 * What must not be readable in the database or its backups (private keys, access tokens) is stored sealed: AES-256-GCM
 * under a key that lies in a file beside the database, never in it. A sealed text names the key it was sealed with, so
 * that a lost key is told apart from a damaged text:
 *
 *   s1.<id of the key>.<nonce>.<ciphertext and tag>      all base64url
 */

/** Seals and opens short texts under the installation's key. */
export interface Secrets {
  readonly seal: (plain: string) => string;
  /** @throws Refusal `secret_key_missing` when the text was sealed under another key, `secret_damaged` when it was changed */
  readonly open: (sealed: string) => string;
}

/**
 * The installation's secrets. The key is read, or made, when first something is sealed or opened.
 * @throws ConfigError from `seal` and `open`, when the key file that was named is not there or holds no key
 */
export function openSecrets({ config }: { readonly config: Pick<Config, 'dataDir' | 'secretKeyFile'> }): Secrets {
  let held: Buffer | null = null;
  const key = () => {
    held ??= readKey(config);
    return held;
  };
  return {
    seal: plain => sealed(key(), plain),
    open: text => opened(key(), text),
  };
}

const version = 's1';
const tagBytes = 16;
const idOf = (key: Buffer): string =>
  createHash('sha256').update('guankao key ').update(key).digest('base64url').slice(0, 8);

function sealed(key: Buffer, plain: string): string {
  const nonce = randomBytes(12);
  const head = `${version}.${idOf(key)}`;
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(head));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return [head, nonce.toString('base64url'), body.toString('base64url')].join('.');
}

function opened(key: Buffer, text: string): string {
  const [named, id, nonce, body] = text.split('.');
  if (named !== version || !id || !nonce || !body) throw new Refusal('secret_damaged');
  if (id !== idOf(key)) throw new Refusal('secret_key_missing');
  const bytes = Buffer.from(body, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), { authTagLength: tagBytes })
      .setAAD(Buffer.from(`${named}.${id}`))
      .setAuthTag(bytes.subarray(-tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()]).toString('utf8');
  } catch {
    throw new Refusal('secret_damaged');
  }
}
