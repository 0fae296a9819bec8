import { z } from 'zod';

/** An application that people may grant access to (OAuth client), as Google hands it out for desktop, TV or web. */
export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret: string | null;
}

/** What lets us speak to Google. All of it is secret. */
export type Credential =
  | {
      readonly kind: 'serviceAccount';
      readonly email: string;
      readonly privateKey: string;
      readonly keyId: string | null;
    }
  | { readonly kind: 'oauth'; readonly client: OAuthClient; readonly refreshToken: string };

const serviceAccount = z.object({
  type: z.literal('service_account'),
  client_email: z.email().max(255),
  private_key: z.string().includes('-----BEGIN').max(10_000),
  private_key_id: z.string().max(200).optional(),
});
const client = z.object({ client_id: z.string().min(1).max(300), client_secret: z.string().max(300).optional() });
const clientFile = z.union([z.object({ installed: client }), z.object({ web: client })]);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The key file of a service account; null when it is none. Addresses that stand in it are never followed. */
export function serviceAccountOf(text: string): Extract<Credential, { kind: 'serviceAccount' }> | null {
  const read = serviceAccount.safeParse(parsed(text));
  if (!read.success) return null;
  const { client_email: email, private_key: privateKey, private_key_id: keyId = null } = read.data;
  return { kind: 'serviceAccount', email, privateKey, keyId };
}

/** The file of an OAuth client; null when it is none. */
export function oauthClientOf(text: string): OAuthClient | null {
  const read = clientFile.safeParse(parsed(text));
  if (!read.success) return null;
  const { client_id: clientId, client_secret: clientSecret = null } =
    'installed' in read.data ? read.data.installed : read.data.web;
  return { clientId, clientSecret };
}

const authorizedUser = z.object({
  type: z.literal('authorized_user'),
  client_id: z.string().min(1).max(300),
  client_secret: z.string().max(300).optional(),
  refresh_token: z.string().min(1).max(2000),
});

/** The file that Google's own tools leave for a person who has granted access; null when it is none. */
export function authorizedUserOf(text: string): Extract<Credential, { kind: 'oauth' }> | null {
  const read = authorizedUser.safeParse(parsed(text));
  if (!read.success) return null;
  const { client_id: clientId, client_secret: clientSecret = null, refresh_token: refreshToken } = read.data;
  return { kind: 'oauth', client: { clientId, clientSecret }, refreshToken };
}
