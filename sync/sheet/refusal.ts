import type { Params } from '../model/index.ts';
import type { workbookMessages } from '../model/messages/workbook.ts';

export type RefusalCode = keyof typeof workbookMessages;

/** Ends the reading of a file that cannot be used; `readWorkbook` turns it into the one issue of its answer. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly params: Params;

  constructor(code: RefusalCode, params: Params = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** The file is a workbook but damaged; `where` names the part of it, for whoever repairs it. */
export const corrupt = (where: string): Refusal => new Refusal('workbook_corrupt', { where });
