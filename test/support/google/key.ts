import { generateKeyPairSync } from 'node:crypto';
import type { Cloud } from './cloud.ts';

let pair: { readonly publicKey: string; readonly privateKey: string } | null = null;

/** The JSON key of a service account that the emulator knows. All have the same pair of keys, which takes long to find. */
export function newServiceAccount(cloud: Cloud, email = 'guankao@emulator.iam.gserviceaccount.com'): string {
  pair ??= generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  cloud.addServiceAccount(email, pair.publicKey);
  return JSON.stringify({
    type: 'service_account',
    client_email: email,
    private_key: pair.privateKey,
    private_key_id: 'emulated',
    token_uri: 'http://169.254.169.254/never-followed',
  });
}

/** The JSON of an OAuth client. */
export const oauthClient = JSON.stringify({
  installed: { client_id: 'emulated-client', client_secret: 'emulated-secret' },
});
