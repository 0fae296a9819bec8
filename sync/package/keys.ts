import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { z } from 'zod';

/** A pair of Ed25519 keys (RFC 8032); both as base64, the public one raw, the private one as PKCS #8. */
export interface KeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** What stands before the 32 bytes of an Ed25519 public key in SubjectPublicKeyInfo (RFC 8410). */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex');
const publicKeyBytes = 32;

/** A raw Ed25519 public key as base64, in its one spelling. */
export const publicKey = z
  .string()
  .refine(
    text =>
      Buffer.from(text, 'base64').length === publicKeyBytes && Buffer.from(text, 'base64').toString('base64') === text,
    { message: 'public_key' },
  );

/** First half of the SHA-256 of a public key, in hex: what people compare. */
export const fingerprintOf = (key: string): string =>
  createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);

export function newKeyPair(): KeyPair {
  const { publicKey: pub, privateKey } = generateKeyPairSync('ed25519');
  const spki = pub.export({ type: 'spki', format: 'der' });
  return {
    publicKey: spki.subarray(spkiHead.length).toString('base64'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  };
}

/** Keeps a signature of a package from being one of anything else. */
const purpose = Buffer.from('guankao package manifest\n');

export function signManifest(privateKey: string, manifest: Uint8Array): string {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), type: 'pkcs8', format: 'der' });
  return sign(null, Buffer.concat([purpose, manifest]), key).toString('base64');
}

export function verifyManifest(key: string, manifest: Uint8Array, signature: string): boolean {
  const der = Buffer.concat([spkiHead, Buffer.from(key, 'base64')]);
  try {
    const pub = createPublicKey({ key: der, type: 'spki', format: 'der' });
    return verify(null, Buffer.concat([purpose, manifest]), pub, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

/** What an agency hands to another so that its packages are known: mailed once, compared by fingerprint on the telephone. */
export const keyFile = z.strictObject({
  kind: z.literal('guankao-key'),
  version: z.literal(1),
  agency: z.strictObject({ id: z.string().min(1).max(64), name: z.string().trim().min(1).max(120) }),
  publicKey,
  fingerprint: z.string(),
});
export type KeyFile = z.infer<typeof keyFile>;

export const keyFileOf = (agency: KeyFile['agency'], key: string): KeyFile => ({
  kind: 'guankao-key',
  version: 1,
  agency,
  publicKey: key,
  fingerprint: fingerprintOf(key),
});

/** The key of a key file; null when it is none, or its fingerprint is not that of its key. */
export function readKeyFile(text: string): KeyFile | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = keyFile.safeParse(value);
  return parsed.success && parsed.data.fingerprint === fingerprintOf(parsed.data.publicKey) ? parsed.data : null;
}
