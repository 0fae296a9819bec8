import { createHash, createSign, randomBytes } from 'node:crypto';
import type { Credential, OAuthClient } from './credential.ts';
import { GoogleFault } from './faults.ts';
import { type Places, scopes } from './places.ts';

/** A token that lets requests through for a while. `expiresAt` in ms since 1970. */
export interface AccessToken {
  readonly token: string;
  readonly expiresAt: number;
}

type Answer = Readonly<Record<string, unknown>>;
const timeoutMs = 20_000;

async function post(
  url: string,
  form: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly body: Answer }> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch {
    throw new GoogleFault('unclear', 'google_unreachable', null, 'token');
  }
  const body: unknown = await response.json().catch(() => null);
  return { status: response.status, body: typeof body === 'object' && body !== null ? (body as Answer) : {} };
}

const textIn = (body: Answer, key: string): string => (typeof body[key] === 'string' ? (body[key] as string) : '');

function tokenIn(status: number, body: Answer, now: number): AccessToken {
  const token = textIn(body, 'access_token');
  if (status === 200 && token !== '') return { token, expiresAt: now + Number(body.expires_in ?? 3600) * 1000 };
  const error = textIn(body, 'error');
  if (status >= 500) throw new GoogleFault('unclear', 'google_unreachable', status, error);
  if (status === 429) throw new GoogleFault('refused', 'google_busy', status, error);
  throw new GoogleFault('final', 'google_revoked', status, error);
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** RFC 7523: says who we are, signed with the account's key. */
function assertion(credential: Extract<Credential, { kind: 'serviceAccount' }>, audience: string, now: number): string {
  const issued = Math.floor(now / 1000);
  const head = encoded({ alg: 'RS256', typ: 'JWT', ...(credential.keyId ? { kid: credential.keyId } : {}) });
  const claims = encoded({
    iss: credential.email,
    scope: scopes.serviceAccount.join(' '),
    aud: audience,
    iat: issued,
    exp: issued + 3600,
  });
  try {
    const signature = createSign('RSA-SHA256').update(`${head}.${claims}`).sign(credential.privateKey, 'base64url');
    return `${head}.${claims}.${signature}`;
  } catch {
    throw new GoogleFault('final', 'google_revoked', null, 'key');
  }
}

const clientForm = ({ clientId, clientSecret }: OAuthClient): Readonly<Record<string, string>> => ({
  client_id: clientId,
  ...(clientSecret === null ? {} : { client_secret: clientSecret }),
});

/** A fresh token for a credential. @throws GoogleFault `google_revoked` when it counts no longer */
export async function accessToken(credential: Credential, places: Places, now: () => number): Promise<AccessToken> {
  const form =
    credential.kind === 'serviceAccount'
      ? {
          grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
          assertion: assertion(credential, places.token, now()),
        }
      : { grant_type: 'refresh_token', refresh_token: credential.refreshToken, ...clientForm(credential.client) };
  const { status, body } = await post(places.token, form);
  return tokenIn(status, body, now());
}

/** What a person is sent to Google with (RFC 7636): the page's address, and what stays here until they come back. */
export interface BrowserGrant {
  readonly url: string;
  readonly state: string;
  readonly verifier: string;
}

/** Begins the browser flow with PKCE: who intercepts the code cannot use it, and who forges the way back does not know the state. */
export function beginBrowserGrant(client: OAuthClient, redirectUrl: string, places: Places): BrowserGrant {
  const state = randomBytes(32).toString('base64url');
  const verifier = randomBytes(48).toString('base64url');
  const url = new URL(places.authorize);
  url.search = new URLSearchParams({
    client_id: client.clientId,
    redirect_uri: redirectUrl,
    response_type: 'code',
    scope: scopes.oauth.join(' '),
    // Without these Google gives no refresh token to who granted before.
    access_type: 'offline',
    prompt: 'consent',
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  return { url: url.href, state, verifier };
}

/** Ends the browser flow. @throws GoogleFault */
export async function finishBrowserGrant(
  client: OAuthClient,
  { code, verifier, redirectUrl }: { readonly code: string; readonly verifier: string; readonly redirectUrl: string },
  places: Places,
): Promise<Extract<Credential, { kind: 'oauth' }>> {
  const { status, body } = await post(places.token, {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri: redirectUrl,
    ...clientForm(client),
  });
  tokenIn(status, body, 0);
  return granted(client, body);
}

function granted(client: OAuthClient, body: Answer): Extract<Credential, { kind: 'oauth' }> {
  const refreshToken = textIn(body, 'refresh_token');
  if (refreshToken === '') throw new GoogleFault('final', 'google_revoked', 200, 'no refresh token');
  return { kind: 'oauth', client, refreshToken };
}

export interface DeviceGrant {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly url: string;
  /** In seconds. */
  readonly interval: number;
  readonly expiresIn: number;
}

/** Begins the device flow (RFC 8628): the person types a code on a page of Google's, on whatever device. @throws GoogleFault */
export async function beginDeviceGrant(client: OAuthClient, places: Places): Promise<DeviceGrant> {
  const { status, body } = await post(places.device, { client_id: client.clientId, scope: scopes.oauth.join(' ') });
  const deviceCode = textIn(body, 'device_code');
  if (status !== 200 || deviceCode === '')
    throw new GoogleFault(
      status >= 500 ? 'unclear' : 'final',
      status >= 500 ? 'google_unreachable' : 'google_rejected',
      status,
      textIn(body, 'error'),
    );
  return {
    deviceCode,
    userCode: textIn(body, 'user_code'),
    url: textIn(body, 'verification_url') || textIn(body, 'verification_uri'),
    interval: Math.max(1, Number(body.interval ?? 5)),
    expiresIn: Number(body.expires_in ?? 1800),
  };
}

export type DeviceAnswer =
  | { readonly state: 'pending' | 'denied' | 'expired' }
  | { readonly state: 'granted'; readonly credential: Extract<Credential, { kind: 'oauth' }> };

/** Looks once whether the person has granted it. @throws GoogleFault */
export async function lookAtDeviceGrant(
  client: OAuthClient,
  deviceCode: string,
  places: Places,
): Promise<DeviceAnswer> {
  const { status, body } = await post(places.token, {
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    device_code: deviceCode,
    ...clientForm(client),
  });
  const error = textIn(body, 'error');
  if (error === 'authorization_pending' || error === 'slow_down') return { state: 'pending' };
  if (error === 'access_denied') return { state: 'denied' };
  if (error === 'expired_token') return { state: 'expired' };
  tokenIn(status, body, 0);
  return { state: 'granted', credential: granted(client, body) };
}

/** Gives a grant back. Failing to do so is no matter: it can be taken away at Google too. */
export async function revokeGrant(credential: Credential, places: Places): Promise<void> {
  if (credential.kind !== 'oauth') return;
  await post(places.revoke, { token: credential.refreshToken }).catch(() => undefined);
}
