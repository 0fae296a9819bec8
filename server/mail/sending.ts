import { sql } from 'kysely';
import { type Issue, type MessageCode, say } from '../../sync/model/index.ts';
import { claim, type Duty } from '../background/index.ts';
import type { Context } from '../context.ts';
import { append } from '../events/append.ts';
import { mediaTypes } from '../forms/formats.ts';
import { letterOf } from './letter.ts';
import { type Outcome, openTransport, type Transport } from './transport.ts';

/** Mails under way at once, and for how long one is nobody else's: longer than a mail may take. */
const atOnce = 2;
const leaseMs = 3 * 60_000;
/** Minutes until a mail is tried again, doubling each time up to an hour; after so many it is given up. */
const mostTries = 8;
const pauseAfter = (tries: number): number => Math.min(60, 2 ** tries) * 60_000;

/** Mails whose time has come and whose workbook is made. */
const due = (at: string) => sql<boolean>`${sql.ref('outbox.state')} = 'waiting'
  and ${sql.ref('outbox.notBefore')} <= ${at}
  and exists (
    select 1 from ${sql.table('recipients')}
    inner join ${sql.table('collections')} on ${sql.ref('collections.id')} = ${sql.ref('recipients.collectionId')}
    where ${sql.ref('recipients.id')} = ${sql.ref('outbox.recipientId')}
      and (${sql.ref('collections.state')} <> 'open' or ${sql.ref('recipients.edition')} = ${sql.ref('collections.edition')})
  )`;

/** Sends what waits in the outbox. Without a mail server nothing waits there. */
export function sendingMail(context: Context): Duty {
  let transport: Transport | null = null;
  return {
    name: 'mail',
    async run() {
      const { config, now } = context;
      if (config.smtpUrl === null) return false;
      const open = due(now().toISOString());
      const { ids, leaseUntil } = await claim(context, { table: 'outbox', open, most: atOnce, leaseMs });
      transport ??= openTransport(config);
      const mails = await mailsOf(context, ids);
      await Promise.all(mails.map(mail => handle(context, transport!, mail, leaseUntil)));
      return ids.length > 0;
    },
    close: () => transport?.close(),
  };
}

const mailsOf = ({ db }: Context, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('outbox')
        .innerJoin('recipients', 'recipients.id', 'outbox.recipientId')
        .innerJoin('collections', 'collections.id', 'recipients.collectionId')
        .innerJoin('agencies as bureau', 'bureau.id', 'recipients.bureauId')
        .innerJoin('agencies as agency', 'agency.id', 'recipients.agencyId')
        .innerJoin('users', 'users.id', 'outbox.askedBy')
        .select([
          'outbox.id',
          'outbox.kind',
          'outbox.locale',
          'outbox.mailTo',
          'outbox.tries',
          'outbox.begunAt',
          'outbox.askedBy',
          'users.name as askedByName',
          'users.email as replyTo',
          'recipients.id as recipientId',
          'recipients.bureauId',
          'recipients.fileName',
          'recipients.sha256',
          'collections.name as collectionName',
          'collections.edition',
          'collections.dueDate',
          'collections.instructions',
          'collections.state as collectionState',
          'bureau.name as bureauName',
          'agency.name as agencyName',
        ])
        .where('outbox.id', 'in', ids)
        .execute();
type Waiting = Awaited<ReturnType<typeof mailsOf>>[number];

async function handle(context: Context, transport: Transport, mail: Waiting, leaseUntil: string): Promise<void> {
  const { storage, config } = context;
  const { fileName, sha256 } = mail;
  if (mail.collectionState !== 'open' || fileName === null || sha256 === null)
    return conclude(context, mail, leaseUntil, { failed: { code: 'mail_dropped', params: {} } });
  if (!(await begin(context, mail, leaseUntil))) return;
  const format = fileName.slice(fileName.lastIndexOf('.') + 1) as keyof typeof mediaTypes;
  const outcome = await transport.send({
    ...letterOf({ ...mail, publicUrl: config.publicUrl, perhapsAgain: mail.begunAt !== null }),
    messageId: `<${mail.id}@${new URL(config.publicUrl).hostname}>`,
    to: mail.mailTo,
    replyTo: mail.replyTo,
    attachment: { name: fileName, mediaType: mediaTypes[format], content: await storage.open(sha256) },
  });
  await conclude(context, mail, leaseUntil, told(mail, outcome));
}

/** Writes down that a mail is being sent, before it is. @returns false when somebody else has taken it over */
async function begin({ db, now }: Context, { id }: Waiting, leaseUntil: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ begunAt: now().toISOString() })
    .where('id', '=', id)
    .where('leaseUntil', '=', leaseUntil)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

