import type { Params } from '../model/index.ts';
import type { outlineMessages } from '../model/messages/outline.ts';
import type { outlinePdfMessages } from '../model/messages/outline-pdf.ts';
import type { outlineTextMessages } from '../model/messages/outline-text.ts';
import type { Draft, Source } from './draft.ts';

export type NoteCode =
  | keyof typeof outlineMessages
  | keyof typeof outlinePdfMessages
  | keyof typeof outlineTextMessages;

/** A doubt while the document is interpreted; it becomes an issue once every node has its path. */
export interface Note {
  readonly code: NoteCode;
  readonly severity: 'error' | 'warning' | 'info';
  readonly params: Params;
  readonly at?: Source;
  readonly draft?: Draft;
}

type Place = Pick<Note, 'at' | 'draft'>;

const note =
  (severity: Note['severity']) =>
  (code: NoteCode, params: Params = {}, place: Place = {}): Note => ({ code, severity, params, ...place });

/** Something that a person should check. */
export const warn = note('warning');
/** Something that a person may want to know. */
export const inform = note('info');
export const fail = note('error');

/** As much of a text as a message can carry. */
export const excerpt = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
};
