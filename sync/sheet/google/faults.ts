/**
 * Why Google did not do what it was asked. `refused` was not carried out and may be tried again later; `unclear` may have been
 * carried out although no answer says so; the others are final: trying again changes nothing before a person does something.
 */
export const finalFaults = [
  'google_absent',
  'google_revoked',
  'google_forbidden',
  'google_storage',
  'google_protected',
  'google_rejected',
  'google_export_large',
  'google_share_refused',
] as const;
export type FinalFault = (typeof finalFaults)[number];
export type FaultKind = 'refused' | 'unclear' | 'final';

export class GoogleFault extends Error {
  readonly kind: FaultKind;
  readonly code: FinalFault | 'google_busy' | 'google_unreachable';
  readonly status: number | null;
  /** How long Google asks to wait, in ms. */
  readonly retryAfter: number | null;

  constructor(
    kind: FaultKind,
    code: GoogleFault['code'],
    status: number | null,
    detail: string,
    retryAfter: number | null = null,
  ) {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.kind = kind;
    this.code = code;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

interface Answered {
  readonly status: number;
  readonly message: string;
  readonly reasons: readonly string[];
  readonly retryAfter: number | null;
}

const rateReasons = new Set([
  'rateLimitExceeded',
  'userRateLimitExceeded',
  'sharingRateLimitExceeded',
  'quotaExceeded',
  'RATE_LIMIT_EXCEEDED',
]);
const storageReasons = new Set([
  'storageQuotaExceeded',
  'teamDriveFileLimitExceeded',
  'numChildrenInNonRootLimitExceeded',
]);
const exportReasons = new Set(['exportSizeLimitExceeded']);
const shareReasons = new Set([
  'invalidSharingRequest',
  'cannotShareTeamDriveWithNonGoogleAccounts',
  'shareOutNotPermitted',
]);

/** Tells apart what an answer other than success means. */
function faultOfAnswer({ status, message, reasons, retryAfter }: Answered): GoogleFault {
  const has = (set: ReadonlySet<string>): boolean => reasons.some(reason => set.has(reason));
  const final = (code: FinalFault) => new GoogleFault('final', code, status, message);
  if (status === 401) return final('google_revoked');
  if (status === 404 || status === 410) return final('google_absent');
  if (status === 429 || (status === 403 && has(rateReasons)))
    return new GoogleFault('refused', 'google_busy', status, message, retryAfter);
  if (has(exportReasons)) return final('google_export_large');
  if (has(shareReasons)) return final('google_share_refused');
  if (status === 403) return final(has(storageReasons) ? 'google_storage' : 'google_forbidden');
  if (status >= 500 || status === 408)
    return new GoogleFault('unclear', 'google_unreachable', status, message, retryAfter);
  return final(/protected/i.test(message) ? 'google_protected' : 'google_rejected');
}

type Loose = Readonly<Record<string, unknown>>;
const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
const list = (value: unknown): readonly Loose[] => (Array.isArray(value) ? value.filter(isLoose) : []);

/** Headers are what the client's own fetch makes of them: an object with `get`, or a plain one. */
function headerIn(headers: unknown, name: string): unknown {
  if (!isLoose(headers)) return null;
  return typeof headers.get === 'function' ? headers.get(name) : headers[name];
}

/** A failure where a stream was asked for comes as text, and as nothing but the message of the error. */
function parsed(data: unknown): Loose {
  if (typeof data !== 'string') return isLoose(data) ? data : {};
  try {
    const value: unknown = JSON.parse(data);
    return isLoose(value) ? value : {};
  } catch {
    return {};
  }
}

function answerOf(error: Loose): Answered | null {
  const response = isLoose(error.response) ? error.response : null;
  const status = Number(response?.status ?? error.status ?? Number.NaN);
  if (!Number.isInteger(status)) return null;
  const data = [response?.data, error.message].map(parsed).find(each => 'error' in each) ?? {};
  const inner = isLoose(data.error) ? data.error : {};
  const reasons = [...list(inner.errors), ...list(inner.details)].flatMap(({ reason, domain }) =>
    typeof reason === 'string' ? [reason, `${String(domain ?? '')}`] : [],
  );
  const seconds = Number(headerIn(response?.headers, 'retry-after') ?? Number.NaN);
  return {
    status,
    message: String(inner.message ?? error.message ?? '').slice(0, 300),
    reasons,
    retryAfter: Number.isFinite(seconds) ? seconds * 1000 : null,
  };
}

/** What an error of the client means. Anything without an answer may or may not have been carried out. */
export function faultOf(error: unknown): GoogleFault {
  if (error instanceof GoogleFault) return error;
  if (!isLoose(error)) return new GoogleFault('unclear', 'google_unreachable', null, String(error));
  // The grant itself is gone: the account has to be connected anew.
  if (String(error.message ?? '').includes('invalid_grant'))
    return new GoogleFault('final', 'google_revoked', 401, 'invalid_grant');
  const answer = answerOf(error);
  return answer
    ? faultOfAnswer(answer)
    : new GoogleFault('unclear', 'google_unreachable', null, String(error.message ?? '').slice(0, 300));
}
