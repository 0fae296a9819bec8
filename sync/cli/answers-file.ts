import { basename } from 'node:path';
import { type FormFill, formFill, type MessageCode, say } from '../model/index.ts';
import { FileFailed } from './command.ts';
import { readBytes } from './files.ts';

function failed(code: MessageCode, params: Readonly<Record<string, string>>): FileFailed {
  return new FileFailed({ code, severity: 'error', message: say(code, 'zh-TW', params), params });
}

/** Reads answers as `form read --json` prints them; what else stands in the file is left alone. @throws FileFailed */
export async function readAnswersFile(path: string): Promise<FormFill> {
  const name = basename(path);
  const text = new TextDecoder().decode(await readBytes(path));
  const parsed = formFill.safeParse(parseJson(name, text));
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw failed('file_not_answers', { name, where: first?.path.join('.') || '{}' });
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw failed('file_not_json', { name, why: error instanceof Error ? error.message : String(error) });
  }
}
