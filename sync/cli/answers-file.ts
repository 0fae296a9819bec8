import { basename } from 'node:path';
import { type FormFill, formFill } from '../model/index.ts';
import { readBytes } from './files.ts';
import { parseJson, wrongShape } from './json-file.ts';

/** Reads answers as `form read --json` prints them; what else stands in the file is left alone. @throws FileFailed */
export async function readAnswersFile(path: string): Promise<FormFill> {
  const name = basename(path);
  const parsed = formFill.safeParse(parseJson(name, await readBytes(path)));
  if (parsed.success) return parsed.data;
  throw wrongShape('file_not_answers', name, parsed.error);
}
