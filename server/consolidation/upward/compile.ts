import type { ConsolidationSource } from '../../../sync/collect/index.ts';
import { type Locale, say } from '../../../sync/model/index.ts';

/** What all agencies together answered to one question. */
export interface Compiled {
  /** The result where every agency gave the same. */
  readonly result: string | null;
  readonly narrative: string;
}

/** A cell takes 32,767 letters; the rest is for what tells that there was more. */
const longest = 32_000;

interface Answer {
  readonly agency: string;
  readonly result: string;
  readonly narrative: string;
}

/** The answers to each question, one line an agency, in the order of the agencies. Questions that nobody answered are left out. */
export async function compiledFrom(source: ConsolidationSource): Promise<ReadonlyMap<string, Compiled>> {
  const names = new Map(source.agencies.map(({ id, name }) => [id, name]));
  const compiled = new Map<string, Compiled>();
  let asked = '';
  let answers: Answer[] = [];
  const close = (): void => {
    if (answers.length > 0) compiled.set(asked, together(answers, source.locale));
    answers = [];
  };
  for await (const { rowId, recipientId, accepted } of source.byItem()) {
    if (rowId !== asked) close();
    asked = rowId;
    const [result, narrative] = [said(accepted.result), said(accepted.narrative)];
    if (result !== '' || narrative !== '') answers.push({ agency: names.get(recipientId) ?? '', result, narrative });
  }
  close();
  return compiled;
}

const said = (value: string | number | null | undefined): string => String(value ?? '').trim();

function together(answers: readonly Answer[], locale: Locale): Compiled {
  const results = new Set(answers.map(({ result }) => result));
  const [only] = results;
  const result = results.size === 1 && only ? only : null;
  const lines: string[] = [];
  let letters = 0;
  for (const { agency, result: own, narrative } of answers) {
    const line = say('upward_line', locale, {
      agency,
      said: [result === null ? own : '', narrative].filter(Boolean).join('，'),
    });
    letters += line.length + 1;
    if (letters > longest) break;
    lines.push(line);
  }
  const left = answers.length - lines.length;
  return {
    result,
    narrative: [...lines, ...(left > 0 ? [say('upward_more', locale, { count: left })] : [])].join('\n'),
  };
}
