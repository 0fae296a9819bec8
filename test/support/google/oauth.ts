import { createHash, createVerify, randomBytes } from 'node:crypto';
import type { Cloud } from './cloud.ts';

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly html?: string;
  readonly bytes?: Uint8Array;
}

type Form = Readonly<Record<string, string>>;
const json = (status: number, body: unknown): Reply => ({ status, body });
const refused = (error: string): Reply => json(400, { error, error_description: error });

/** Who grants where nobody is asked: the emulator has one person. */
export const person = 'clerk@example.test';
/** Who grants on another device. */
export const personElsewhere = 'desk@example.test';

const grants: Readonly<Record<string, (cloud: Cloud, form: Form) => Reply>> = {
  'urn:ietf:params:oauth:grant-type:jwt-bearer': (cloud, { assertion = '' }) => {
    const [head = '', claims = '', signature = ''] = assertion.split('.');
    const { iss, aud, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString() || '{}') as Record<
      string,
      unknown
    >;
    const key = cloud.keysOf.get(String(iss));
    const isSigned = key && createVerify('RSA-SHA256').update(`${head}.${claims}`).verify(key, signature, 'base64url');
    if (!isSigned || aud !== `${cloud.root}/token` || Number(exp) * 1000 < cloud.now()) return refused('invalid_grant');
    return json(200, { access_token: cloud.newToken(String(iss), true), expires_in: 3599, token_type: 'Bearer' });
  },
  refresh_token: (cloud, { refresh_token: token = '' }) => {
    const account = cloud.refreshTokens.get(token);
    if (!account) return refused('invalid_grant');
    return json(200, { access_token: cloud.newToken(account, false), expires_in: 3599, token_type: 'Bearer' });
  },
  authorization_code: (cloud, { code = '', code_verifier: verifier = '', redirect_uri: redirectUri }) => {
    const found = cloud.codes.get(code);
    cloud.codes.delete(code);
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    if (!found || found.challenge !== challenge || found.redirectUri !== redirectUri) return refused('invalid_grant');
    return json(200, {
      access_token: cloud.newToken(found.account, false),
      refresh_token: cloud.newRefreshToken(found.account),
      expires_in: 3599,
    });
  },
  'urn:ietf:params:oauth:grant-type:device_code': (cloud, { device_code: code = '' }) => {
    const device = cloud.devices.get(code);
    if (!device) return refused('expired_token');
    if (device.denied) return json(403, { error: 'access_denied' });
    if (!device.granted) return json(428, { error: 'authorization_pending' });
    cloud.devices.delete(code);
    return json(200, {
      access_token: cloud.newToken(device.granted, false),
      refresh_token: cloud.newRefreshToken(device.granted),
      expires_in: 3599,
    });
  },
};

export const tokenReply = (cloud: Cloud, form: Form): Reply => {
  const grant = grants[form.grant_type ?? ''];
  return grant ? grant(cloud, form) : refused('unsupported_grant_type');
};

/** The page where a person would be asked; here they say yes. */
export function authorizeReply(cloud: Cloud, query: Form): Reply {
  const {
    redirect_uri: redirectUri = '',
    state = '',
    code_challenge: challenge = '',
    code_challenge_method: method,
  } = query;
  if (method !== 'S256' || challenge === '' || state === '') return refused('invalid_request');
  const code = randomBytes(16).toString('base64url');
  cloud.codes.set(code, { challenge, redirectUri, account: person });
  return { status: 302, headers: { location: `${redirectUri}?${new URLSearchParams({ code, state })}` } };
}

export function deviceReply(cloud: Cloud): Reply {
  const deviceCode = randomBytes(20).toString('base64url');
  const userCode = randomBytes(4)
    .toString('hex')
    .toUpperCase()
    .replace(/(.{4})/, '$1-');
  cloud.devices.set(deviceCode, { userCode, granted: null, denied: false });
  return json(200, {
    device_code: deviceCode,
    user_code: userCode,
    verification_url: `${cloud.root}/device`,
    expires_in: 1800,
    interval: 1,
  });
}

/** Where a person types the code. */
export function grantDevice(cloud: Cloud, userCode: string): Reply {
  const device = [...cloud.devices.values()].find(each => each.userCode === userCode);
  if (device) device.granted = personElsewhere;
  return { status: 200, html: `<p>${device ? 'Granted. You may close this page.' : 'Unknown code.'}</p>` };
}
