import type { Issue, Locale } from '../model/index.ts';
import type { Words } from './words.ts';

/** A word to be written after the command, such as BOOK. */
export interface Operand {
  readonly name: string;
  readonly about: Words;
}

/** Without `value` it is a switch. */
export interface Option {
  readonly value?: string;
  readonly required?: boolean;
  readonly about: Words;
}

export interface Command {
  /** Such as `form profile`. */
  readonly name: string;
  readonly about: Words;
  readonly operands: readonly Operand[];
  readonly options: Readonly<Record<string, Option>>;
  readonly run: (input: Input) => Promise<Answer>;
}

export interface Input {
  /** In the order of the command's operands, one each. */
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, string>>;
  readonly locale: Locale;
  readonly env?: NodeJS.ProcessEnv;
  /** Of the terminal, in columns. */
  readonly width: number;
  /** Tells people how far a long command is; what is told is no part of the answer. */
  readonly progress?: (line: string) => void;
  /** Ends a command that waits for more to do. */
  readonly signal?: AbortSignal;
}

/** What a command found out: once as data, once for people. */
export interface Answer {
  readonly json: unknown;
  readonly text: readonly string[];
  readonly issues: readonly Issue[];
  /** A file or a row could not be handled. */
  readonly failed: boolean;
}

/** The command was written wrongly; says how. */
export class WrongUsage extends Error {}

/** A file could not be handled. */
export class FileFailed extends Error {
  readonly issue: Issue;

  constructor(issue: Issue) {
    super(issue.message);
    this.issue = issue;
  }
}