interface Told {
  readonly code: MessageCode;
  readonly params: Readonly<Record<string, string | number>>;
}

type Conclusion = { readonly sent: string } | { readonly again: Told } | { readonly failed: Told };

function told({ mailTo: to, tries }: Waiting, outcome: Outcome): Conclusion {
  const { answer } = outcome;
  if (outcome.sent) return { sent: answer };
  if (outcome.final) return { failed: { code: 'mail_refused', params: { to, answer } } };
  const done = tries + 1;
  return done >= mostTries
    ? { failed: { code: 'mail_undelivered', params: { to, answer, tries: done } } }
    : { again: { code: 'mail_tried', params: { to, answer, tries: done } } };
}

/** Writes down what became of a mail, as far as nobody else has taken it over. */
async function conclude(context: Context, mail: Waiting, leaseUntil: string, conclusion: Conclusion): Promise<void> {
  const { db, engine, now } = context;
  const at = now();
  const instant = at.toISOString();
  const tries = mail.tries + 1;
  const problem = 'sent' in conclusion ? null : 'again' in conclusion ? conclusion.again : conclusion.failed;
  const answer = 'sent' in conclusion ? conclusion.sent : String(problem?.params.answer ?? '');
  const outbox =
    'sent' in conclusion
      ? ({ state: 'sent', sentAt: instant } as const)
      : 'again' in conclusion
        ? { notBefore: new Date(at.getTime() + pauseAfter(tries)).toISOString() }
        : ({ state: 'failed' } as const);
  await db.transaction().execute(async tx => {
    const { numUpdatedRows } = await tx
      .updateTable('outbox')
      .set({ ...outbox, answer, tries, begunAt: null, leaseUntil: null })
      .where('id', '=', mail.id)
      .where('leaseUntil', '=', leaseUntil)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    await tx
      .updateTable('recipients')
      .set({
        mailState: 'sent' in conclusion ? 'sent' : 'again' in conclusion ? 'waiting' : 'failed',
        mailProblem: problem && JSON.stringify(issueOf(problem)),
        updatedAt: instant,
        ...(problem || mail.kind !== 'issue' ? {} : { sentAt: instant, sentVia: 'mail' as const }),
      })
      .where('id', '=', mail.recipientId)
      .execute();
    // Only what became of it in the end is on record; how often it was tried, the outbox knows.
    if ('again' in conclusion) return;
    await append(tx, engine, at, { id: mail.askedBy, name: mail.askedByName }, [
      {
        action: problem ? 'recipients.mailFailed' : 'recipients.mail',
        resource: 'recipients',
        recordId: mail.recipientId,
        agencyId: mail.bureauId,
        after: {
          kind: mail.kind,
          to: mail.mailTo,
          ...(problem ? { problem: problem.code } : {}),
          ...(mail.begunAt === null ? {} : { perhapsAgain: true }),
        },
      },
    ]);
  });
}

function issueOf({ code, params }: Told): Issue {
  return { code, severity: code === 'mail_tried' ? 'warning' : 'error', params, message: say(code, 'zh-TW', params) };
}
