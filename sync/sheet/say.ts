import { sayFrom } from '../model/messages/say.ts';
import { cellMessages, workbookMessages } from '../model/messages/workbook.ts';

/** What is said of workbooks. All that the product ever says need not be loaded to read or fill one. */
export const say = sayFrom({ ...workbookMessages, ...cellMessages });
