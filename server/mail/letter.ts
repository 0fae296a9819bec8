import { formatRocDate, type Locale, type MessageCode, say } from '../../sync/model/index.ts';
import type { MailKind } from './outbox.ts';

/** What a mail speaks of. */
export interface Matter {
  readonly kind: MailKind;
  readonly locale: Locale;
  readonly bureauName: string;
  readonly agencyName: string;
  readonly collectionName: string;
  readonly edition: number;
  /** ISO day. */
  readonly dueDate: string;
  readonly instructions: string;
  readonly publicUrl: string;
  /** Whether it may have been sent before, by a server that ended meanwhile. */
  readonly perhapsAgain: boolean;
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** The words of a mail. What the bureau wrote goes in as it is. */
export function letterOf({ kind, locale, instructions, ...matter }: Matter): Letter {
  const due = locale === 'en' ? matter.dueDate : formatRocDate(matter.dueDate);
  const params: Readonly<Record<string, string | number>> = {
    bureau: matter.bureauName,
    agency: matter.agencyName,
    name: matter.collectionName,
    edition: matter.edition,
    due,
    url: matter.publicUrl,
  };
  // Filled in one pass: braces in what people wrote are theirs, and stand for nothing.
  const words = (code: MessageCode): string =>
    say(code, locale).replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  const paragraphs = [
    words('mail_greeting'),
    words(`mail_${kind}_text`),
    ...(matter.edition > 1 ? [words('mail_newer_edition')] : []),
    ...(instructions.trim() === '' ? [] : [`${words('mail_instructions')}\n${instructions.trim()}`]),
    words('mail_how'),
    ...(matter.perhapsAgain ? [words('mail_perhaps_again')] : []),
  ];
  return { subject: words(`mail_${kind}_subject`), text: `${paragraphs.join('\n\n')}\n` };
}
