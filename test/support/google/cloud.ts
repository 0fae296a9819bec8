import { createPublicKey, randomBytes } from 'node:crypto';
import type { drive_v3 } from '@googleapis/drive';
import { type Book, newBook } from './book.ts';

/** What is to go wrong, used up from the front: of writes, or of any request. */
export interface Trouble {
  readonly on: 'write' | 'read' | 'any';
  /** `after`: it is done, and then the answer is a failure all the same. */
  readonly when: 'before' | 'after';
  readonly status: number;
  readonly reason?: string;
  readonly retryAfter?: number;
}

type Moment = (() => void | Promise<void>) | null;

/** A Google of one's own: people, their grants, their files. */
export class Cloud {
  readonly books = new Map<string, Book>();
  readonly keysOf = new Map<string, ReturnType<typeof createPublicKey>>();
  /** Folders of shared drives; a service account has no other place for files. */
  readonly folders = new Set<string>();
  readonly parents = new Map<string, string>();
  readonly appProperties = new Map<string, Record<string, string>>();
  /** Who may do what with a file, beside its owner, and how often somebody was told so by mail. */
  readonly permissions = new Map<string, drive_v3.Schema$Permission[]>();
  readonly notices: string[] = [];
  /** Addresses that Google does not share with. */
  readonly strangers = new Set<string>();
  /** Beyond this an export is refused: Google's limit. */
  exportLimit = 10 * 1024 * 1024;
  /** What is answered instead of an export. */
  exportInstead: (() => Uint8Array) | null = null;
  readonly tokens = new Map<
    string,
    { readonly account: string; readonly service: boolean; readonly expiresAt: number }
  >();
  readonly refreshTokens = new Map<string, string>();
  readonly codes = new Map<
    string,
    { readonly challenge: string; readonly redirectUri: string; readonly account: string }
  >();
  readonly devices = new Map<string, { readonly userCode: string; granted: string | null; denied: boolean }>();
  readonly troubles: Trouble[] = [];
  /** Requests a minute and account, as Google counts them; raise it to be left alone. */
  quota = 60;
  readonly used = new Map<string, number[]>();
  /** What happens right before or after a batch is carried out, or before a grid is read: somebody else's doing at that moment. */
  beforeWrite: Moment = null;
  afterWrite: Moment = null;
  beforeRead: Moment = null;
  /** The same right before and after a file is made. */
  beforeCreate: Moment = null;
  afterCreate: Moment = null;
  /** Files that are no longer shared with an account. */
  readonly unshared = new Set<string>();
  readonly log: string[] = [];
  root = '';
  now: () => number = Date.now;
  /** The time that files say they were changed at. */
  fileTime: () => number = Date.now;

  newToken(account: string, service: boolean): string {
    const token = `ya29.${randomBytes(16).toString('base64url')}`;
    this.tokens.set(token, { account, service, expiresAt: this.now() + 3_600_000 });
    return token;
  }

  newRefreshToken(account: string): string {
    const token = `1//${randomBytes(16).toString('base64url')}`;
    this.refreshTokens.set(token, account);
    return token;
  }

  addServiceAccount(email: string, publicKey: string): void {
    this.keysOf.set(email, createPublicKey(publicKey));
  }

  newBook(name: string): Book {
    const id = randomBytes(22).toString('base64url');
    const book = newBook(id, name, `${this.root}/spreadsheets/d/${id}/edit`, () => this.fileTime());
    this.books.set(id, book);
    return book;
  }

  /** Whether one more request of this kind fits into the minute. */
  takes(account: string, kind: string): boolean {
    const key = `${account} ${kind}`;
    const recent = (this.used.get(key) ?? []).filter(at => at > this.now() - 60_000);
    this.used.set(key, [...recent, this.now()]);
    return recent.length < this.quota;
  }
}
