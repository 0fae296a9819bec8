import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormAnswers, FormProfile } from '../../../../sync/model/index.ts';
import { readWorkbook, type Workbook } from '../../../../sync/sheet/index.ts';

/** One form of the corpus: the empty template, what should be found in it, answers, and the template filled with exactly them. */
export interface CorpusForm {
  readonly name: string;
  readonly template: string;
  readonly filled: string;
  readonly expected: FormProfile;
  readonly answers: FormAnswers;
}

export const corpusFolder = (): string => join(process.env.CORPUS_DIR!, 'forms');
export const fileOf = (name: string): Uint8Array => readFileSync(join(corpusFolder(), name));
const json = <T>(name: string): T => JSON.parse(readFileSync(join(corpusFolder(), name), 'utf8')) as T;

export function corpusForms(): readonly CorpusForm[] {
  return readdirSync(corpusFolder())
    .filter(name => /^t\d+\.answers\.json$/.test(name))
    .map(file => {
      const name = file.split('.')[0]!;
      const answers = json<FormAnswers & { readonly file: string; readonly template: string }>(file);
      const expected = json<FormProfile>(`${name}.expected.json`);
      return { name, template: answers.template, filled: answers.file, expected, answers };
    });
}

export function openWorkbook(bytes: Uint8Array, name: string): Workbook {
  const result = readWorkbook(bytes, name);
  if (!result.ok) throw new Error(result.issue.message);
  return result.workbook;
}
