import type { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { Config } from '../config.ts';
import type { Letter } from './letter.ts';

/** A mail as it is handed to the mail server. */
export interface Mail extends Letter {
  /** Stays the same however often it is tried, so that one that came through all the same is known as the same mail. */
  readonly messageId: string;
  readonly to: string;
  readonly replyTo: string | null;
  readonly attachment: { readonly name: string; readonly mediaType: string; readonly content: Readable };
}

/** What became of a mail. `final`: trying it again would not help. */
export type Outcome =
  | { readonly sent: true; readonly answer: string }
  | { readonly sent: false; readonly final: boolean; readonly answer: string };

export interface Transport {
  send(mail: Mail): Promise<Outcome>;
  close(): void;
}

/** Milliseconds; all together, and so a mail as a whole, less than the lease on it. */
const waits = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 40_000, dnsTimeout: 10_000 };
const wholeMail = 120_000;
/** What is kept of a foreign server's words. */
const longestAnswer = 300;

export function openTransport({ smtpUrl, mailFrom }: Pick<Config, 'smtpUrl' | 'mailFrom'>): Transport {
  const transport = createTransport({ url: smtpUrl ?? '', pool: true, maxConnections: 2, ...waits });
  return {
    async send({ to, replyTo, subject, text, messageId, attachment: { name, mediaType, content } }) {
      const timeOut = Promise.withResolvers<never>();
      const timer = setTimeout(() => timeOut.reject(new Error('timeout')), wholeMail);
      try {
        const sending = transport.sendMail({
          from: mailFrom,
          to: { name: '', address: to },
          ...(replyTo === null ? {} : { replyTo }),
          subject,
          text,
          messageId,
          attachments: [{ filename: name, contentType: mediaType, content }],
          // Nothing that is written in a mail may make the server read a file or fetch a page.
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        const { response } = await Promise.race([sending, timeOut.promise]);
        return { sent: true, answer: plain(response) };
      } catch (error) {
        return { sent: false, ...failureOf(error) };
      } finally {
        clearTimeout(timer);
        content.destroy();
      }
    },
    close: () => transport.close(),
  };
}

/** RFC 5321 4.2.1: an answer of 5xx to an address or a mail is final. Not being let in at all is ours to mend, not the address's fault. */
function failureOf(error: unknown): { readonly final: boolean; readonly answer: string } {
  if (!(error instanceof Error)) return { final: false, answer: plain(String(error)) };
  const { responseCode, response, code } = error as Error & {
    readonly responseCode?: number;
    readonly response?: string;
    readonly code?: string;
  };
  const isRefused = (responseCode ?? 0) >= 500 && code !== 'EAUTH' && code !== 'ECONNECTION';
  return { final: isRefused, answer: plain(response ?? error.message) };
}

const plain = (text: string): string =>
  text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, longestAnswer);
