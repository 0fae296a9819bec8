import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormAnswers, FormProfile, RowAnswer } from '../../../../sync/model/index.ts';
import { readWorkbook, type Workbook } from '../../../../sync/sheet/index.ts';

/** One form of the corpus: the empty template, what should be found in it, answers, and the template filled with exactly them. */
export interface CorpusForm {
  readonly name: string;
  readonly template: string;
  readonly filled: string;
  readonly expected: FormProfile;
  readonly answers: FormAnswers;
}

const folder = process.env.CORPUS_DIR ? join(process.env.CORPUS_DIR, 'forms') : null;
const names = folder ? readdirSync(folder) : [];

export const fileOf = (name: string): Uint8Array => readFileSync(join(folder!, name));
const json = <T>(name: string): T => JSON.parse(readFileSync(join(folder!, name), 'utf8')) as T;

export function corpusForms(): readonly CorpusForm[] {
  return names
    .filter(name => /^t\d+\.answers\.json$/.test(name))
    .map(file => {
      const name = file.split('.')[0]!;
      const answers = json<FormAnswers & { readonly file: string; readonly template: string }>(file);
      const expected = json<FormProfile>(`${name}.expected.json`);
      return { name, template: answers.template, filled: answers.file, expected, answers };
    });
}

/** A form as it came back, with what each of its rows should be read to answer; null for a row without an answer. */
export interface CorpusReturn {
  readonly file: string;
  readonly rows: readonly { readonly row: number; readonly answers: Partial<RowAnswer> | null }[];
}

export const corpusReturns = (): readonly CorpusReturn[] =>
  names
    .filter(name => /\.returned-[a-z]+\.(?:xlsx|ods)$/.test(name))
    .map(file => {
      const { sheets } = json<{ readonly sheets: readonly Pick<CorpusReturn, 'rows'>[] }>(
        file.replace(/(?:xlsx|ods)$/, 'expected.json'),
      );
      return { file, rows: sheets.flatMap(({ rows }) => rows) };
    });

export function openWorkbook(bytes: Uint8Array, name: string): Workbook {
  const result = readWorkbook(bytes, name);
  if (!result.ok) throw new Error(result.issue.message);
  return result.workbook;
}
