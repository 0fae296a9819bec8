import { type Issue, type Params, say } from '../../model/index.ts';
import { excerpt, type NoteCode } from '../note.ts';

/** What was doubtful in a text, with its line. */
export interface TextNote {
  readonly code: Extract<NoteCode, `text_${string}`>;
  readonly line?: number;
  readonly text?: string;
  readonly count?: number;
}

/** Mere tidying, which a person need not check. */
const harmless: ReadonlySet<string> = new Set<TextNote['code']>([
  'text_cell_resumed',
  'text_line_cut',
  'text_cell_shifted',
  'text_furniture',
  'text_speck',
  'text_repeated',
]);

/** A table of something else may raise thousands; nobody reads them. */
const mostOfAKind = 60;

export function issuesOf(notes: readonly TextNote[]): readonly Issue[] {
  const counts = new Map<string, number>();
  return [...notes]
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
    .flatMap(note => {
      const count = (counts.get(note.code) ?? 0) + 1;
      counts.set(note.code, count);
      return count > mostOfAKind ? [] : [issueOf(note)];
    });
}

function issueOf({ code, line, text, count }: TextNote): Issue {
  const params: Params = {
    ...(line === undefined ? {} : { line }),
    ...(text === undefined ? {} : { text: excerpt(text) }),
    ...(count === undefined ? {} : { count }),
  };
  const severity = harmless.has(code) ? 'info' : 'warning';
  return { code, severity, message: say(code, 'zh-TW', params), params, ...(line === undefined ? {} : { line }) };
}
