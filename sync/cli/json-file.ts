import type { ZodError } from 'zod';
import { type MessageCode, say } from '../model/index.ts';
import { FileFailed } from './command.ts';

const failed = (code: MessageCode, params: Readonly<Record<string, string>>): FileFailed =>
  new FileFailed({ code, severity: 'error', message: say(code, 'zh-TW', params), params });

/** @throws FileFailed when the file holds no JSON */
export function parseJson(name: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw failed('file_not_json', { name, why: error instanceof Error ? error.message : String(error) });
  }
}

/** What to throw when JSON has another shape than the one wanted: tells the first place where it differs. */
export const wrongShape = (code: MessageCode, name: string, { issues: [first] }: ZodError): FileFailed =>
  failed(code, { name, where: first?.path.join('.') || '{}' });
