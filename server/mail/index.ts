/** Mails to recipients of collections: written down first, then sent in the background, each once whichever server does it. */
export { mustHaveMail, queueMails } from './outbox.ts';
export { sendingMail } from './sending.ts';
