import { createHash } from 'node:crypto';
import { hashOf } from '../../../server/events/chain.ts';
import type { Event, Evidence, Report, User } from '../../../sync/model/index.ts';
import { hour, idOf, stamp } from './ids.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

export interface Attachment {
  readonly id: string;
  readonly reportId: string;
  readonly evidenceId: string;
}

/** At most `count` of the reports that were written, spread over all of them. */
function spread(reports: readonly Report[], count: number): readonly Report[] {
  const written = reports.filter(report => report.state !== 'pending');
  const every = Math.max(3, Math.ceil(written.length / count));
  return written.filter((_, n) => n % every === 0);
}

/** A photo, a PDF or a link for some of the reports that were written. */
export function evidenceOf(
  reports: readonly Report[],
  users: readonly User[],
): { readonly evidence: readonly Evidence[]; readonly attachments: readonly Attachment[] } {
  const officers = new Map(users.filter(user => user.role === 'officer').map(user => [user.unitId, user.id]));
  const shown = spread(reports, 120);
  const evidence = shown.map((report, n): Evidence => {
    const isLink = n % 3 === 2;
    const isPhoto = n % 3 === 0;
    return {
      id: idOf('evidence', n),
      ...stamp(3000 + n),
      agencyId: report.agencyId,
      unitId: report.unitId,
      uploaderId: officers.get(report.unitId)!,
      kind: isLink ? 'link' : 'file',
      name: isLink ? '成果網頁' : isPhoto ? `現場照片${n}.jpg` : `簽到表${n}.pdf`,
      url: isLink ? `https://example.tw/results/${n}` : null,
      sha256: isLink ? null : digest(`evidence ${n}`),
      mediaType: isLink ? null : isPhoto ? 'image/jpeg' : 'application/pdf',
      size: isLink ? null : 20_000 + n * 137,
      personalData: n % 8 === 7,
    };
  });
  return {
    evidence,
    attachments: shown.map((report, n) => ({
      id: idOf('attachment', n),
      reportId: report.id,
      evidenceId: idOf('evidence', n),
    })),
  };
}

/** How the reports came to their state, as the event log tells it: one event each, chained as the server chains them. */
export function eventsOf(reports: readonly Report[], users: readonly User[]): readonly Event[] {
  const byId = new Map(users.map(user => [user.id, user]));
  let previousHash = '';
  return spread(reports, 200).map((report, n) => {
    const actor = report.officerId === null ? null : (byId.get(report.officerId) ?? null);
    const content = {
      id: n + 1,
      at: hour(3000 + n),
      actorId: actor?.id ?? null,
      actorName: actor?.name ?? '系統',
      agencyId: report.agencyId,
      unitId: report.unitId,
      action: `reports.${report.state === 'drafting' ? 'update' : 'submit'}`,
      resource: 'reports',
      recordId: report.id,
      previousHash,
    };
    const [before, after] = [{ state: 'pending' }, { state: report.state }];
    previousHash = hashOf({ ...content, before: JSON.stringify(before), after: JSON.stringify(after) });
    return { ...content, before, after, hash: previousHash };
  });
}
