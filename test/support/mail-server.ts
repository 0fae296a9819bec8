import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface Received {
  readonly to: readonly string[];
  readonly mail: Email;
}

/** A mail server on this machine. */
export interface MailServer {
  /** For SMTP_URL. */
  readonly url: string;
  /** Everything that was taken in, in order. */
  readonly received: readonly Received[];
  /** What a recipient's address is answered, instead of being taken. */
  refuse(address: string, code: number, words: string): void;
  /** Takes such an address again. */
  allow(address: string): void;
  /** Called when a mail has come whole, before that is said: what throws here makes the sender think that it was lost. */
  onMail(act: () => void | Promise<void>): void;
  close(): Promise<void>;
}

/** Starts a real SMTP server on a free port. */
export async function openMailServer(): Promise<MailServer> {
  const received: Received[] = [];
  const refused = new Map<string, { readonly code: number; readonly words: string }>();
  let act: () => void | Promise<void> = () => {};
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const why = refused.get(address);
      done(why ? Object.assign(new Error(why.words), { responseCode: why.code }) : null);
    },
    onData(stream, { envelope }, done) {
      const take = async () => {
        const pieces: Uint8Array[] = [];
        for await (const piece of stream) pieces.push(piece);
        const mail = await PostalMime.parse(Buffer.concat(pieces));
        received.push({ to: envelope.rcptTo.map(({ address }) => address), mail });
        await act();
      };
      take().then(() => done(), done);
    },
  });
  server.on('error', () => {});
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { readonly port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse: (address, code, words) => refused.set(address, { code, words }),
    allow: address => refused.delete(address),
    onMail: next => {
      act = next;
    },
    close: () => new Promise(resolve => server.close(() => resolve())),
  };
}
