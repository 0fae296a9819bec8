import { describe, expect, it } from 'vitest';
import { faultOf } from '../../../../sync/sheet/google/index.ts';

const answer = (status: number, message: string, reason?: string, domain = 'global', headers: object = {}) => ({
  message,
  response: {
    status,
    headers: new Headers({ ...headers }),
    data: { error: { code: status, message, errors: reason ? [{ reason, domain, message }] : [] } },
  },
});

describe('what Google answers', () => {
  it.each([
    ['a used-up quota', answer(429, 'Quota exceeded', 'rateLimitExceeded'), 'refused', 'google_busy'],
    ['a quota told as 403', answer(403, 'Rate', 'userRateLimitExceeded', 'usageLimits'), 'refused', 'google_busy'],
    ['no storage', answer(403, 'Storage', 'storageQuotaExceeded', 'usageLimits'), 'final', 'google_storage'],
    ['a full shared drive', answer(403, 'Full', 'teamDriveFileLimitExceeded'), 'final', 'google_storage'],
    ['no permission', answer(403, 'The caller does not have permission', 'forbidden'), 'final', 'google_forbidden'],
    ['an API that is not enabled', answer(403, 'Disabled', 'accessNotConfigured'), 'final', 'google_forbidden'],
    ['a file that is gone', answer(404, 'File not found', 'notFound'), 'final', 'google_absent'],
    ['a grant that counts no longer', answer(401, 'Invalid Credentials', 'authError'), 'final', 'google_revoked'],
    ['a grant that was taken back', new Error('invalid_grant'), 'final', 'google_revoked'],
    ['a protected cell', answer(400, 'You are trying to edit a protected cell'), 'final', 'google_protected'],
    ['a wrong request', answer(400, 'Invalid requests[0]'), 'final', 'google_rejected'],
    ['a broken server', answer(503, 'Unavailable', 'backendError'), 'unclear', 'google_unreachable'],
    ['a server in trouble', answer(500, 'Internal'), 'unclear', 'google_unreachable'],
    ['a request that took too long', answer(408, 'Timeout'), 'unclear', 'google_unreachable'],
    [
      'a line that broke',
      Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }),
      'unclear',
      'google_unreachable',
    ],
    ['nothing that makes sense', 'what?', 'unclear', 'google_unreachable'],
    ['an answer without a body', { response: { status: 502 } }, 'unclear', 'google_unreachable'],
  ])('tells %s apart', (_, error, kind, code) => {
    expect(faultOf(error)).toMatchObject({ kind, code });
  });

  it('says how long to wait', () => {
    const busy = answer(429, 'Quota', 'rateLimitExceeded', 'usageLimits', { 'retry-after': '30' });
    expect(faultOf(busy).retryAfter).toBe(30_000);
  });
});
