import { v7 as uuid } from 'uuid';
import type { Locale, Recipient } from '../../sync/model/index.ts';
import type { Config } from '../config.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';

export type MailKind = 'issue' | 'chase';

const rowsPerStatement = 1000;

/** @throws Refusal `mail_not_configured` */
export function mustHaveMail({ smtpUrl }: Pick<Config, 'smtpUrl'>): void {
  if (smtpUrl === null) throw new Refusal('mail_not_configured');
}

/**
 * Writes down that these recipients, which have an address, are to get a mail. Whoever waits for one of the same kind already gets
 * no second one. Wake `mail` once the change is made.
 * @returns how many mails were added
 */
export async function queueMails(
  { tx, at, actor }: Change,
  kind: MailKind,
  locale: Locale,
  recipients: readonly Pick<Recipient, 'id' | 'mailTo'>[],
): Promise<number> {
  const ids = recipients.map(({ id }) => id);
  if (ids.length === 0) return 0;
  const waiting = await tx
    .selectFrom('outbox')
    .select('recipientId')
    .where('recipientId', 'in', ids)
    .where('kind', '=', kind)
    .where('state', '=', 'waiting')
    .execute();
  const waits = new Set(waiting.map(({ recipientId }) => recipientId));
  const mails = recipients.flatMap(({ id: recipientId, mailTo }) =>
    mailTo === null || waits.has(recipientId)
      ? []
      : [
          {
            id: uuid(),
            createdAt: at,
            recipientId,
            kind,
            locale,
            askedBy: actor.id,
            mailTo,
            state: 'waiting' as const,
            tries: 0,
            notBefore: at,
            leaseUntil: null,
            begunAt: null,
            sentAt: null,
            answer: '',
          },
        ],
  );
  for (let i = 0; i < mails.length; i += rowsPerStatement)
    await tx
      .insertInto('outbox')
      .values(mails.slice(i, i + rowsPerStatement))
      .execute();
  if (mails.length > 0)
    await tx
      .updateTable('recipients')
      .set({ mailState: 'waiting', mailProblem: null, updatedAt: at })
      .where(
        'id',
        'in',
        mails.map(({ recipientId }) => recipientId),
      )
      .execute();
  return mails.length;
}
