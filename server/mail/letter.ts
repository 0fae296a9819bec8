import { formatRocDate, type Locale, say } from '../../sync/model/index.ts';
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
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** The words of a mail. What the bureau wrote goes in as it is. */
export function letterOf({ kind, locale, instructions, ...matter }: Matter): Letter {
  const due = locale === 'en' ? matter.dueDate : formatRocDate(matter.dueDate);
  const params = {
    bureau: matter.bureauName,
    agency: matter.agencyName,
    name: matter.collectionName,
    edition: matter.edition,
    due,
    url: matter.publicUrl,
  };
  const paragraphs = [
    say('mail_greeting', locale, params),
    say(`mail_${kind}_text`, locale, params),
    ...(matter.edition > 1 ? [say('mail_newer_edition', locale, params)] : []),
    ...(instructions.trim() === '' ? [] : [`${say('mail_instructions', locale)}\n${instructions.trim()}`]),
    say('mail_how', locale, params),
  ];
  return { subject: say(`mail_${kind}_subject`, locale, params), text: `${paragraphs.join('\n\n')}\n` };
}
